using System.Numerics;

namespace TypedTensors.Printing;

/// <summary>Floating-point numbers formatted together: all with an exponent or none, their points one under the other.</summary>
internal static class FloatColumn
{
    /// <summary>From this magnitude on there is an exponent.</summary>
    private const double Large = 1e8;

    /// <summary>Below this magnitude there is an exponent, unless suppressed.</summary>
    private const double Small = 1e-4;

    /// <summary>Where the largest magnitude is more than so many times the smallest, there is an exponent, unless suppressed.</summary>
    private const double WideRatio = 1000;

    /// <summary>One word for each number, all of one width.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="options">How many digits.</param>
    /// <param name="plus">What stands before numbers that have no minus.</param>
    public static string[] Format<T>(ReadOnlySpan<T> values, PrintOptions options, string plus = "")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var words = new string[values.Length];
        (int left, int right) = NeedsExponent(values, options.SuppressScientific)
            ? FormatScientific(values, options.Precision, plus, words)
            : FormatPositional(values, options.Precision, plus, words);

        // Names take the place of digits; where they are longer, all numbers move to the right.
        int width = left + 1 + right;
        for (int i = 0; i < words.Length; i++)
        {
            width = T.IsFinite(values[i]) ? width : Math.Max(width, T.IsNaN(values[i]) ? ElementText.NonFinite(values[i]).Length : Name(values[i], plus).Length);
        }

        for (int i = 0; i < words.Length; i++)
        {
            words[i] = (words[i] ?? Name(values[i], plus)).PadLeft(width);
        }

        return words;
    }

    private static bool NeedsExponent<T>(ReadOnlySpan<T> values, bool suppress)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.Zero, smallest = T.PositiveInfinity;
        foreach (T value in values)
        {
            if (T.IsFinite(value) && !T.IsZero(value))
            {
                largest = T.Max(largest, T.Abs(value));
                smallest = T.Min(smallest, T.Abs(value));
            }
        }

        // Compared in double, divided in T, as NumPy does: a float 1e-4 is a little less than the double.
        return !T.IsZero(largest)
            && (double.CreateTruncating(largest) >= Large
                || (!suppress && (double.CreateTruncating(smallest) < Small || double.CreateTruncating(largest / smallest) > WideRatio)));
    }

    private static (int Left, int Right) FormatScientific<T>(ReadOnlySpan<T> values, int precision, string plus, Span<string> words)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The first look finds how many digits the neediest number wants; then all get as many.
        int behindPoint = 0, exponentWidth = 2, left = 1;
        foreach (T value in values)
        {
            if (T.IsFinite(value))
            {
                DecimalDigits digits = DecimalDigits.Scientific(T.Abs(value), 0, precision);
                behindPoint = Math.Max(behindPoint, digits.Digits.Length - 1);
                exponentWidth = Math.Abs(digits.Exponent) >= 100 ? 3 : exponentWidth;
                left = Math.Max(left, 1 + Sign(value, plus).Length);
            }
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (T.IsFinite(values[i]))
            {
                DecimalDigits digits = DecimalDigits.Scientific(T.Abs(values[i]), behindPoint, behindPoint);
                string fraction = digits.Digits[1..].PadRight(behindPoint, '0');
                words[i] = $"{Sign(values[i], plus)}{digits.Digits[0]}.{fraction}{DecimalDigits.ExponentText(digits.Exponent, exponentWidth)}";
            }
        }

        return (left, behindPoint + 2 + exponentWidth);
    }

    private static (int Left, int Right) FormatPositional<T>(ReadOnlySpan<T> values, int precision, string plus, Span<string> words)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var fractions = new string[values.Length];
        int left = 0, right = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (T.IsFinite(values[i]))
            {
                DecimalDigits digits = DecimalDigits.Positional(T.Abs(values[i]), 0, precision);
                fractions[i] = digits.FractionText;
                words[i] = $"{Sign(values[i], plus)}{digits.WholeText}.";
                left = Math.Max(left, words[i].Length - 1);
                right = Math.Max(right, fractions[i].Length);
            }
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (T.IsFinite(values[i]))
            {
                words[i] += fractions[i].PadRight(right);
            }
        }

        return (left, right);
    }

    private static string Sign<T>(T value, string plus)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsNegative(value) ? "-" : plus;

    private static string Name<T>(T value, string plus)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string name = ElementText.NonFinite(value);
        return name[0] == '-' ? name : plus + name;
    }
}
