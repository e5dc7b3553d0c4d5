using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedTensors.Printing;

/// <summary>Elements as words: those of one print are formatted together, so that they align.</summary>
internal static class ElementText
{
    /// <summary>One word for each element, all of one width.</summary>
    public static string[] OfAll<T>(ReadOnlySpan<T> elements, PrintOptions options)
        where T : unmanaged => Dtypes.Of<T>() switch
        {
            Dtype.Boolean => Booleans(MemoryMarshal.Cast<T, bool>(elements)),
            Dtype.SByte => Integers(MemoryMarshal.Cast<T, sbyte>(elements)),
            Dtype.Byte => Integers(MemoryMarshal.Cast<T, byte>(elements)),
            Dtype.Int16 => Integers(MemoryMarshal.Cast<T, short>(elements)),
            Dtype.UInt16 => Integers(MemoryMarshal.Cast<T, ushort>(elements)),
            Dtype.Int32 => Integers(MemoryMarshal.Cast<T, int>(elements)),
            Dtype.UInt32 => Integers(MemoryMarshal.Cast<T, uint>(elements)),
            Dtype.Int64 => Integers(MemoryMarshal.Cast<T, long>(elements)),
            Dtype.UInt64 => Integers(MemoryMarshal.Cast<T, ulong>(elements)),
            Dtype.Half => FloatColumn.Format(MemoryMarshal.Cast<T, Half>(elements), options),
            Dtype.Single => FloatColumn.Format(MemoryMarshal.Cast<T, float>(elements), options),
            Dtype.ComplexSingle => ComplexColumn.Format(MemoryMarshal.Cast<T, Complex<float>>(elements), options),
            Dtype.ComplexDouble => ComplexColumn.Format(MemoryMarshal.Cast<T, Complex<double>>(elements), options),
            _ => FloatColumn.Format(MemoryMarshal.Cast<T, double>(elements), options),
        };

    /// <summary>A scalar as NumPy prints it: all digits that tell it from its neighbours, an exponent below 1e-4 and from 1e16 on.</summary>
    public static string OfScalar<T>(T value)
        where T : unmanaged => value switch
        {
            bool boolean => boolean ? "True" : "False",
            Half half => Float(half),
            float single => Float(single),
            double number => Float(number),
            Complex<float> complex => ComplexColumn.OfScalar(complex),
            Complex<double> complex => ComplexColumn.OfScalar(complex),
            _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        };

    /// <summary>NaN and the infinities by NumPy's names.</summary>
    public static string NonFinite<T>(T value)
        where T : IBinaryFloatingPointIeee754<T> => T.IsNaN(value) ? "nan" : T.IsNegative(value) ? "-inf" : "inf";

    /// <summary>A floating-point number as NumPy prints a scalar.</summary>
    /// <param name="value">The number.</param>
    /// <param name="zero">What stands behind the point of a whole number, the point included.</param>
    public static string Float<T>(T value, string zero = ".0")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value))
        {
            return NonFinite(value);
        }

        DecimalDigits digits = DecimalDigits.Shortest(T.Abs(value));
        double magnitude = Math.Abs(double.CreateTruncating(value));
        string sign = T.IsNegative(value) ? "-" : string.Empty;
        if (magnitude is not 0 and (< 1e-4 or >= 1e16))
        {
            string fraction = digits.Digits.Length == 1 ? string.Empty : "." + digits.Digits[1..];
            return sign + digits.Digits[0] + fraction + DecimalDigits.ExponentText(digits.Exponent, 2);
        }

        string behindPoint = digits.FractionText;
        return sign + digits.WholeText + (behindPoint.Length == 0 ? zero : "." + behindPoint);
    }

    private static string[] Booleans(ReadOnlySpan<bool> elements)
    {
        var words = new string[elements.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = elements[i] ? " True" : "False";
        }

        return words;
    }

    private static string[] Integers<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IBinaryInteger<T>
    {
        var words = new string[elements.Length];
        int width = 0;
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = elements[i].ToString(null, CultureInfo.InvariantCulture);
            width = Math.Max(width, words[i].Length);
        }

        for (int i = 0; i < words.Length; i++)
        {
            words[i] = words[i].PadLeft(width);
        }

        return words;
    }
}
