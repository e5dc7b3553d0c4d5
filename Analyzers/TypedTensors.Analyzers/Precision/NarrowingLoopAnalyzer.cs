using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1003: <c>foreach (float x in doubles)</c>, where the compiler inserts a cast. The operation tree does not have it; the statement's own information does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowingLoopAnalyzer() : RuleAnalyzer(Descriptors.NarrowingLoop)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Loop);

    static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is not IForEachLoopOperation { Syntax: ForEachStatementSyntax statement, LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: { } to } } loop
            || loop.SemanticModel.GetForEachStatementInfo(statement) is not { ElementConversion.IsExplicit: true, ElementType: { } from })
        {
            return;
        }

        NarrowingFamily family = FamilyOf(from, to, context.Compilation);
        if (family != NarrowingFamily.None && PrecisionOptions.Of(context).Counts(family) && !(family == NarrowingFamily.Integer && Elements(loop.Collection) is { } elements && elements.All(element => Narrowing.Of(element, to) == NarrowingFamily.None)))
        {
            PrecisionReport.Add(context, Descriptors.NarrowingLoop, statement.Type, null, PrecisionReport.Name(from), PrecisionReport.Name(to));
        }
    }

    static NarrowingFamily FamilyOf(ITypeSymbol from, ITypeSymbol to, Compilation compilation) =>
        NumericType.Of(from) is not null && NumericType.Of(to) is not null ? Narrowing.Between(from, to)
        : from is INamedTypeSymbol { IsTupleType: true } source && to is INamedTypeSymbol { IsTupleType: true } target
            ? source.TupleElements.Zip(target.TupleElements, (one, other) => FamilyOf(one.Type, other.Type, compilation)).Aggregate(NarrowingFamily.None, (all, one) => all | one)
        : compilation.ClassifyConversion(from, to) is { IsUserDefined: true, IsExplicit: true } ? NarrowingFamily.UserDefined
        : NarrowingFamily.None;

    // An array that is written in place says what its elements are.
    static IEnumerable<IOperation>? Elements(IOperation collection) =>
        Narrowing.Written(collection) is IArrayCreationOperation { Initializer.ElementValues: var values } ? values.Select(Narrowing.Written) : null;
}
