using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>What integers an expression can be, as far as the text says: masks, shifts, remainders, limits, constants, variables that are set once or count, and the conditions around.</summary>
static class ValueRanges
{
    const int Depth = 24;

    // Conditions are many, and one variable's may speak of another.
    const int DepthInConditions = 4;

    /// <summary>The values of an expression of an integer type.</summary>
    /// <returns>The range, or null where it is no integer.</returns>
    public static ValueRange? Of(IOperation operation) => Of(operation, operation, Depth);

    /// <summary>The values that a sum, difference or product would have if it could not overflow.</summary>
    public static ValueRange? Unbounded(IBinaryOperation operation) => Unbounded(operation, operation, Depth);

    // What does not change is, where its value is taken, what the conditions around the place that is asked about say.
    static ValueRange? Of(IOperation operation, IOperation place, int depth)
    {
        if (NumericType.Of(operation.Type) is not { IsInteger: true } type)
        {
            return null;
        }

        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return Constant(constant) ?? type.Range;
        }

        ValueRange? known = depth == 0 ? null : operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, place, depth - 1),
            IParenthesizedOperation parentheses => Of(parentheses.Operand, place, depth - 1),
            IBinaryOperation { OperatorMethod: null } binary => Unbounded(binary, place, depth - 1),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } unary => -Of(unary.Operand, place, depth - 1),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } unary => Of(unary.Operand, place, depth - 1),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Either(Of(conditional.WhenTrue, place, depth - 1), Of(otherwise, place, depth - 1)),
            ISwitchExpressionOperation choice => choice.Arms.Select(arm => Of(arm.Value, place, depth - 1)).Aggregate(Either),
            IInvocationOperation call => KnownCalls.Range(call, argument => Of(argument, place, depth - 1)),
            IPropertyReferenceOperation property => KnownProperties.Range(property, length => Of(length, place, depth - 1)),
            ILocalReferenceOperation local => VariableRanges.Of(local, type.Range, place, value => Of(value, place, Math.Min(depth - 1, DepthInConditions))),
            IParameterReferenceOperation parameter => VariableRanges.Of(parameter, type.Range, place, value => Of(value, place, Math.Min(depth - 1, DepthInConditions))),
            _ => null,
        };

        // What does not fit its type has wrapped and may be anything.
        return known is { } range && type.Range.Contains(range) ? range : type.Range;
    }

    static ValueRange? Unbounded(IBinaryOperation binary, IOperation place, int depth)
    {
        if (depth == 0 || Of(binary.LeftOperand, place, depth - 1) is not { } left || Of(binary.RightOperand, place, depth - 1) is not { } right)
        {
            return null;
        }

        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => left.DividedBy(right),
            BinaryOperatorKind.Remainder => left.Remainder(right),
            BinaryOperatorKind.And => left.And(right),
            BinaryOperatorKind.RightShift when Count(binary, right) is { } count => left.ShiftedRight(count),
            BinaryOperatorKind.UnsignedRightShift when Count(binary, right) is { } count => Unsigned(left, binary).ShiftedRight(count),
            BinaryOperatorKind.LeftShift when Count(binary, right) is { } count => left.ShiftedLeft(count),
            _ => null,
        };
    }

    // C# takes only the low bits of a shift count.
    static int? Count(IBinaryOperation binary, ValueRange count) =>
        count.Min == count.Max ? (int)(count.Min & (Is64Bit(binary.Type) ? 63 : 31)) : null;

    static ValueRange Unsigned(ValueRange range, IBinaryOperation binary) =>
        range.IsNonNegative ? range : new ValueRange(0, BigInteger.Pow(2, Is64Bit(binary.Type) ? 64 : 32) - 1);

    static bool Is64Bit(ITypeSymbol? type) => NumericType.Of(type) is { } numeric && numeric.Range.Max > uint.MaxValue;

    static ValueRange? Either(ValueRange? one, ValueRange? other) => one is { } first && other is { } second ? first.Or(second) : null;

    static ValueRange? Constant(object value) =>
        value switch
        {
            char character => ValueRange.Of(character),
            ulong large => ValueRange.Of(large),
            sbyte or byte or short or ushort or int or uint or long => ValueRange.Of(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ => null,
        };
}
