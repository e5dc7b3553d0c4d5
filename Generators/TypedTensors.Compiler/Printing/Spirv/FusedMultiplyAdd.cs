using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The function x y + z, rounded once, also on devices that round the product.</summary>
/// <remarks>
/// Vulkan allows a device to compute <c>Fma</c> as a product and a sum; the runtime finds out and sets a switch. Without the device's help the
/// product and the sums are split into a rounded value and its error (Dekker, Numer. Math. 18, 1971; Knuth), and the last sum but one is rounded
/// to odd, after which rounding again to nearest does no harm (Boldo and Melquiond, IEEE Trans. Computers 57(4), 2008). Where all cancels, x y + z
/// has the right sign of zero; and it is the result, too, where something overflows. Rounded twice is only what has a product error below the smallest
/// float.
/// </remarks>
sealed class FusedMultiplyAdd
{
    /// <summary>The number of the switch by which the host says whether the device's own <c>Fma</c> is rounded once.</summary>
    public const uint SwitchNumber = 0;

    readonly SpirvFunction _function;
    readonly ElementType _type;
    readonly uint _float;

    FusedMultiplyAdd(SpirvModule module, ElementType type)
    {
        _type = type;
        _float = module.Type(type);
        _function = new SpirvFunction(module, "FusedMultiplyAdd" + type.Kind, _float, ("x", _float), ("y", _float), ("z", _float));
    }

    SpirvModule Module => _function.Module;

    /// <summary>The function of a module for a floating type.</summary>
    public static uint For(SpirvModule module, ElementType type) => module.Shared("fma:" + type.Name, () => new FusedMultiplyAdd(module, type).Print());

    uint Print()
    {
        uint x = _function.Parameters[0], y = _function.Parameters[1], z = _function.Parameters[2];
        _function.If(Module.Switch(SwitchNumber, "deviceFuses"), () => _function.Return(_function.Glsl(GlslFunction.Fma, _float, x, y, z)));

        (x, y) = Balance(x, y);
        uint product = Multiply(x, y);
        uint productError = ProductError(x, y, product);
        (uint sum, uint sumError) = AddWithError(z, productError);
        (uint high, uint highError) = AddWithError(product, sum);
        (uint low, uint lowError) = AddWithError(sumError, highError);
        uint result = Add(high, RoundToOdd(low, lowError));

        uint plain = Add(product, z);
        uint isFinite = Compare(ComparisonOperator.Less, Absolute(low), Constant(double.PositiveInfinity));
        uint isNotZero = Compare(ComparisonOperator.NotEqual, result, Constant(0));
        uint isExact = _function.Value(SpirvOp.LogicalAnd, Module.Boolean, isFinite, isNotZero);
        _function.Return(Select(isExact, result, plain));
        return _function.End();
    }

    // Splitting a huge factor would overflow; a power of two moves from it to the other one, which is small if the product is finite.
    (uint X, uint Y) Balance(uint x, uint y)
    {
        (double huge, double power) = _type.Kind == ElementKind.Single ? (Math.Pow(2, 112), Math.Pow(2, 32)) : (Math.Pow(2, 992), Math.Pow(2, 64));
        uint isXHuge = Compare(ComparisonOperator.Greater, Absolute(x), Constant(huge)), isYHuge = Compare(ComparisonOperator.Greater, Absolute(y), Constant(huge));
        uint one = Constant(1), up = Constant(power), down = Constant(1 / power);
        uint forX = Select(isXHuge, down, Select(isYHuge, up, one)), forY = Select(isXHuge, up, Select(isYHuge, down, one));
        return (Multiply(x, forX), Multiply(y, forY));
    }

    uint ProductError(uint x, uint y, uint product)
    {
        (uint xHigh, uint xLow) = Split(x);
        (uint yHigh, uint yLow) = Split(y);
        uint error = Subtract(Multiply(xHigh, yHigh), product);
        error = Add(error, Multiply(xHigh, yLow));
        error = Add(error, Multiply(xLow, yHigh));
        return Add(error, Multiply(xLow, yLow));
    }

    // Veltkamp: halves with so few bits that their products are exact.
    (uint High, uint Low) Split(uint value)
    {
        uint scaled = Multiply(value, Constant(_type.Kind == ElementKind.Single ? (1 << 12) + 1 : (1 << 27) + 1));
        uint high = Subtract(scaled, Subtract(scaled, value));
        return (high, Subtract(value, high));
    }

    (uint Sum, uint Error) AddWithError(uint left, uint right)
    {
        uint sum = Add(left, right);
        uint rightPart = Subtract(sum, left), leftPart = Subtract(sum, rightPart);
        return (sum, Add(Subtract(left, leftPart), Subtract(right, rightPart)));
    }

    // An inexact sum whose last bit is even moves to its odd neighbour on the side of the error.
    uint RoundToOdd(uint sum, uint error)
    {
        var bitsType = new ElementType(_type.Kind == ElementKind.Single ? ElementKind.UInt32 : ElementKind.UInt64);
        uint integer = Module.Type(bitsType);
        uint zero = Module.Constant(bitsType, ConstantValue.Of(0)), one = Module.Constant(bitsType, ConstantValue.Of(1));
        uint bits = _function.Value(SpirvOp.Bitcast, integer, sum);
        uint isEven = _function.Value(SpirvOp.IEqual, Module.Boolean, _function.Value(SpirvOp.BitwiseAnd, integer, bits, one), zero);
        uint isInexact = Compare(ComparisonOperator.NotEqual, error, Constant(0));
        uint isTooSmall = _function.Value(
            SpirvOp.LogicalEqual, Module.Boolean, Compare(ComparisonOperator.Greater, error, Constant(0)), Compare(ComparisonOperator.Greater, sum, Constant(0)));
        uint minusOne = Module.Constant(bitsType, ConstantValue.Of(-1));
        uint neighbour = _function.Value(SpirvOp.IAdd, integer, bits, _function.Value(SpirvOp.Select, integer, isTooSmall, one, minusOne));
        uint moves = _function.Value(SpirvOp.LogicalAnd, Module.Boolean, isEven, isInexact);
        return _function.Value(SpirvOp.Bitcast, _float, _function.Value(SpirvOp.Select, integer, moves, neighbour, bits));
    }

    uint Add(uint left, uint right) => _function.Exact(SpirvOp.FAdd, _float, left, right);

    uint Subtract(uint left, uint right) => _function.Exact(SpirvOp.FSub, _float, left, right);

    uint Multiply(uint left, uint right) => _function.Exact(SpirvOp.FMul, _float, left, right);

    uint Absolute(uint value) => _function.Glsl(GlslFunction.FAbs, _float, value);

    uint Select(uint condition, uint whenTrue, uint whenFalse) => _function.Value(SpirvOp.Select, _float, condition, whenTrue, whenFalse);

    uint Compare(ComparisonOperator op, uint left, uint right) => _function.Value(ArithmeticOperations.Of(op, _type), Module.Boolean, left, right);

    uint Constant(double value) => Module.Constant(_type, ConstantValue.Of(value));
}
