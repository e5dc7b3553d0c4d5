using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Parsing;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Parsing;

/// <summary>What is not in the kernel language is a fault of its kind, at its place, that says what to write instead.</summary>
public class FaultTests
{
    public static TheoryData<FaultyKernel> Kernels => [.. FaultyKernels.All];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void FaultyKernel_HasOneFaultAtItsPlace(FaultyKernel kernel)
    {
        Fault fault = Assert.Single(Faults(kernel.Source));
        Assert.Equal((kernel.Kind, kernel.Place), (fault.Kind, kernel.Source.Substring(fault.Start, fault.Length)));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void FaultyKernel_IsToldWhatToWriteInstead(FaultyKernel kernel) => Assert.All(Faults(kernel.Source), fault =>
    {
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        Assert.Matches("; |\\. [A-Z]", fault.Message);
    });

    [Fact]
    public void EveryKindOfFault_HasAKernel() => Assert.Empty(Enum.GetValues<FaultKind>().Except(FaultyKernels.All.Select(kernel => kernel.Kind)));

    static IEnumerable<Fault> Faults(string source)
    {
        CSharpCompilation compilation = SourceCompilation.Create(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        AttributeSyntax mark = tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().First();
        KernelKind kind = mark.Name.ToString() switch
        {
            "KernelFunction" => KernelKind.Function,
            "Kernel" => KernelKind.Compute,
            "Reduction" => KernelKind.Reduction,
            _ => KernelKind.Elementwise,
        };
        return KernelFaults.Of(compilation.GetSemanticModel(tree).GetDeclaredSymbol(mark.Parent!.Parent!)!, kind, compilation, CancellationToken.None);
    }
}
