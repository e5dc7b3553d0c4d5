using System.Globalization;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>What keeps values that are narrower than their lanes in their range: shifts, conversions, and results that wrap.</summary>
sealed partial class VectorExpressions
{
    /// <summary>Brings a result back into the range of its type, as the scalar operation does by itself.</summary>
    VectorExpression Normalize(ElementType type, VectorExpression value)
    {
        if (!plan.IsNarrow(type))
        {
            return value;
        }

        if (type.IsFloating)
        {
            return new(Expression.Call("KernelMath.RoundToSingle", value.Code), value.Lane);
        }

        int bitsOfType = type.Size * 8;
        if (type.IsUnsigned)
        {
            var mask = new Expression($"{Create(value.Lane)}({ConstantPrinter.Literal(value.Lane, ConstantValue.Of((1L << bitsOfType) - 1))})", Precedence.Primary);
            return new(Expression.Bits(value.Code, "&", mask, Precedence.And), value.Lane);
        }

        Expression distance = Number((plan.Size * 8) - bitsOfType);
        return new(
            Expression.Bits(Expression.Bits(value.Code, "<<", distance, Precedence.Shift), ">>", distance, Precedence.Shift),
            value.Lane);
    }

    VectorExpression Shift(BinaryInstruction shift, Func<int, VectorExpression> use, Func<int, Expression> useScalar)
    {
        VectorExpression value = use(shift.Left);
        bool isNarrow = plan.IsNarrow(shift.Type);
        if (!plan.IsUniform(shift.Right) || plan.TypeOf(shift.Right).IsGeneric)
        {
            return new(Expression.Call($"KernelMath.{shift.Operator}", value.Code, As(use(shift.Right), value.Lane).Code), value.Lane);
        }

        // An int in a lane of 64 bits has copies of its sign above it, which must not be shifted in.
        if (isNarrow && shift.Operator == BinaryOperator.ShiftRightLogical && !shift.Type.IsUnsigned)
        {
            value = new(Expression.Bits(value.Code, "&", Expression.Primary($"{Create(value.Lane)}({uint.MaxValue}L)"), Precedence.And), value.Lane);
        }

        // C# uses only the low bits of the count; vectors would use as many as their lanes have.
        Expression count = useScalar(shift.Right);
        count = int.TryParse(count.Code, NumberStyles.Integer, CultureInfo.InvariantCulture, out int known) && shift.Type.Size > 0
            ? Number(known & ((shift.Type.Size * 8) - 1))
            : isNarrow ? Expression.Bits(count, "&", Number((shift.Type.Size * 8) - 1), Precedence.And) : count;
        return Normalize(shift.Type, new(ScalarExpressions.Infix(shift.Operator, value.Code, count), value.Lane));
    }

    VectorExpression Convert(ConvertInstruction convert, VectorExpression operand)
    {
        ElementType from = plan.TypeOf(convert.Operand), to = convert.Type, lane = plan.Lane(to);
        return (from.IsFloating, to.IsFloating) switch
        {
            (true, true) => to.Size < from.Size ? Normalize(to, operand) : operand,
            (false, true) => Normalize(to, new(Expression.Call($"{_vector}.ConvertTo{lane.Kind}", operand.Code), lane)),
            (true, false) => Truncate(to, lane, operand, convert.Native),
            _ => Fits(from, to) ? As(operand, lane) : Normalize(to, As(operand, lane)),
        };
    }

    // As C# casts: to int and wider saturating, to narrower types through int.
    VectorExpression Truncate(ElementType to, ElementType lane, VectorExpression operand, bool native)
    {
        if (!plan.IsNarrow(to))
        {
            return new(Expression.Call($"{_vector}.ConvertTo{lane.Kind}{(native ? "Native" : "")}", operand.Code), lane);
        }

        Expression whole = Expression.Call($"{_vector}.ConvertTo{lane.Kind}", operand.Code);
        if (plan.Size == 8)
        {
            (long min, long max) = to.Kind == ElementKind.UInt32 ? (0L, (long)uint.MaxValue) : (int.MinValue, int.MaxValue);
            Expression Limit(long limit) => Expression.Call($"{_vector}.Create", Expression.Primary(ConstantPrinter.Literal(lane, ConstantValue.Of(limit))));
            whole = Expression.Call($"{_vector}.Clamp", whole, Limit(min), Limit(max));
        }

        return to.Size < 4 ? Normalize(to, new(whole, lane)) : new(whole, lane);
    }

    static bool Fits(ElementType from, ElementType to) =>
        from.Size < to.Size && (from.IsUnsigned || !to.IsUnsigned);

    static Expression Number(int value) => Expression.Primary(value.ToString(CultureInfo.InvariantCulture));
}
