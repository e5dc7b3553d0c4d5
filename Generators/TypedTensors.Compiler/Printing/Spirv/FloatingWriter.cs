using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Writes arithmetic on numbers of a floating type, and on their bits, each step rounded as it stands.</summary>
sealed class FloatingWriter
{
    readonly SpirvFunction _function;
    readonly ElementType _type;
    readonly ElementType _bitsType;

    /// <summary>Writes to a function.</summary>
    public FloatingWriter(SpirvFunction function, ElementType type)
    {
        bool isSingle = type.Kind == ElementKind.Single;
        _function = function;
        _type = type;
        _bitsType = new ElementType(isSingle ? ElementKind.UInt32 : ElementKind.UInt64);
        (FractionBits, Bias) = isSingle ? (23, 127) : (52, 1023);
    }

    /// <summary>The bits of a number below the leading one.</summary>
    public int FractionBits { get; }

    /// <summary>The exponent of 1 as it is stored.</summary>
    public int Bias { get; }

    /// <summary>The bits of 1.</summary>
    public long OneBits => (long)Bias << FractionBits;

    SpirvModule Module => _function.Module;

    /// <summary>A number.</summary>
    public uint Number(double value) => Module.Constant(_type, ConstantValue.Of(value));

    /// <summary>A constant of bits.</summary>
    public uint Integer(long value) => Module.Constant(_bitsType, ConstantValue.Of(value));

    /// <summary>A sum.</summary>
    public uint Add(uint left, uint right) => _function.Exact(SpirvOp.FAdd, Module.Type(_type), left, right);

    /// <summary>A product.</summary>
    public uint Multiply(uint left, uint right) => _function.Exact(SpirvOp.FMul, Module.Type(_type), left, right);

    /// <summary>The device's quotient.</summary>
    public uint Divide(uint left, uint right) => _function.Exact(SpirvOp.FDiv, Module.Type(_type), left, right);

    /// <summary>The negative of a number.</summary>
    public uint Negate(uint value) => _function.Value(SpirvOp.FNegate, Module.Type(_type), value);

    /// <summary>The magnitude of a number.</summary>
    public uint Absolute(uint value) => _function.Glsl(GlslFunction.FAbs, Module.Type(_type), value);

    /// <summary>The device's square root.</summary>
    public uint Root(uint value) => _function.Glsl(GlslFunction.Sqrt, Module.Type(_type), value);

    /// <summary>The value x y + z, rounded once.</summary>
    public uint Fuse(uint x, uint y, uint z) => _function.Call(FusedMultiplyAdd.For(Module, _type), Module.Type(_type), x, y, z);

    /// <summary>A comparison of numbers.</summary>
    public uint Compare(ComparisonOperator op, uint left, uint right) => _function.Value(ArithmeticOperations.Of(op, _type), Module.Boolean, left, right);

    /// <summary>Whether both hold.</summary>
    public uint And(uint left, uint right) => _function.Value(SpirvOp.LogicalAnd, Module.Boolean, left, right);

    /// <summary>Whether it does not hold.</summary>
    public uint Not(uint value) => _function.Value(SpirvOp.LogicalNot, Module.Boolean, value);

    /// <summary>One of two numbers.</summary>
    public uint Select(uint condition, uint whenTrue, uint whenFalse) => _function.Value(SpirvOp.Select, Module.Type(_type), condition, whenTrue, whenFalse);

    /// <summary>One of two patterns of bits.</summary>
    public uint SelectBits(uint condition, uint whenTrue, uint whenFalse) => _function.Value(SpirvOp.Select, Module.Type(_bitsType), condition, whenTrue, whenFalse);

    /// <summary>An instruction on bits that yields bits.</summary>
    public uint Bits(SpirvOp op, params uint[] operands) => _function.Value(op, Module.Type(_bitsType), operands);

    /// <summary>An instruction on bits that yields a bool.</summary>
    public uint Test(SpirvOp op, uint left, uint right) => _function.Value(op, Module.Boolean, left, right);

    /// <summary>The bits of a number.</summary>
    public uint ToBits(uint number) => Bits(SpirvOp.Bitcast, number);

    /// <summary>The number that has these bits.</summary>
    public uint ToNumber(uint bits) => _function.Value(SpirvOp.Bitcast, Module.Type(_type), bits);

    /// <summary>Whether a number is neither zero nor infinite nor NaN, given its magnitude.</summary>
    public uint IsRegular(uint magnitude) =>
        And(Compare(ComparisonOperator.Greater, magnitude, Number(0)), Compare(ComparisonOperator.Less, magnitude, Number(double.PositiveInfinity)));

    /// <summary>A regular magnitude as a number from 1 to below 2 and its exponent, biased and with those of the smallest numbers below 1.</summary>
    public (uint Significand, uint Exponent) Split(uint magnitude)
    {
        uint isSmall = Compare(ComparisonOperator.Less, magnitude, Number(Math.Pow(2, 1 - Bias)));
        uint bits = ToBits(Select(isSmall, Multiply(magnitude, Number(Math.Pow(2, FractionBits + 1))), magnitude));
        uint scale = SelectBits(isSmall, Integer(FractionBits + 1), Integer(0));
        uint exponent = Bits(SpirvOp.ISub, Bits(SpirvOp.ShiftRightLogical, bits, Integer(FractionBits)), scale);
        return (ToNumber(Bits(SpirvOp.BitwiseOr, Fraction(bits), Integer(OneBits))), exponent);
    }

    /// <summary>The bits below the leading one.</summary>
    public uint Fraction(uint bits) => Bits(SpirvOp.BitwiseAnd, bits, Integer((1L << FractionBits) - 1));

    /// <summary>The nearest number from 1 to below 2.</summary>
    public uint Clamp(uint value)
    {
        uint one = Number(1), top = Number(2 - Math.Pow(2, -FractionBits));
        value = Select(Compare(ComparisonOperator.Less, value, one), one, value);
        return Select(Compare(ComparisonOperator.Greater, value, top), top, value);
    }
}
