using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        if (binary is not { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide, OperatorMethod: null, Syntax: BinaryExpressionSyntax syntax, SemanticModel: { } model }
            || NumericType.Without(binary.Type) is not { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 }
            || Widened(binary) is not { } wide
            || !(binary.OperatorKind == BinaryOperatorKind.Multiply ? Overflows(binary) : IsFloating(wide) && LosesFraction(binary)))
        {
            return;
        }

        ExpressionSyntax operand = Operand(syntax, model, context.CancellationToken);
        ITypeSymbol type = NumericType.IsNullable(model.GetTypeInfo(operand, context.CancellationToken).Type) ? wide : NumericType.Without(wide)!;
        bool isSquare = binary.OperatorKind == BinaryOperatorKind.Multiply && IsFloating(wide) && IsSquare(binary);
        PrecisionReport.Add(
            context,
            Descriptors.LateWidening,
            isSquare ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            syntax,
            type,
            syntax.ToString(),
            PrecisionReport.Name(binary.Type!),
            PrecisionReport.Name(wide),
            binary.OperatorKind == BinaryOperatorKind.Multiply ? "what does not fit 32 bits has wrapped by then" : "its fraction has been cut by then",
            PrecisionReport.Cast(PrecisionReport.Name(type), operand));
    }

    /// <summary>The operand that is to be widened: the first that is no constant. Of a * b * c it is a; a quotient in it stays what it is.</summary>
    /// <param name="product">The product or quotient.</param>
    /// <param name="model">What it means.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal static ExpressionSyntax Operand(BinaryExpressionSyntax product, SemanticModel model, CancellationToken cancellation)
    {
        List<ExpressionSyntax> factors = [product.Right];
        ExpressionSyntax first = product.Left;
        for (; product.IsKind(SyntaxKind.MultiplyExpression) && first is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } inner; first = inner.Left)
        {
            factors.Insert(0, inner.Right);
        }

        return model.GetConstantValue(first, cancellation).HasValue ? factors.FirstOrDefault(factor => !model.GetConstantValue(factor, cancellation).HasValue) ?? first : first;
    }

    // Up through what computes in the same 32 bits; of nested products the outermost is reported.
    static ITypeSymbol? Widened(IOperation operation) =>
        operation.Parent switch
        {
            IConversionOperation { IsImplicit: true, Type: { } to } => IsWide(to) ? to : null,
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => Widened(sum),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary => Widened(unary),
            IParenthesizedOperation parentheses => Widened(parentheses),
            IConditionalOperation conditional when conditional.Condition != operation => Widened(conditional),
            ISwitchExpressionArmOperation { Parent: { } choice } => Widened(choice),
            _ => null,
        };

    static bool IsWide(ITypeSymbol type) =>
        NumericType.Of(type) is { } numeric ? (numeric.IsFloating || numeric.Range.Max > uint.MaxValue) && type.TypeKind != TypeKind.Enum : IsLarge(type, "BigInteger") || IsLarge(type, "Complex");

    static bool IsFloating(ITypeSymbol type) => NumericType.Of(type)?.IsFloating ?? IsLarge(type, "Complex");

    // Types of .NET that convert implicitly from integers, with an operator of their own.
    static bool IsLarge(ITypeSymbol type, string name) => type.Name == name && type.ContainingNamespace is { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

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
