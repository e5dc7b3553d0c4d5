using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1008: <c>Convert.ToSingle</c> of a double, called or handed over as a method group.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamedNarrowingAnalyzer() : RuleAnalyzer(Descriptors.NamedNarrowing)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (IsToSingle(call.TargetMethod) && Narrowing.Written(call.Arguments[0].Value) is { } value && !IsWritten(value, operation))
                {
                    Report(operation);
                }
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation =>
            {
                if (IsToSingle(((IMethodReferenceOperation)operation.Operation).Method))
                {
                    Report(operation);
                }
            },
            OperationKind.MethodReference);
    }

    static bool IsToSingle(IMethodSymbol method) =>
        method is { Name: "ToSingle", ContainingType: { Name: "Convert", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }, Parameters: [{ Type.SpecialType: SpecialType.System_Double }] };

    // A constant that is exact, or a float that was widened on the way.
    static bool IsWritten(IOperation value, OperationAnalysisContext context)
    {
        ITypeSymbol single = context.Compilation.GetSpecialType(SpecialType.System_Single);
        return value.ConstantValue is { HasValue: true, Value: { } constant }
            ? !PrecisionOptions.Of(context).CountsConstant(Narrowing.IsExact(constant, single))
            : Narrowing.Of(value is IConversionOperation { Operand: { } widened } ? widened : value, single) == NarrowingFamily.None;
    }

    static void Report(OperationAnalysisContext context) =>
        PrecisionReport.Add(context, Descriptors.NamedNarrowing, context.Operation.Syntax, null, context.Operation.Syntax.ToString());
}
