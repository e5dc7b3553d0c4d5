using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1001: an in-place operation or copy stores a tensor of a wider element type in one of a narrower.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowingStoreAnalyzer() : TensorRuleAnalyzer(Descriptors.NarrowingStore)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (ICompoundAssignmentOperation)operation.Operation;
                if (assignment.OperatorMethod is not null)
                {
                    Check(operation, assignment.Target, assignment.Value, symbols);
                }
            },
            OperationKind.CompoundAssignment);
        context.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
    }

    static void AnalyzeCall(OperationAnalysisContext context, KnownSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is { } target && symbols.IsTensor(target.Type) && symbols.Mutates(call.TargetMethod))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                Check(context, target, argument.Value, symbols);
            }
        }
    }

    static void Check(OperationAnalysisContext context, IOperation target, IOperation value, KnownSymbols symbols)
    {
        IOperation written = Narrowing.Written(value);
        if (symbols.ElementOf(target.Type) is { } to
            && symbols.ElementOf(written.Type) is { } from
            && Narrowing.Between(from, to) is not NarrowingFamily.None and var family
            && PrecisionOptions.Of(context).Counts(family))
        {
            PrecisionReport.Add(
                context, Descriptors.NarrowingStore, written.Syntax, to, written.Syntax.ToString(), PrecisionReport.Name(from), PrecisionReport.Name(to), target.Syntax.ToString(), ".Cast<" + PrecisionReport.Name(to) + ">()");
        }
    }
}
