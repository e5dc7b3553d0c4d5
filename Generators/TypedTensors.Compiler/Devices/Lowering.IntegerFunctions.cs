using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>Functions of integers.</summary>
sealed partial class Lowering
{
    int IntegerFunction(string function, ElementType type, int x, int y) =>
        function switch
        {
            "Abs" => type.IsUnsigned ? x : Wrapped(type, _builder.Select(IsBelowZero(x), _builder.Unary(UnaryOperator.Negate, x), x)),
            "CopySign" => type.IsUnsigned ? x : IntegerCopySign(type, x, y),
            "Floor" or "Ceiling" or "Truncate" or "Round" or "RoundAwayFromZero" => x,
            "Min" or "MinNumber" or "MinNative" => _builder.Select(_builder.Compare(ComparisonOperator.Less, x, y), x, y),
            "Max" or "MaxNumber" => _builder.Select(_builder.Compare(ComparisonOperator.Greater, x, y), x, y),
            "MinMagnitude" or "MinMagnitudeNumber" => ByIntegerMagnitude(type, ComparisonOperator.Less, x, y),
            "MaxMagnitude" or "MaxMagnitudeNumber" => ByIntegerMagnitude(type, ComparisonOperator.Greater, x, y),
            _ => throw new InvalidOperationException($"{function} has no lowering for {type.Name}."),
        };

    int IsBelowZero(int x) => _builder.Compare(ComparisonOperator.Less, x, _builder.Constant(_builder.TypeOf(x), 0));

    // Of the least integer itself, as the processor has it.
    int IntegerCopySign(ElementType type, int x, int y)
    {
        int differ = _builder.Compare(ComparisonOperator.NotEqual, IsBelowZero(x), IsBelowZero(y));
        return Wrapped(type, _builder.Select(differ, _builder.Unary(UnaryOperator.Negate, x), x));
    }

    // Unsigned, the magnitude of the least integer is the greatest. Of equal ones the smaller number is less, the larger greater.
    int ByIntegerMagnitude(ElementType type, ComparisonOperator wins, int x, int y)
    {
        int ofEqual = _builder.Select(_builder.Compare(wins, x, y), x, y);
        if (type.IsUnsigned)
        {
            return ofEqual;
        }

        int first = UnsignedMagnitude(x), second = UnsignedMagnitude(y);
        return _builder.Select(
            _builder.Compare(ComparisonOperator.Equal, first, second), ofEqual, _builder.Select(_builder.Compare(wins, first, second), x, y));
    }

    int UnsignedMagnitude(int x) =>
        _builder.BitCast(DeviceTypes.Unsigned(_builder.TypeOf(x)), _builder.Select(IsBelowZero(x), _builder.Unary(UnaryOperator.Negate, x), x));

    int IntegerPredicate(string function, ElementType type, int x)
    {
        ElementType computed = _builder.TypeOf(x);
        int IsOdd(ComparisonOperator comparison) => _builder.Compare(
            comparison, _builder.Binary(BinaryOperator.And, x, _builder.Constant(computed, 1)), _builder.Constant(computed, 0));

        return function switch
        {
            "IsFinite" or "IsInteger" => _builder.Bool(true),
            "IsNegative" => type.IsUnsigned ? _builder.Bool(false) : IsBelowZero(x),
            "IsEvenInteger" => IsOdd(ComparisonOperator.Equal),
            "IsOddInteger" => IsOdd(ComparisonOperator.NotEqual),
            _ => _builder.Bool(false),
        };
    }

    int CountBits(string function, ElementType type, int x)
    {
        ElementType computed = _builder.TypeOf(x);
        int bits = Bits(type, x);
        if (computed.Size == 8)
        {
            return ConvertInteger(CountWideBits(function, bits), computed);
        }

        if (DeviceTypes.IsNarrow(type))
        {
            // Zeros above a narrow number do not count; a one above it ends those below.
            int missing = 32 - DeviceTypes.BitsOf(type);
            bits = function == "TrailingZeroCount" ? _builder.Binary(BinaryOperator.Or, bits, _builder.Constant(DeviceTypes.UInt32, 1L << DeviceTypes.BitsOf(type))) : bits;
            int counted = _builder.Intrinsic(function, null, bits);
            counted = function == "LeadingZeroCount" ? _builder.Binary(BinaryOperator.Subtract, counted, _builder.Constant(DeviceTypes.UInt32, missing)) : counted;
            return _builder.BitCast(computed, counted);
        }

        return _builder.BitCast(computed, _builder.Intrinsic(function, null, bits));
    }

    // In two words, of which the second counts where the first is zero.
    int CountWideBits(string function, int bits)
    {
        int low = _builder.Convert(DeviceTypes.UInt32, bits);
        int high = _builder.Convert(DeviceTypes.UInt32, _builder.Binary(BinaryOperator.ShiftRight, bits, _builder.Constant(DeviceTypes.Int32, 32)));
        int ofLow = _builder.Intrinsic(function, null, low), ofHigh = _builder.Intrinsic(function, null, high);
        if (function == "PopCount")
        {
            return _builder.Binary(BinaryOperator.Add, ofLow, ofHigh);
        }

        (int first, int ofFirst, int ofSecond) = function == "LeadingZeroCount" ? (high, ofHigh, ofLow) : (low, ofLow, ofHigh);
        return _builder.Select(
            _builder.Compare(ComparisonOperator.Equal, first, _builder.Constant(DeviceTypes.UInt32, 0)),
            _builder.Binary(BinaryOperator.Add, ofSecond, _builder.Constant(DeviceTypes.UInt32, 32)),
            ofFirst);
    }

    int Rotate(ElementType type, int x, int count, bool left)
    {
        ElementType computed = _builder.TypeOf(x);
        int width = DeviceTypes.BitsOf(type);
        int mask = _builder.Constant(DeviceTypes.Int32, width - 1);
        int there = _builder.NumberOf(count) is { } known ? _builder.Constant(DeviceTypes.Int32, known & (width - 1)) : _builder.Binary(BinaryOperator.And, count, mask);
        int back = _builder.NumberOf(there) is { } number ? _builder.Constant(DeviceTypes.Int32, (width - number) & (width - 1))
            : _builder.Binary(BinaryOperator.And, _builder.Binary(BinaryOperator.Subtract, _builder.Constant(DeviceTypes.Int32, width), there), mask);
        int bits = Bits(type, x);
        int rotated = _builder.Binary(
            BinaryOperator.Or,
            _builder.Binary(BinaryOperator.ShiftLeft, bits, left ? there : back),
            _builder.Binary(BinaryOperator.ShiftRight, bits, left ? back : there));
        return Wrapped(type, _builder.BitCast(computed, rotated));
    }
}
