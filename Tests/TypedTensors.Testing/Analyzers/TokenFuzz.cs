using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Generators;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Testing.Analyzers;

/// <summary>Damages source text as typing does, token by token: no analyzer may throw, and neither may the generator.</summary>
public static class TokenFuzz
{
    /// <summary>How many damaged texts a test tries, unless the environment's <c>TYPEDTENSORS_FUZZ</c> says another number.</summary>
    public static int Count { get; } = int.TryParse(Environment.GetEnvironmentVariable("TYPEDTENSORS_FUZZ"), out int count) ? count : 400;

    /// <summary>What <c>TYPEDTENSORS_FUZZ_SEED</c> adds to every seed, so that a long run can be made in parts.</summary>
    public static int SeedOffset { get; } = int.TryParse(Environment.GetEnvironmentVariable("TYPEDTENSORS_FUZZ_SEED"), out int offset) ? offset : 0;

    /// <summary>Tries damaged texts.</summary>
    /// <param name="sources">Files to damage; each is a project of its own.</param>
    /// <param name="count">How many texts are tried in all.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="analyzers">What looks at them.</param>
    /// <returns>How many of the texts were such that the compiler itself throws, without any analyzer; nothing is known of them.</returns>
    /// <exception cref="InvalidOperationException">Something threw; the message has the text.</exception>
    public static async Task<int> Run(IReadOnlyList<string> sources, int count, int seed, params ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        await Run(sources, count, seed, async (compilation, _) => await AnalyzerRun.Once(compilation, null, isConcurrent: false, analyzers));

    /// <summary>Tries damaged texts.</summary>
    /// <param name="sources">Files to damage; each is a project of its own.</param>
    /// <param name="count">How many texts are tried in all.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="look">What looks at the compilation with what the generators emitted, and at their results.</param>
    /// <returns>How many of the texts were such that the compiler itself throws, without any analyzer; nothing is known of them.</returns>
    /// <exception cref="InvalidOperationException">Something threw; the message has the text.</exception>
    public static async Task<int> Run(IReadOnlyList<string> sources, int count, int seed, Func<Compilation, GeneratorDriverRunResult, Task> look)
    {
        var random = new Random(seed + SeedOffset);
        CSharpCompilation[] compilations = [.. sources.Select(source => SourceCompilation.Create(source))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new KernelGenerator().AsSourceGenerator(), new ComputeGenerator().AsSourceGenerator()], parseOptions: SourceCompilation.ParseOptions);
        int unknown = 0;
        for (int round = 0; round < count; round++)
        {
            CSharpCompilation whole = compilations[random.Next(compilations.Length)];
            SyntaxTree tree = whole.SyntaxTrees[0];
            string damaged = Damage(tree, random);
            Compilation compilation = whole.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(damaged, SourceCompilation.ParseOptions, tree.FilePath));
            try
            {
                driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out _);
                GeneratorDriverRunResult result = driver.GetRunResult();
                if (result.Results.Select(one => one.Exception).FirstOrDefault(thrown => thrown is not null) is { } exception)
                {
                    throw new InvalidOperationException("The generator threw.", exception);
                }

                await look(complete, result);
            }
            catch (Exception exception)
            {
                unknown += CompilerThrows(compilation.Clone()) ? 1 : throw new InvalidOperationException($"Round {round} of seed {seed + SeedOffset}:\n{damaged}", exception);
            }
        }

        return unknown;
    }

    // Seen with Roslyn 5.12: 'foreach ((float, int=> x in pairs)' gives "Unexpected value 'UnboundLambda'".
    static bool CompilerThrows(Compilation compilation)
    {
        try
        {
            compilation.GetDiagnostics();
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return true;
        }
    }

    // One to three tokens go, or change places with another.
    static string Damage(SyntaxTree tree, Random random)
    {
        List<string> tokens = [.. tree.GetRoot().DescendantTokens().Select(token => token.ToFullString())];
        for (int wound = random.Next(1, 4); wound > 0 && tokens.Count > 1; wound--)
        {
            int index = random.Next(tokens.Count);
            if (random.Next(2) == 0)
            {
                tokens.RemoveAt(index);
            }
            else
            {
                int other = random.Next(tokens.Count);
                (tokens[index], tokens[other]) = (tokens[other], tokens[index]);
            }
        }

        return string.Concat(tokens);
    }
}
