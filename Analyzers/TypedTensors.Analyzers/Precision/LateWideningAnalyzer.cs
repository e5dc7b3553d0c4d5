using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>
/// TT1011: <c>long size = rows * columns</c> overflows in 32 bits before it is widened, and <c>double mean = sum / count</c> has lost its fraction.
/// A cast of the result is written and left alone, and so is what provably fits.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LateWideningAnalyzer() : RuleAnalyzer(Descriptors.LateWidening)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Binary);

    static void Analyze(OperationAnalysisContext context)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (binary is not { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide, OperatorMethod: null, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 }
            || Widened(binary) is not { } wide
            || NumericType.Of(wide) is not { } target
            || !(binary.OperatorKind == BinaryOperatorKind.Multiply ? Overflows(binary) : target.IsFloating && LosesFraction(binary)))
        {
            return;
        }

        bool isSquare = binary.OperatorKind == BinaryOperatorKind.Multiply && target.IsFloating && IsSquare(binary);
        PrecisionReport.Add(
            context,
            Descriptors.LateWidening,
            isSquare ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            binary.Syntax,
            wide,
            binary.Syntax.ToString(),
            PrecisionReport.Name(binary.Type),
            PrecisionReport.Name(wide),
            binary.OperatorKind == BinaryOperatorKind.Multiply ? "what does not fit 32 bits has wrapped by then" : "its fraction has been cut by then",
            binary.LeftOperand.Syntax.ToString());
    }

    // Up through what computes in the same 32 bits; of nested products the outermost is reported.
    static ITypeSymbol? Widened(IOperation operation) =>
        operation.Parent switch
        {
            IConversionOperation { IsImplicit: true, OperatorMethod: null, Type: { } to } => IsWide(to) ? to : null,
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => Widened(sum),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary => Widened(unary),
            IParenthesizedOperation parentheses => Widened(parentheses),
            IConditionalOperation conditional when conditional.Condition != operation => Widened(conditional),
            _ => null,
        };

    static bool IsWide(ITypeSymbol type) => NumericType.Of(type) is { } numeric && (numeric.IsFloating || numeric.Range.Max > uint.MaxValue) && type.TypeKind != TypeKind.Enum;

    // A product in 'checked' throws instead.
    static bool Overflows(IBinaryOperation product) =>
        !product.IsChecked && !product.ConstantValue.HasValue && ValueRanges.Unbounded(product) is { } range && !NumericType.Of(product.Type)!.Range.Contains(range);

    static bool LosesFraction(IBinaryOperation quotient) =>
        !(ValueRanges.Of(quotient.LeftOperand) is { } left && ValueRanges.Of(quotient.RightOperand) is { } right
            && right.Min == right.Max && (right.Min.IsOne || (left.Min == left.Max && !right.Min.IsZero && (left.Min % right.Min).IsZero)));

    static bool IsSquare(IBinaryOperation product) =>
        product.LeftOperand.Syntax.IsEquivalentTo(product.RightOperand.Syntax, topLevel: false)
        && !product.LeftOperand.DescendantsAndSelf().Any(operation => operation is IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation);
}
