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
        TorchDtypes? torch = TorchDtypes.In(context.Compilation);
        context.RegisterOperationAction(operation => AnalyzeCall(operation, symbols, torch), OperationKind.Invocation);
    }

    static void AnalyzeCall(OperationAnalysisContext context, KnownSymbols symbols, TorchDtypes? torch)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is not { } target)
        {
            return;
        }

        if (symbols.IsTensor(target.Type) && symbols.Mutates(call.TargetMethod))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                Check(context, target, argument.Value, symbols);
            }
        }
        else if (torch is not null && torch.IsInPlace(call) && torch.Of(target) is { } to)
        {
            foreach (IOperation value in call.Arguments.Select(argument => argument.Value))
            {
                Check(context, target, to, value, torch.Of(value), fix: null, ".to(" + TorchDtypes.Name(to) + ")");
            }
        }
    }

    static void Check(OperationAnalysisContext context, IOperation target, IOperation value, KnownSymbols symbols)
    {
        if (symbols.ElementOf(target.Type) is { } to)
        {
            IOperation written = Narrowing.Written(value);
            Check(context, target, to, written, symbols.ElementOf(written.Type), to, ".Cast<" + PrecisionReport.Name(to) + ">()");
        }
    }

    static void Check(OperationAnalysisContext context, IOperation target, ITypeSymbol to, IOperation value, ITypeSymbol? from, ITypeSymbol? fix, string instead)
    {
        if (Narrowing.Between(from, to) is not NarrowingFamily.None and var family && PrecisionOptions.Of(context).Counts(family))
        {
            PrecisionReport.Add(
                context, Descriptors.NarrowingStore, value.Syntax, fix, value.Syntax.ToString(), PrecisionReport.Name(from!), PrecisionReport.Name(to), target.Syntax.ToString(), instead);
        }
    }
}
