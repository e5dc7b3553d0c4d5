using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.SharedMemory.Facts;

/// <summary>Compiles a few lines and asks what is known of the outermost call in one of them.</summary>
static class FactSnippet
{
    const string Usings = """
        using System.Buffers; using System.Buffers.Binary; using System.Collections.Immutable; using System.IO; using System.Numerics.Tensors; using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices; using MathNet.Numerics.LinearAlgebra; using MathNet.Numerics.LinearAlgebra.Double;

        """;

    /// <summary>A compilation that must have no errors.</summary>
    /// <param name="source">Its text; what is named often need not be imported.</param>
    public static CSharpCompilation Compile(string source)
    {
        CSharpCompilation compilation = SourceCompilation.Create(Usings + source);
        compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        return compilation;
    }

    /// <summary>The operations of one local's initial value or of one statement: calls, creations, conversions, operators and accesses, the outermost first.</summary>
    public static IEnumerable<(IMethodSymbol Method, IOperation Operation)> Calls(Compilation compilation, string marked)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First();
        int start = tree.ToString().IndexOf(marked, StringComparison.Ordinal);
        SyntaxNode node = tree.GetRoot().FindNode(new TextSpan(start, marked.Length), getInnermostNodeForTie: false);
        SemanticModel model = compilation.GetSemanticModel(tree);
        IOperation root = node.DescendantNodesAndSelf().Select(inner => model.GetOperation(inner)).First(operation => operation is not null)!;
        while (root.Parent is IConversionOperation { IsImplicit: true } conversion)
        {
            root = conversion;
        }

        return root.DescendantsAndSelf().SelectMany(MethodsOf);
    }

    /// <summary>What is known of the outermost call.</summary>
    public static MemberFacts Of(Compilation compilation, string marked, params (string Path, string Text)[] files)
    {
        var options = new AnalyzerOptions([.. files.Select(file => new TextFile(file.Path, file.Text))]);
        (IMethodSymbol method, IOperation operation) = Calls(compilation, marked).First();
        return SharingFacts.Of(compilation, options).Of(method, ReceiverOf(operation));
    }

    /// <summary>Writes facts as the tests compare them, with the names that the member gives its parameters.</summary>
    public static string Describe(MemberFacts facts, IMethodSymbol method)
    {
        string Name(Operand operand) => operand.IsReceiver ? "this" : operand.IsResult ? "result" : method.Parameters[operand.Ordinal].Name;
        string All(OperandMask mask) => string.Join(" ", method.Parameters.Select(parameter => Operand.Parameter(parameter.Ordinal)).Prepend(Operand.Receiver).Where(mask.Contains).Select(Name));
        var text = new StringBuilder();
        foreach (Share share in facts.Shares)
        {
            string conditions = string.Concat(share.Conditions.Select(condition => $" if {method.Parameters[condition.Parameter].Name} is {condition.Value switch { null => "null", true => "true", _ => "false" }}"));
            text.Append($"{Name(share.To)} shares {Name(share.From)}{(share.Silent ? "" : " openly")}{(share.SameLayout ? "" : " relaid")}{conditions}, ");
        }

        text.Append(facts.Mutates.IsEmpty ? "" : $"writes {All(facts.Mutates)}, ")
            .Append(facts.GivesBack.IsEmpty ? "" : $"gives back {All(facts.GivesBack)}, ")
            .Append(facts.MetadataOnly.IsEmpty ? "" : $"ignores {All(facts.MetadataOnly)}, ")
            .Append(facts.RentsResult ? "rents, " : "")
            .Append(facts.OverlapSafe ? "overlaps safely, " : "")
            .Append(facts.RequiresGradientResult ? "needs gradient, " : "")
            .Append(facts.RunsBackward ? "runs backward, " : "");
        return text.Length > 0 ? text.ToString(0, text.Length - 2) : facts.Known ? "copies" : "unknown";
    }

    /// <summary>Loads what was compiled.</summary>
    public static Assembly Load(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return Assembly.Load(stream.ToArray());
    }

    static ITypeSymbol? ReceiverOf(IOperation operation) => operation is IInvocationOperation { Instance: { } instance } ? (instance is IConversionOperation conversion ? conversion.Operand : instance).Type : null;

    static IEnumerable<(IMethodSymbol Method, IOperation Operation)> MethodsOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => [(call.TargetMethod, operation)],
        IObjectCreationOperation { Constructor: { } constructor } => [(constructor, operation)],
        IConversionOperation { OperatorMethod: { } conversion } => [(conversion, operation)],
        IUnaryOperation { OperatorMethod: { } unary } => [(unary, operation)],
        IBinaryOperation { OperatorMethod: { } binary } => [(binary, operation)],
        ICompoundAssignmentOperation { OperatorMethod: { } compound } => [(compound, operation)],
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.SetMethod: { } set } } => [(set, operation)],
        IPropertyReferenceOperation { Property.GetMethod: { } get } => [(get, operation)],
        _ => [],
    };

    sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
