using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The quotient of two numbers, rounded to nearest, also on devices whose division is off by a unit or two.</summary>
/// <remarks>
/// Vulkan allows 2.5 units in the last place; the runtime finds out and sets a switch. The device's quotient of the significands is improved by a step of
/// Newton's, after which it is less than a unit off and its remainder is exact (Markstein, IBM J. Res. Dev. 34(1), 1990). The remainder against half a unit
/// tells the nearest number; there is no quotient halfway. Below the smallest normal number the quotient is rounded from its leading bits and whether anything follows.
/// </remarks>
sealed class ExactQuotient
{
    /// <summary>The number of the switch by which the host says whether the device's own quotients and roots are rounded to nearest.</summary>
    public const uint SwitchNumber = 3;

    /// <summary>The name of the switch.</summary>
    public const string SwitchName = "deviceDivides";

    readonly SpirvFunction _function;
    readonly FloatingWriter _write;
    readonly int _width;

    ExactQuotient(SpirvModule module, ElementType type)
    {
        uint number = module.Type(type);
        _function = new SpirvFunction(module, "Divide" + type.Kind, number, ("x", number), ("y", number));
        _write = new FloatingWriter(_function, type);
        _width = type.Size * 8;
    }

    /// <summary>The function of a module for a floating type.</summary>
    public static uint For(SpirvModule module, ElementType type) => module.Shared("divide:" + type.Name, () => new ExactQuotient(module, type).Print());

    uint Print()
    {
        uint x = _function.Parameters[0], y = _function.Parameters[1], plain = _write.Divide(x, y);
        _function.If(_function.Module.Switch(SwitchNumber, SwitchName), () => _function.Return(plain));
        uint xMagnitude = _write.Absolute(x), yMagnitude = _write.Absolute(y);
        _function.If(_write.Not(_write.And(_write.IsRegular(xMagnitude), _write.IsRegular(yMagnitude))), () => _function.Return(plain));

        (uint dividend, uint xExponent) = _write.Split(xMagnitude);
        (uint divisor, uint yExponent) = _write.Split(yMagnitude);
        uint isLess = _write.Compare(ComparisonOperator.Less, dividend, divisor);
        dividend = _write.Select(isLess, _write.Add(dividend, dividend), dividend);
        uint exponent = _write.Bits(SpirvOp.IAdd, _write.Bits(SpirvOp.ISub, xExponent, yExponent), _write.Integer(_write.Bias));
        exponent = _write.SelectBits(isLess, _write.Bits(SpirvOp.ISub, exponent, _write.Integer(1)), exponent);

        (uint quotient, uint remainder) = Nearest(dividend, divisor);
        uint normal = _write.Bits(SpirvOp.IAdd, _write.Fraction(quotient), _write.Bits(SpirvOp.ShiftLeftLogical, exponent, _write.Integer(_write.FractionBits)));
        long most = 2 * _write.Bias;
        uint infinity = _write.Integer((most + 1) << _write.FractionBits);
        uint result = _write.SelectBits(_write.Test(SpirvOp.SGreaterThan, exponent, _write.Integer(most)), infinity, normal);
        result = _write.SelectBits(_write.Test(SpirvOp.SLessThan, exponent, _write.Integer(1)), Subnormal(quotient, remainder, exponent), result);
        uint signs = _write.Bits(SpirvOp.BitwiseXor, _write.ToBits(x), _write.ToBits(y));
        uint sign = _write.Bits(SpirvOp.BitwiseAnd, signs, _write.Integer(_width == 32 ? int.MinValue : long.MinValue));
        _function.Return(_write.ToNumber(_write.Bits(SpirvOp.BitwiseOr, result, sign)));
        return _function.End();
    }

    // The bits of the quotient of numbers from 1 to below 2, and the sign of what is left of the dividend.
    (uint Bits, uint Remainder) Nearest(uint dividend, uint divisor)
    {
        uint quotient = _write.Divide(dividend, divisor), minusDivisor = _write.Negate(divisor);
        uint error = _write.Fuse(quotient, minusDivisor, dividend);
        quotient = _write.Clamp(_write.Fuse(error, _write.Divide(_write.Number(1), divisor), quotient));
        uint remainder = _write.Fuse(quotient, minusDivisor, dividend);
        uint doubled = _write.Multiply(_write.Absolute(remainder), _write.Number(Math.Pow(2, _write.FractionBits + 1)));
        uint isFar = _write.Compare(ComparisonOperator.Greater, doubled, divisor);
        uint step = _write.SelectBits(_write.Compare(ComparisonOperator.Greater, remainder, _write.Number(0)), _write.Integer(1), _write.Integer(-1));
        uint bits = _write.ToBits(quotient);
        bits = _write.SelectBits(isFar, _write.Bits(SpirvOp.IAdd, bits, step), bits);
        return (bits, _write.Fuse(_write.ToNumber(bits), minusDivisor, dividend));
    }

    uint Subnormal(uint quotient, uint remainder, uint exponent)
    {
        uint zero = _write.Integer(0), one = _write.Integer(1), most = _write.Integer(_write.FractionBits + 2);
        uint isBelow = _write.Compare(ComparisonOperator.Less, remainder, _write.Number(0));
        uint isInexact = _write.Compare(ComparisonOperator.NotEqual, remainder, _write.Number(0));
        uint whole = _write.Bits(SpirvOp.BitwiseOr, _write.Fraction(quotient), _write.Integer(1L << _write.FractionBits));
        whole = _write.Bits(SpirvOp.ISub, whole, _write.SelectBits(isBelow, one, zero));
        uint digits = _write.Bits(SpirvOp.BitwiseOr, _write.Bits(SpirvOp.ShiftLeftLogical, whole, one), _write.SelectBits(isInexact, one, zero));

        uint lost = _write.Bits(SpirvOp.ISub, one, exponent);
        lost = _write.SelectBits(_write.Test(SpirvOp.SGreaterThan, lost, most), most, lost);
        lost = _write.SelectBits(_write.Test(SpirvOp.SLessThan, lost, one), one, lost);
        uint kept = _write.Bits(SpirvOp.ShiftRightLogical, digits, _write.Bits(SpirvOp.IAdd, lost, one));
        uint half = _write.Bits(SpirvOp.ShiftLeftLogical, one, lost);
        uint below = _write.Bits(SpirvOp.ISub, _write.Bits(SpirvOp.ShiftLeftLogical, half, one), one);

        // Half a unit rounds to even: with the last bit kept added to what was lost, more than half is left where the result moves up.
        uint rest = _write.Bits(SpirvOp.IAdd, _write.Bits(SpirvOp.BitwiseAnd, digits, below), _write.Bits(SpirvOp.BitwiseAnd, kept, one));
        uint rounded = _write.Bits(SpirvOp.IAdd, kept, one);
        return _write.SelectBits(_write.Test(SpirvOp.UGreaterThan, rest, half), rounded, kept);
    }
}
