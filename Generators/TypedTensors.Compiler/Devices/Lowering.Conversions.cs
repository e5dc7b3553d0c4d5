using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>Conversions, with C#'s results where a value does not fit.</summary>
sealed partial class Lowering
{
    int Convert(ConvertInstruction convert, ElementType to)
    {
        ElementType from = _types[convert.Operand];
        int value = _values[convert.Operand];
        if (from == to)
        {
            return value;
        }

        if (to.IsFloating)
        {
            return Rounded(to, _builder.Convert(DeviceTypes.Computed(to), value, convert.Name));
        }

        if (from.IsInteger)
        {
            return Wrapped(to, ConvertInteger(value, DeviceTypes.Computed(to)));
        }

        // A cast to a narrow integer is one to int, wrapped; CreateTruncating, which stands for it where a type is open, stops at the narrow one's limits.
        bool isOpen = convert.Type.IsGeneric || _open.Contains(convert.Operand);
        return DeviceTypes.IsNarrow(to) && !isOpen ? Wrapped(to, ConvertInteger(Saturate(DeviceTypes.Int32, value), DeviceTypes.Computed(to)))
            : convert.Native && !DeviceTypes.IsNarrow(to) ? _builder.Convert(to, value, convert.Name)
            : Saturate(to, value);
    }

    // Low bits stay, a wider number is filled with the sign of the narrower: conversions between widths keep signedness, bit casts change it.
    int ConvertInteger(int value, ElementType to)
    {
        ElementType from = _builder.TypeOf(value);
        if (from.Size == to.Size)
        {
            return _builder.BitCast(to, value);
        }

        ElementType widened = from.IsUnsigned ? DeviceTypes.Unsigned(to) : DeviceTypes.Signed(to);
        return _builder.BitCast(to, _builder.Convert(widened, value));
    }

    /// <summary>The nearest value that an integer type has; 0 of NaN. The device only converts what fits.</summary>
    int Saturate(ElementType to, int value)
    {
        ElementType from = _builder.TypeOf(value), computed = DeviceTypes.Computed(to);
        int bits = DeviceTypes.BitsOf(to) - (to.IsUnsigned ? 0 : 1);
        int beyond = _builder.Real(from, Math.Pow(2, bits));
        int least = _builder.Real(from, to.IsUnsigned ? 0 : -Math.Pow(2, bits));
        int isBeyond = _builder.Compare(ComparisonOperator.GreaterOrEqual, value, beyond);
        int isBelow = _builder.Compare(ComparisonOperator.Less, value, least);
        int fits = _builder.And(_builder.Compare(ComparisonOperator.GreaterOrEqual, value, least), _builder.Compare(ComparisonOperator.Less, value, beyond));
        int converted = _builder.Convert(computed, _builder.Select(fits, value, _builder.Real(from, 0)));
        long max = bits == 64 ? -1 : bits == 63 ? long.MaxValue : (1L << bits) - 1;
        long min = to.IsUnsigned ? 0 : -max - 1;
        return _builder.Select(isBeyond, _builder.Constant(computed, max), _builder.Select(isBelow, _builder.Constant(computed, min), converted));
    }
}
