using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;
using Xunit;

namespace TypedTensors.Testing.Generation;

/// <summary>Runs the compiler half over one reduction, without a generator.</summary>
public static class ReductionSource
{
    /// <summary>Reads the class that is marked as a reduction.</summary>
    /// <param name="source">The text of a file.</param>
    /// <returns>The model or the faults.</returns>
    public static ReductionResult Parse(string source)
    {
        CSharpCompilation compilation = SourceCompilation.Create("using System.Numerics;\n" + source);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ClassDeclarationSyntax marked = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .First(type => type.AttributeLists.ToString().Contains("Reduction", StringComparison.Ordinal));
        return ReductionParser.Parse(compilation.GetSemanticModel(tree).GetDeclaredSymbol(marked)!, compilation, CancellationToken.None);
    }

    /// <summary>Reads a reduction within a class of the kind that it must stand in.</summary>
    /// <param name="declaration">The class's name, type parameters and constraints.</param>
    /// <param name="members">Its members.</param>
    /// <returns>The model or the faults.</returns>
    public static ReductionResult Parse(string declaration, string members) =>
        Parse($"public static partial class Reductions\n{{\n[Reduction(\"Fold\")]\npublic static class {declaration}\n{{\n{members}\n}}\n}}\n");

    /// <summary>Reads a reduction that has no faults.</summary>
    /// <param name="declaration">The class's name, type parameters and constraints.</param>
    /// <param name="members">Its members.</param>
    /// <returns>The model.</returns>
    public static ReductionModel Model(string declaration, string members)
    {
        ReductionResult result = Parse(declaration, members);
        Assert.Empty(result.Faults);
        return result.Model!;
    }
}
