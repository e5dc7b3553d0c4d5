using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>Constant expressions that the compiler computes in float, and what they would be in double.</summary>
static class FloatConstants
{
    /// <summary>The whole constant expression that a float literal is part of: itself, with its sign, or in a sum, product or quotient of constants.</summary>
    public static IOperation Around(IOperation literal) =>
        literal.Parent is IUnaryOperation { OperatorMethod: null } or IBinaryOperation { OperatorMethod: null }
        && literal.Parent is { Type.SpecialType: SpecialType.System_Single, ConstantValue.HasValue: true } whole
            ? Around(whole)
            : literal.Parent is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Single } conversion ? Around(conversion)
            : literal;

    /// <summary>The value of the same text without the suffixes.</summary>
    /// <returns>The value, or null where an operator is not known.</returns>
    public static double? InDouble(IOperation constant) =>
        constant switch
        {
            ILiteralOperation { Syntax: LiteralExpressionSyntax literal, ConstantValue.Value: float } =>
                double.TryParse(literal.Token.Text.TrimEnd('f', 'F').Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out double digits) ? digits : null,
            IConversionOperation { IsImplicit: true } conversion => InDouble(conversion.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary => -InDouble(unary.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } unary => InDouble(unary.Operand),
            IBinaryOperation { Type.SpecialType: SpecialType.System_Single, ConstantValue.HasValue: true } binary => Compute(binary.OperatorKind, InDouble(binary.LeftOperand), InDouble(binary.RightOperand)),
            { ConstantValue: { HasValue: true, Value: IConvertible number } } => Convert.ToDouble(number, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>The literals to be written otherwise: those that float does not hold, or else the first, which makes the rest a computation in double.</summary>
    public static IReadOnlyList<IOperation> Blamed(IOperation whole)
    {
        IOperation[] literals = [.. whole.DescendantsAndSelf().Where(operation => operation is ILiteralOperation { ConstantValue.Value: float })];
        IOperation[] inexact = [.. literals.Where(literal => InDouble(literal) is { } digits && digits != (float)literal.ConstantValue.Value!)];
        return inexact.Length > 0 ? inexact : [.. literals.Take(1)];
    }

    static double? Compute(BinaryOperatorKind kind, double? left, double? right) =>
        kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => left / right,
            BinaryOperatorKind.Remainder => left % right,
            _ => null,
        };
}
