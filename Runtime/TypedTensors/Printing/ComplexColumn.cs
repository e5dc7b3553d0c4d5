using System.Numerics;

namespace TypedTensors.Printing;

/// <summary>Complex numbers formatted together: their real parts as one column, their imaginary parts as another.</summary>
internal static class ComplexColumn
{
    /// <summary>One word for each number, all of one width.</summary>
    public static string[] Format<T>(ReadOnlySpan<Complex<T>> values, PrintOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] real = new T[values.Length], imaginary = new T[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (real[i], imaginary[i]) = (values[i].Real, values[i].Imaginary);
        }

        string[] words = FloatColumn.Format<T>(real, options), others = FloatColumn.Format<T>(imaginary, options, plus: "+");
        for (int i = 0; i < words.Length; i++)
        {
            // The j stands right behind the digits, before the blanks that align them.
            string digits = others[i].TrimEnd(' ');
            words[i] += digits + "j" + others[i][digits.Length..];
        }

        return words;
    }

    /// <summary>A scalar as NumPy prints it: in parentheses, or the imaginary part alone where the real one is zero.</summary>
    public static string OfScalar<T>(Complex<T> value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string imaginary = ElementText.Float(value.Imaginary, zero: string.Empty);
        if (T.IsZero(value.Real) && T.IsPositive(value.Real))
        {
            return imaginary + "j";
        }

        string sign = imaginary[0] == '-' ? string.Empty : "+";
        return $"({ElementText.Float(value.Real, zero: string.Empty)}{sign}{imaginary}j)";
    }
}
