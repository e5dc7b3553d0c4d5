using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The square root of a number, rounded to nearest, also on devices whose root is off by a few units.</summary>
/// <remarks>
/// As <see cref="ExactQuotient"/>: a step of Newton's brings the root of the significand to less than a unit, and the exact remainder tells the nearest
/// number. With u for a unit, x exceeds (s + u/2)² if x - s² exceeds s u, since both are multiples of u²; and it is below (s - u/2)² if x - s² is -s u or less.
/// </remarks>
sealed class ExactRoot
{
    readonly SpirvFunction _function;
    readonly FloatingWriter _write;

    ExactRoot(SpirvModule module, ElementType type)
    {
        uint number = module.Type(type);
        _function = new SpirvFunction(module, "SquareRoot" + type.Kind, number, ("x", number));
        _write = new FloatingWriter(_function, type);
    }

    /// <summary>The function of a module for a floating type.</summary>
    public static uint For(SpirvModule module, ElementType type) => module.Shared("root:" + type.Name, () => new ExactRoot(module, type).Print());

    uint Print()
    {
        uint x = _function.Parameters[0], plain = _write.Root(x);
        _function.If(_function.Module.Switch(ExactQuotient.SwitchNumber, ExactQuotient.SwitchName), () => _function.Return(plain));
        _function.If(_write.Not(_write.IsRegular(x)), () => _function.Return(plain));

        (uint square, uint biased) = _write.Split(x);
        uint exponent = _write.Bits(SpirvOp.ISub, biased, _write.Integer(_write.Bias)), odd = _write.Bits(SpirvOp.BitwiseAnd, exponent, _write.Integer(1));
        square = _write.Select(_write.Test(SpirvOp.INotEqual, odd, _write.Integer(0)), _write.Add(square, square), square);
        uint half = _write.Bits(SpirvOp.ShiftRightArithmetic, _write.Bits(SpirvOp.ISub, exponent, odd), _write.Integer(1));
        uint scaled = _write.Bits(SpirvOp.IAdd, Nearest(square), _write.Bits(SpirvOp.ShiftLeftLogical, half, _write.Integer(_write.FractionBits)));
        _function.Return(_write.ToNumber(scaled));
        return _function.End();
    }

    // The bits of the root of a number from 1 to below 4.
    uint Nearest(uint square)
    {
        uint root = _write.Root(square);
        uint error = _write.Fuse(_write.Negate(root), root, square);
        root = _write.Clamp(_write.Fuse(error, _write.Divide(_write.Number(0.5), root), root));
        uint remainder = _write.Fuse(_write.Negate(root), root, square);
        uint unit = _write.Multiply(root, _write.Number(Math.Pow(2, -_write.FractionBits)));
        uint isLow = _write.Compare(ComparisonOperator.Greater, remainder, unit), isHigh = _write.Compare(ComparisonOperator.LessOrEqual, remainder, _write.Negate(unit));
        uint step = _write.SelectBits(isLow, _write.Integer(1), _write.SelectBits(isHigh, _write.Integer(-1), _write.Integer(0)));
        return _write.Bits(SpirvOp.IAdd, _write.ToBits(root), step);
    }
}
