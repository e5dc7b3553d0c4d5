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

    // How long one text may take, which is a matter of milliseconds, before the compiler is asked whether it comes to an end by itself.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What <c>TYPEDTENSORS_FUZZ_SEED</c> adds to every seed, so that a long run can be made in parts.</summary>
    public static int SeedOffset { get; } = int.TryParse(Environment.GetEnvironmentVariable("TYPEDTENSORS_FUZZ_SEED"), out int offset) ? offset : 0;

    /// <summary>Tries damaged texts.</summary>
    /// <param name="sources">Files to damage; each is a project of its own.</param>
    /// <param name="count">How many texts are tried in all.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="analyzers">What looks at them.</param>
    /// <returns>How many of the texts were such that the compiler itself throws or never ends, without any analyzer; nothing is known of them.</returns>
    /// <exception cref="InvalidOperationException">Something threw or did not end; the message has the text.</exception>
    public static async Task<int> Run(IReadOnlyList<string> sources, int count, int seed, params ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        await Run(sources, count, seed, async (compilation, _) => await AnalyzerRun.Once(compilation, null, isConcurrent: false, analyzers));

    /// <summary>Tries damaged texts.</summary>
    /// <param name="sources">Files to damage; each is a project of its own.</param>
    /// <param name="count">How many texts are tried in all.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="look">What looks at the compilation with what the generators emitted, and at their results.</param>
    /// <returns>How many of the texts were such that the compiler itself throws or never ends, without any analyzer; nothing is known of them.</returns>
    /// <exception cref="InvalidOperationException">Something threw or did not end; the message has the text.</exception>
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
            unknown += await Ends(Look, compilation, $"Round {round} of seed {seed + SeedOffset}:\n{damaged}") ? 0 : 1;

            async Task Look()
            {
                driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out _);
                GeneratorDriverRunResult result = driver.GetRunResult();
                if (result.Results.Select(one => one.Exception).FirstOrDefault(thrown => thrown is not null) is { } exception)
                {
                    throw new InvalidOperationException("The generator threw.", exception);
                }

                await look(complete, result);
            }
        }

        return unknown;
    }

    // Whether the look at a text ended well; it did not where the compiler itself cannot: then nothing can be known. The look has a thread of its own, for what never ends cannot be ended.
    static async Task<bool> Ends(Func<Task> look, Compilation compilation, string text)
    {
        try
        {
            Task looking = Task.Run(look);
            if (await Task.WhenAny(looking, Task.Delay(Patience)) == looking || await CompilerEnds(compilation))
            {
                await looking.WaitAsync(10 * Patience);
                return true;
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (await CompilerEnds(compilation))
            {
                throw new InvalidOperationException(text, exception);
            }
        }

        return false;
    }

    // Seen with Roslyn 5.12: of 'foreach ((float, int=> x in pairs)' its binder throws "Unexpected value 'UnboundLambda'", and with the field 'static void F= double x) { }' GetDiagnostics waits for ever.
    static async Task<bool> CompilerEnds(Compilation compilation)
    {
        try
        {
            await Task.Run(() => compilation.Clone().GetDiagnostics()).WaitAsync(Patience);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
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
