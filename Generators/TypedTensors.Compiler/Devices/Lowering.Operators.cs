using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>Operators.</summary>
sealed partial class Lowering
{
    int Unary(UnaryInstruction unary, ElementType type)
    {
        int operand = _values[unary.Operand];
        return unary.Operator switch
        {
            UnaryOperator.Negate when type.IsUnsigned =>
                Wrapped(type, _builder.Binary(BinaryOperator.Subtract, _builder.Constant(_builder.TypeOf(operand), 0), operand)),
            UnaryOperator.Not => _builder.Unary(UnaryOperator.Not, operand, unary.Name),
            _ => DeviceTypes.IsNarrow(type) ? Wrapped(type, _builder.Unary(unary.Operator, operand)) : _builder.Unary(unary.Operator, operand, unary.Name),
        };
    }

    int Binary(BinaryOperator op, ElementType type, int leftOperand, int rightOperand, string? name)
    {
        int left = _values[leftOperand], right = _values[rightOperand];
        switch (op)
        {
            case BinaryOperator.Divide when type.IsInteger:
                return Divide(type, left, right);
            case BinaryOperator.Remainder when type.IsInteger:
                return Remainder(type, left, right);
            case BinaryOperator.Remainder:
                return Rounded(type, _builder.Call(
                    _builder.TypeOf(left), _functions.Find(FunctionCalls.RemainderOf(type.Compute)).Name, name, left, right));
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical:
                return Shift(op, type, left, right);
            case BinaryOperator.Xor when type.IsBoolean:
                return _builder.Compare(ComparisonOperator.NotEqual, left, right, name);
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor:
                return _builder.Binary(op, left, right, name);
            default:
                return Wrapped(type, _builder.Binary(op, left, right, DeviceTypes.IsNarrow(type) ? null : name));
        }
    }

    // By zero 0, and the least integer by -1 itself: devices leave both undefined.
    int Divide(ElementType type, int left, int right)
    {
        if (_builder.NumberOf(right) is { } divisor and not 0 and not -1)
        {
            return _builder.Binary(BinaryOperator.Divide, left, right);
        }

        ElementType computed = _builder.TypeOf(left);
        int zero = _builder.Constant(computed, 0);
        int isZero = _builder.Compare(ComparisonOperator.Equal, right, zero);
        int safe = SafeDivisor(type, right, isZero, out int isMinusOne);
        int quotient = _builder.Binary(BinaryOperator.Divide, left, safe);
        if (isMinusOne >= 0)
        {
            quotient = _builder.Select(isMinusOne, _builder.Unary(UnaryOperator.Negate, left), quotient);
        }

        return Wrapped(type, _builder.Select(isZero, zero, quotient));
    }

    // Vulkan leaves the remainder of negative numbers undefined as well; their quotient is not.
    int Remainder(ElementType type, int left, int right)
    {
        ElementType computed = _builder.TypeOf(left);
        int zero = _builder.Constant(computed, 0);
        bool isSafe = _builder.NumberOf(right) is { } divisor and not 0 and not -1;
        int isZero = isSafe ? -1 : _builder.Compare(ComparisonOperator.Equal, right, zero);
        int isMinusOne = -1;
        int safe = isSafe ? right : SafeDivisor(type, right, isZero, out isMinusOne);
        int remainder = type.IsUnsigned
            ? _builder.Binary(BinaryOperator.Remainder, left, safe)
            : _builder.Binary(BinaryOperator.Subtract, left, _builder.Binary(BinaryOperator.Multiply, _builder.Binary(BinaryOperator.Divide, left, safe), safe));

        // By 1, which stands for -1, nothing is left.
        return isSafe ? remainder : _builder.Select(isZero, zero, remainder);
    }

    int SafeDivisor(ElementType type, int divisor, int isZero, out int isMinusOne)
    {
        ElementType computed = _builder.TypeOf(divisor);
        int one = _builder.Constant(computed, 1);
        isMinusOne = type.IsUnsigned ? -1 : _builder.Compare(ComparisonOperator.Equal, divisor, _builder.Constant(computed, -1));
        int isUnsafe = isMinusOne < 0 ? isZero : _builder.Binary(BinaryOperator.Or, isZero, isMinusOne);
        return _builder.Select(isUnsafe, one, divisor);
    }

    // Only the bits of the count that address a bit of the number matter.
    int Shift(BinaryOperator op, ElementType type, int left, int count)
    {
        long mask = DeviceTypes.BitsOf(type) - 1;
        ElementType countType = _builder.TypeOf(count);
        count = _builder.NumberOf(count) is { } known ? _builder.Constant(DeviceTypes.Int32, known & mask)
            : _builder.Binary(BinaryOperator.And, count, _builder.Constant(countType, mask));
        return op == BinaryOperator.ShiftRightLogical ? ShiftRightLogical(type, left, count) : Wrapped(type, _builder.Binary(op, left, count));
    }

    int ShiftRightLogical(ElementType type, int left, int count)
    {
        ElementType computed = _builder.TypeOf(left);
        int bits = Bits(type, left);
        count = _builder.TypeOf(count) == DeviceTypes.Int32 ? count : _builder.BitCast(_builder.TypeOf(bits), count);
        return Wrapped(type, _builder.BitCast(computed, _builder.Binary(BinaryOperator.ShiftRight, bits, count)));
    }

    /// <summary>The bits of an integer as an unsigned one, with zeros above those that its type has.</summary>
    int Bits(ElementType type, int value)
    {
        ElementType unsigned = DeviceTypes.Unsigned(_builder.TypeOf(value));
        int bits = _builder.BitCast(unsigned, value);
        return DeviceTypes.IsNarrow(type) && !type.IsUnsigned
            ? _builder.Binary(BinaryOperator.And, bits, _builder.Constant(unsigned, (1L << DeviceTypes.BitsOf(type)) - 1))
            : bits;
    }
}
