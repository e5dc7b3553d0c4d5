using System.Globalization;
using System.Numerics;

namespace TypedTensors.Printing;

/// <summary>A number of zero or more in decimal: d.ddd times a power of ten.</summary>
/// <param name="Digits">The digits, the first before the point; neither the first nor the last is 0, except in zero, which is <c>0</c>.</param>
/// <param name="Exponent">The power of ten.</param>
/// <remarks>
/// Which digits NumPy prints is what Steele and White's free-format algorithm with a cutoff gives ("How to Print Floating-Point Numbers Accurately", 1990):
/// the shortest that identify the number, unless they are too many or too few; then the exact value, rounded half to even. The shortest come from .NET's own
/// formatter, the exact value from an integer: a binary fraction m / 2^k is m 5^k / 10^k.
/// </remarks>
internal readonly record struct DecimalDigits(string Digits, int Exponent)
{
    private static DecimalDigits Zero => new("0", 0);

    /// <summary>The digits before the point, without an exponent.</summary>
    public string WholeText => Exponent < 0 ? "0" : Digits.Length > Exponent ? Digits[..(Exponent + 1)] : Digits.PadRight(Exponent + 1, '0');

    /// <summary>The digits behind the point, without an exponent and without trailing zeros; empty for a whole number.</summary>
    public string FractionText => Exponent < 0
        ? Digits == "0" ? string.Empty : new string('0', -Exponent - 1) + Digits
        : Digits.Length > Exponent + 1 ? Digits[(Exponent + 1)..] : string.Empty;

    /// <summary>The digits with at least <paramref name="fewest"/> and at most <paramref name="most"/> of them behind the point, without an exponent.</summary>
    public static DecimalDigits Positional<T>(T magnitude, int fewest, int most)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DecimalDigits shortest = Shortest(magnitude);
        int behindPoint = shortest.Digits.Length - 1 - shortest.Exponent;
        return behindPoint > most ? Exact(magnitude).Round(most)
            : behindPoint < fewest ? Exact(magnitude).Round(fewest)
            : shortest;
    }

    /// <summary>The digits with at least <paramref name="fewest"/> and at most <paramref name="most"/> of them behind the first.</summary>
    public static DecimalDigits Scientific<T>(T magnitude, int fewest, int most)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DecimalDigits shortest = Shortest(magnitude);
        int behindPoint = shortest.Digits.Length - 1;
        if (behindPoint >= fewest && behindPoint <= most)
        {
            return shortest;
        }

        // The exact value can be a power of ten lower than the shortest digits say: 9.99999975e-05 is 1e-4 for short.
        DecimalDigits exact = Exact(magnitude);
        return exact.Round((behindPoint > most ? most : fewest) - exact.Exponent);
    }

    /// <summary>The fewest digits that tell the number from its neighbours of the same type.</summary>
    public static DecimalDigits Shortest<T>(T magnitude)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string text = magnitude.ToString("R", CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = mark < 0 ? text : text[..mark];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? Normalize(digits, exponent + digits.Length - 1)
            : Normalize(digits.Remove(point, 1), exponent + point - 1);
    }

    /// <summary>An exponent as NumPy prints it: <c>e+05</c>.</summary>
    public static string ExponentText(int exponent, int width) =>
        (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    /// <summary>All digits of the number's exact value.</summary>
    private static DecimalDigits Exact<T>(T magnitude)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long bits = BitConverter.DoubleToInt64Bits(double.CreateTruncating(magnitude));
        int biased = (int)(bits >> 52);
        long significand = (bits & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
        int exponent = Math.Max(biased, 1) - 1075;
        int zeros = Math.Min(BitOperations.TrailingZeroCount(significand), Math.Max(-exponent, 0));
        significand >>= zeros;
        exponent += zeros;
        string digits = (exponent < 0 ? significand * BigInteger.Pow(5, -exponent) : (BigInteger)significand << exponent)
            .ToString(CultureInfo.InvariantCulture);
        return Normalize(digits, digits.Length - 1 + Math.Min(exponent, 0));
    }

    /// <summary>The number rounded to so many digits behind the point (before it, if negative), half to even.</summary>
    private DecimalDigits Round(int behindPoint)
    {
        int kept = Exponent + 1 + behindPoint;
        if (kept >= Digits.Length)
        {
            return this;
        }

        if (kept < 0)
        {
            return Zero;
        }

        bool isAboveHalf = Digits[kept] > '5' || (Digits[kept] == '5' && kept + 1 < Digits.Length);
        bool isHalfOfOdd = Digits[kept] == '5' && kept > 0 && (Digits[kept - 1] & 1) != 0;
        string rest = Digits[..kept];
        if (!isAboveHalf && !isHalfOfOdd)
        {
            return Normalize(rest, Exponent);
        }

        string stem = rest.TrimEnd('9');
        return stem.Length == 0 ? new DecimalDigits("1", Exponent + 1) : new DecimalDigits(stem[..^1] + (char)(stem[^1] + 1), Exponent);
    }

    private static DecimalDigits Normalize(string digits, int exponent)
    {
        string significant = digits.TrimStart('0');
        return significant.Length == 0 ? Zero : new DecimalDigits(significant.TrimEnd('0'), exponent - (digits.Length - significant.Length));
    }
}
