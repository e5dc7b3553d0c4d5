using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>The functions of the intrinsics table that devices lack, or compute otherwise than .NET.</summary>
sealed partial class Lowering
{
    int Intrinsic(string function, ElementType type, EquatableArray<int> arguments, string? name)
    {
        ElementType argument = _types[arguments[0]];
        int x = _values[arguments[0]];
        int y = arguments.Count > 1 ? _values[arguments[1]] : -1;
        if (IntrinsicTable.Get(function).IsPredicate)
        {
            return argument.IsFloating ? FloatingPredicate(function, x) : IntegerPredicate(function, argument, x);
        }

        return function switch
        {
            "PopCount" or "LeadingZeroCount" or "TrailingZeroCount" => CountBits(function, type, x),
            "RotateLeft" => Rotate(type, x, y, left: true),
            "RotateRight" => Rotate(type, x, y, left: false),
            _ when !type.IsFloating => IntegerFunction(function, type, x, y),
            "Abs" or "Floor" or "Ceiling" or "Truncate" or "Round" => _builder.Intrinsic(function, name, x),
            "Sqrt" => Rounded(type, _builder.Intrinsic(function, type.Kind == ElementKind.Half ? null : name, x)),
            "FusedMultiplyAdd" => Rounded(type, _builder.Intrinsic(function, type.Kind == ElementKind.Half ? null : name, x, y, _values[arguments[2]])),
            "RoundAwayFromZero" => RoundAwayFromZero(x),
            "CopySign" => CopySign(x, y),
            "Min" => Min(x, y),
            "Max" => Max(x, y),
            "MinNative" => _builder.Select(_builder.Compare(ComparisonOperator.Less, x, y), x, y, name),
            "MinNumber" => UnlessNaN(x, y, Min(x, y)),
            "MaxNumber" => UnlessNaN(x, y, Max(x, y)),
            "MinMagnitude" => ByMagnitude(ComparisonOperator.Less, x, y, Min(x, y)),
            "MaxMagnitude" => ByMagnitude(ComparisonOperator.Greater, x, y, Max(x, y)),
            "MinMagnitudeNumber" => UnlessNaN(x, y, ByMagnitude(ComparisonOperator.Less, x, y, Min(x, y))),
            "MaxMagnitudeNumber" => UnlessNaN(x, y, ByMagnitude(ComparisonOperator.Greater, x, y, Max(x, y))),
            _ => throw new InvalidOperationException($"{function} has no lowering."),
        };
    }

    // The sum of two zeros is -0 only of two -0, and NaN of a NaN: what is left when neither is greater and they are no equal numbers.
    int Max(int x, int y) =>
        Limit(y) is { } limit ? _builder.Select(_builder.Compare(IsNegativeZero(limit) ? ComparisonOperator.Less : ComparisonOperator.LessOrEqual, x, y), y, x)
        : Limit(x) is not null ? Max(y, x)
        : _builder.Select(
            _builder.Compare(ComparisonOperator.Greater, x, y),
            x,
            _builder.Select(
                _builder.Compare(ComparisonOperator.Greater, y, x),
                y,
                _builder.Select(AreEqualNumbersBeyondZero(x, y), x, _builder.Binary(BinaryOperator.Add, x, y))));

    int Min(int x, int y) =>
        Limit(y) is { } limit ? _builder.Select(_builder.Compare(IsPositiveZero(limit) ? ComparisonOperator.Greater : ComparisonOperator.GreaterOrEqual, x, y), y, x)
        : Limit(x) is not null ? Min(y, x)
        : _builder.Select(
            _builder.Compare(ComparisonOperator.Less, x, y),
            x,
            _builder.Select(
                _builder.Compare(ComparisonOperator.Less, y, x),
                y,
                _builder.Select(
                    AreEqualNumbersBeyondZero(x, y),
                    x,
                    _builder.Unary(UnaryOperator.Negate, _builder.Binary(BinaryOperator.Subtract, _builder.Unary(UnaryOperator.Negate, x), y)))));

    // A constant that is no NaN: only the other one can be, and then the comparison is false. Of two zeros that are equal, the comparison takes the one that wins.
    double? Limit(int id) => _builder.RealOf(id) is { } limit && !double.IsNaN(limit) ? limit : null;

    static bool IsNegativeZero(double number) => BitConverter.DoubleToInt64Bits(number) == long.MinValue;

    static bool IsPositiveZero(double number) => BitConverter.DoubleToInt64Bits(number) == 0;

    int AreEqualNumbersBeyondZero(int x, int y) =>
        _builder.And(
            _builder.Compare(ComparisonOperator.Equal, x, y),
            _builder.Compare(ComparisonOperator.NotEqual, x, _builder.Real(_builder.TypeOf(x), 0)));

    int UnlessNaN(int x, int y, int value) => _builder.Select(IsNaN(x), y, _builder.Select(IsNaN(y), x, value));

    // A NaN is passed on, from either side.
    int ByMagnitude(ComparisonOperator wins, int x, int y, int ofEqual)
    {
        int first = _builder.Intrinsic("Abs", null, x), second = _builder.Intrinsic("Abs", null, y);
        int isFirst = _builder.Binary(BinaryOperator.Or, _builder.Compare(wins, first, second), IsNaN(x));
        return _builder.Select(isFirst, x, _builder.Select(_builder.Compare(ComparisonOperator.Equal, first, second), ofEqual, y));
    }

    int CopySign(int x, int y)
    {
        ElementType type = _builder.TypeOf(x), unsigned = DeviceTypes.Unsigned(type);
        long sign = type.Size == 8 ? long.MinValue : 0x80000000L;
        int magnitude = _builder.Binary(BinaryOperator.And, _builder.BitCast(unsigned, x), _builder.Constant(unsigned, type.Size == 8 ? long.MaxValue : 0x7FFFFFFF));
        int signBit = _builder.Binary(BinaryOperator.And, _builder.BitCast(unsigned, y), _builder.Constant(unsigned, sign));
        return _builder.BitCast(type, _builder.Binary(BinaryOperator.Or, magnitude, signBit));
    }

    // The fraction is exact; the sign of a result that is zero is that of the truncated number.
    int RoundAwayFromZero(int x)
    {
        ElementType type = _builder.TypeOf(x);
        int whole = _builder.Intrinsic("Truncate", null, x);
        int fraction = _builder.Intrinsic("Abs", null, _builder.Binary(BinaryOperator.Subtract, x, whole));
        int one = _builder.Select(_builder.Compare(ComparisonOperator.Less, x, _builder.Real(type, 0)), _builder.Real(type, -1), _builder.Real(type, 1));
        return _builder.Select(
            _builder.Compare(ComparisonOperator.GreaterOrEqual, fraction, _builder.Real(type, 0.5)), _builder.Binary(BinaryOperator.Add, whole, one), whole);
    }

    int IsNaN(int x) => _builder.Compare(ComparisonOperator.NotEqual, x, x);

    int FloatingPredicate(string function, int x)
    {
        ElementType type = _builder.TypeOf(x), signed = DeviceTypes.Signed(type);
        int infinity = _builder.Real(type, double.PositiveInfinity);
        switch (function)
        {
            case "IsNaN":
                return IsNaN(x);
            case "IsFinite":
                return _builder.Compare(ComparisonOperator.Less, _builder.Intrinsic("Abs", null, x), infinity);
            case "IsInfinity":
                return _builder.Compare(ComparisonOperator.Equal, _builder.Intrinsic("Abs", null, x), infinity);
            case "IsPositiveInfinity":
                return _builder.Compare(ComparisonOperator.Equal, x, infinity);
            case "IsNegativeInfinity":
                return _builder.Compare(ComparisonOperator.Equal, x, _builder.Real(type, double.NegativeInfinity));
            case "IsNegative":
                return _builder.Compare(ComparisonOperator.Less, _builder.BitCast(signed, x), _builder.Constant(signed, 0));
        }

        int isFinite = FloatingPredicate("IsFinite", x);
        int isInteger = _builder.And(isFinite, _builder.Compare(ComparisonOperator.Equal, _builder.Intrinsic("Truncate", null, x), x));
        if (function == "IsInteger")
        {
            return isInteger;
        }

        // Half of an even number is whole.
        int half = _builder.Binary(BinaryOperator.Multiply, x, _builder.Real(type, 0.5));
        ComparisonOperator comparison = function == "IsEvenInteger" ? ComparisonOperator.Equal : ComparisonOperator.NotEqual;
        return _builder.And(isInteger, _builder.Compare(comparison, _builder.Intrinsic("Truncate", null, half), half));
    }
}
