using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;
using Xunit;

namespace TypedTensors.Testing.Generation;

/// <summary>Runs the compiler half over one method, without a generator.</summary>
public static class KernelSource
{
    /// <summary>Reads the first method of a class.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <param name="kind">What it is read as.</param>
    /// <returns>The model or the faults.</returns>
    public static ParseResult Parse(string methods, KernelKind kind = KernelKind.Elementwise)
    {
        CSharpCompilation compilation = SourceCompilation.Create($"using System.Numerics;\npublic static partial class Kernels\n{{\n{methods}\n}}\n");
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        IMethodSymbol symbol = compilation.GetSemanticModel(tree).GetDeclaredSymbol(method)!;
        return KernelParser.Parse(symbol, kind, compilation, CancellationToken.None);
    }

    /// <summary>Reads a method that has no faults.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <returns>The model.</returns>
    public static KernelModel Model(string methods)
    {
        ParseResult result = Parse(methods);
        Assert.Empty(result.Faults);
        return result.Model!;
    }

    /// <summary>Prints what a method has become.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <param name="bits">The width of the vectors, or 0 for single values.</param>
    /// <returns>The method <c>Evaluate</c>.</returns>
    public static string Print(string methods, int bits = 0)
    {
        KernelModel model = Model(methods);
        var writer = new IndentedWriter();
        new BodyPrinter(model, new LanePlan(model), bits).Print(writer, "static", "Evaluate");
        return writer.ToString().TrimEnd('\n');
    }

    /// <summary>The one fault of a method.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <param name="kind">What it is read as.</param>
    /// <returns>The fault.</returns>
    public static Fault Fault(string methods, KernelKind kind = KernelKind.Elementwise)
    {
        ParseResult result = Parse(methods, kind);
        Assert.Null(result.Model);
        return Assert.Single(result.Faults);
    }

    /// <summary>Reads the first method of a class as a kernel over an index space that has no faults.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <param name="attribute">The arguments of its attribute.</param>
    /// <returns>The model.</returns>
    public static ComputeModel ComputeModel(string methods, string attribute = "64")
    {
        ComputeParseResult result = ParseCompute(methods, attribute).Result;
        Assert.Empty(result.Faults);
        return result.Model!;
    }

    /// <summary>The one fault of a kernel over an index space, and the text in which it stands.</summary>
    /// <param name="methods">The members of a class; the first is the kernel.</param>
    /// <param name="attribute">The arguments of its attribute.</param>
    /// <returns>The fault and the text.</returns>
    public static (Fault Fault, string Source) ComputeFault(string methods, string attribute = "64")
    {
        (ComputeParseResult result, string source) = ParseCompute(methods, attribute);
        Assert.Null(result.Model);
        return (Assert.Single(result.Faults), source);
    }

    static (ComputeParseResult Result, string Source) ParseCompute(string methods, string attribute)
    {
        string source = $"using System.Numerics;\npublic static partial class Kernels\n{{\n[Kernel({attribute})]\n{methods}\n}}\n";
        CSharpCompilation compilation = SourceCompilation.Create(source);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        return (ComputeParser.Parse(compilation.GetSemanticModel(tree).GetDeclaredSymbol(method)!, compilation, CancellationToken.None), source);
    }
}
