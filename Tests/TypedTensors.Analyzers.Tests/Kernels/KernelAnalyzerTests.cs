using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Kernels;
using TypedTensors.Compiler.Parsing;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;
using Xunit.Abstractions;
using Rule = TypedTensors.Testing.Analyzers.RuleTest<TypedTensors.Analyzers.Kernels.KernelAnalyzer>;

namespace TypedTensors.Analyzers.Tests.Kernels;

/// <summary>A kernel that the generator skips always has a report, and one that it takes never has.</summary>
public class KernelAnalyzerTests(ITestOutputHelper output)
{
    public static TheoryData<FaultyKernel> Kernels => [.. FaultyKernels.All];

    [Theory]
    [MemberData(nameof(Kernels))]
    public async Task SkippedKernel_HasAReport(FaultyKernel kernel)
    {
        Diagnostic report = Assert.Single(await Rule.Reports(kernel.Source));
        Assert.Equal(
            (KernelRules.All[kernel.Kind].Id, kernel.Place),
            (report.Id, kernel.Source.Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length)));
        Assert.Empty(GeneratorHarness.Run(kernel.Source).Sources);
    }

    [Fact]
    public async Task BuiltInOperations_AreAllEmittedAndHaveNoReport()
    {
        (Compilation complete, IReadOnlyList<string> kernels) = RepositoryProject.Operations;
        int marked = MarksIn(complete.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
        Assert.Empty(RuleProject.Errors(complete));
        Assert.True(marked > 150, $"only {marked} kernels");
        Assert.Equal(marked, kernels.Count);
        Assert.Empty(await AnalyzerRun.Reports(complete, null, new KernelAnalyzer()));
    }

    [Fact]
    public void EveryKindOfFault_HasARule() => Assert.Equal(Enum.GetValues<FaultKind>().Order(), KernelRules.All.Keys.Order());

    [Fact]
    public void EveryKindOfKernel_HasAMark() => Assert.Equal(Enum.GetValues<KernelKind>().Order(), KernelMarks.Names.Keys.Order());

    [Fact]
    public async Task FaultInACalledMethod_IsReportedThereAndNamesTheKernel() => await Rule.Verify(
        """
        public static partial class Kernels
        {
            [Elementwise]
            public static float Swish(float x) => Gate(x) * x;

            static float Gate(float x) => Helper.Next() * x;
        }

        static class Helper
        {
            static int state;
            public static float Next() => {|TT4011:state|};
        }
        """,
        message: "'Swish' yields no code");

    [Fact]
    public async Task TwoKernelsOverOneFault_AreBothNamed()
    {
        ImmutableArray<Diagnostic> reports = await Rule.Reports("""
            public static partial class Kernels
            {
                [Elementwise] public static float A(float x) => Noise(x);
                [Elementwise] public static float B(float x) => Noise(x) + 1;
                static float Noise(float x) => x * Random.Shared.NextSingle();
            }
            """);
        Assert.Equal(["'A'", "'B'"], reports.Select(report => report.GetMessage()[..3]));
    }

    [Theory]
    [InlineData("int n = 0; [Elementwise] static float [|F|](float x) => x; F(n);")]
    [InlineData("class C { [Elementwise] public static float operator +(C a, float b) => b; }")]
    [InlineData("class C { static float P { [Elementwise] get => 1; } }")]
    public async Task MarkOnWhatIsNoMethodOfAClass_IsReported(string source) =>
        Assert.Equal(["TT4002"], (await Rule.Reports(Markup.Parse(source).Text)).Select(report => report.Id));

    [Fact]
    public async Task ReductionThatIsARecord_IsReported() =>
        await Rule.Verify("public static partial class Sums { [{|TT4001:Reduction(\"Fold\")|}] public record Fold; }", message: "only a static class is read as a reduction");

    [Fact]
    public async Task KernelThatDoesNotCompile_IsLeftToTheCompiler() => await Rule.Verify(
        "public static partial class Kernels { [Elementwise] public static float F(float x) => x + missing; }", compiles: false);

    [Fact]
    public async Task KernelThatCallsAMethodWithErrors_IsLeftToTheCompiler() => await Rule.Verify(
        """
        public static partial class Kernels { [Elementwise] public static float F(float x) => Helper.G(x); }
        static class Helper { public static float G(float x) => x + missing; }
        """,
        compiles: false);

    [Fact]
    public async Task GenericCallOfAKernelFunction_IsReadAsTheGeneratorReadsIt() => await Rule.Verify("""
        using System.Numerics;

        public static partial class Functions
        {
            /// <summary>Twice.</summary>
            [KernelFunction] public static float Twice(float x) => x * 2;

            /// <summary>Twice.</summary>
            [KernelFunction] public static double Twice(double x) => x * 2;

            /// <summary>Four times.</summary>
            [Elementwise] public static T FourTimes<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => Twice(Twice(x));
        }
        """);

    [Fact]
    public async Task Editorconfig_SilencesARule() => await Rule.Verify(
        "public static partial class Kernels { static float seed; [Elementwise] public static float F(float x) => x + seed; }",
        editorConfig: "dotnet_diagnostic.TT4011.severity = none");

    [Fact]
    public async Task Fuzz_NothingThrows() => await TokenFuzz.Run(Texts, TokenFuzz.Count, seed: 4, new KernelAnalyzer());

    // Whatever has become of a kernel: if it still compiles, the generator and the rules have one opinion of it.
    [Fact]
    public async Task DamagedKernelThatCompiles_IsEmittedOrReported()
    {
        int emitted = 0, reported = 0;
        await TokenFuzz.Run(Texts, 5 * TokenFuzz.Count, seed: 5, async (compilation, result) =>
        {
            if (MarksIn(compilation.SyntaxTrees.First()) != 1 || RuleProject.Errors(compilation.RemoveSyntaxTrees(result.GeneratedTrees)).Any())
            {
                return;
            }

            Assert.Empty(RuleProject.Errors(compilation));
            bool isReported = !(await AnalyzerRun.Once(compilation, null, isConcurrent: false, new KernelAnalyzer())).IsEmpty;
            Assert.NotEqual(isReported, !result.GeneratedTrees.IsEmpty);
            _ = isReported ? reported++ : emitted++;
        });
        output.WriteLine($"{emitted} damaged kernels were emitted, {reported} were reported");
        Assert.True(emitted > 0 && reported > 0);
    }

    // The texts that are none, and those that the pages of the rules show instead.
    static IReadOnlyList<string> Texts { get; } =
        [.. FaultyKernels.All.Select(kernel => kernel.Source), .. KernelRules.All.Values.SelectMany(rule => new[] { RulePage.Read(rule.Id).Reported, RulePage.Read(rule.Id).NotReported })];

    static int MarksIn(params IEnumerable<SyntaxTree> trees) =>
        trees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()).Count(attribute => attribute.Name.ToString() is "Elementwise" or "KernelFunction" or "Kernel" or "Reduction");
}
