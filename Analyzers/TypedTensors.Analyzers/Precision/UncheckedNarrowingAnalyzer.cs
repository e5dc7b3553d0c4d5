using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1007: <c>checked((float)d)</c>, <c>float.CreateChecked(d)</c>, <c>ConvertChecked&lt;double, float&gt;</c>: between floating types none of them throws, nor does saturation saturate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedNarrowingAnalyzer() : RuleAnalyzer(Descriptors.UncheckedNarrowing)
{
    const string Instead = "compare with float.IsInfinity afterwards, or write 'NarrowChecked'";

    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeConversion, OperationKind.Conversion);
        context.RegisterOperationAction(operation => AnalyzeMethod(operation, ((IInvocationOperation)operation.Operation).TargetMethod), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzeMethod(operation, ((IMethodReferenceOperation)operation.Operation).Method), OperationKind.MethodReference);
    }

    static void AnalyzeConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is { IsImplicit: false, Syntax: CastExpressionSyntax cast }
            && IsNarrowing(conversion.Operand.Type, conversion.Type)
            && !(conversion.Operand.ConstantValue is { HasValue: true, Value: { } constant } && Narrowing.Fits(constant, conversion.Type!))
            && CheckedContexts.Around(cast) is { } guard
            && !CheckedContexts.GuardsSomething(conversion, guard))
        {
            SyntaxNode place = guard is CheckedExpressionSyntax expression && CheckedContexts.Inner(expression) == cast ? expression : cast;
            Report(context, place, conversion.Type!);
        }
    }

    static void AnalyzeMethod(OperationAnalysisContext context, IMethodSymbol method)
    {
        if (method.Name is "CreateChecked" or "CreateSaturating" && method.TypeArguments is [{ } argument] && IsNarrowing(argument, method.ContainingType))
        {
            Report(context, context.Operation.Syntax, method.ContainingType);
        }
        else if (method.Name is "ConvertChecked" or "ConvertSaturating"
            && method.TypeArguments is [{ } from, { } to]
            && method.ContainingNamespace?.ToDisplayString() == "System.Numerics.Tensors"
            && IsNarrowing(from, to))
        {
            Report(context, context.Operation.Syntax, to);
        }
    }

    static void Report(OperationAnalysisContext context, SyntaxNode place, ITypeSymbol to)
    {
        if (PrecisionOptions.Of(context).Counts(NarrowingFamily.Floating))
        {
            PrecisionReport.Add(context, Descriptors.UncheckedNarrowing, place, to, place.ToString(), PrecisionReport.Name(to), Instead);
        }
    }

    // A decimal never overflows, and a conversion to it always throws where it must.
    static bool IsNarrowing(ITypeSymbol? from, ITypeSymbol? to) =>
        Narrowing.Between(from, to) == NarrowingFamily.Floating && to!.SpecialType != SpecialType.System_Decimal && from!.SpecialType != SpecialType.System_Decimal;
}
