using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Generators.Tests;

/// <summary>An edit runs again only what depends on it.</summary>
public class IncrementalityTests
{
    const string Source = """
        public static partial class Kernels
        {
            [Elementwise]
            public static float Twice(float x) => x * 2;

            [Elementwise]
            public static float Thrice(float x) => Helper(x) * 3;

            [KernelFunction]
            public static float Half(float x) => x / 2;

            [Kernel(64)]
            public static void Fill(Threads at, Buffer1D<float> x) => x[at.X] = Helper(at.X);

            static float Helper(float x) => x + 1;
        }
        """;

    [Fact]
    public void AddedComment_DoesNotRegenerate() => AssertModified(0, Source.Replace("x * 2;", "x /* times */ * 2; // two"));

    [Fact]
    public void AddedLine_DoesNotRegenerate() => AssertModified(0, "// A new first line.\n\n" + Source);

    [Fact]
    public void ChangedKernel_RegeneratesItAlone() => AssertModified(1, Source.Replace("x * 2", "x * 4"));

    [Fact]
    public void ChangedHelper_RegeneratesItsCallers() => AssertModified(2, Source.Replace("x + 1", "x + 2"));

    [Fact]
    public void ChangedKernelFunction_RegeneratesItAlone() => AssertModified(1, Source.Replace("x / 2", "x / 8"));

    static void AssertModified(int expected, string edited)
    {
        CSharpCompilation before = SourceCompilation.Create(Source);
        SyntaxTree tree = before.SyntaxTrees[0];
        CSharpCompilation after = before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, SourceCompilation.ParseOptions, tree.FilePath));
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(before).RunGenerators(after);

        var reasons = GeneratorHarness.Reasons(driver);
        Assert.Equal(expected, reasons.GetValueOrDefault(IncrementalStepRunReason.Modified));
        Assert.Equal(4 - expected, reasons.GetValueOrDefault(IncrementalStepRunReason.Unchanged) + reasons.GetValueOrDefault(IncrementalStepRunReason.Cached));
    }
}
