using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.RandomNumbers;

/// <summary>Makes pairs of normally distributed numbers from pairs of uniform ones: sqrt(-2 ln u) times the cosine and the sine of 2 pi v.</summary>
/// <remarks>
/// <para>G. E. P. Box and M. E. Muller, "A Note on the Generation of Random Normal Deviates", 1958. It takes a fixed number of draws, which rejection methods
/// do not, and so keeps each element a function of its index.</para>
/// <para>Made of additions, multiplications, divisions and square roots alone, which every processor rounds alike, and in one order: the results are the same to
/// the last bit everywhere. Nothing is branched on, since random arguments defeat any prediction.</para>
/// </remarks>
internal static class BoxMuller
{
    /// <summary>A number so large that adding it rounds to a whole number, which then stands in the low bits.</summary>
    private const double RoundingShift = 1.5 * (1L << 52);

    private const double SquareRootOfHalf = 0.7071067811865476, LogarithmOfTwo = 0.6931471805599453;

    /// <summary>
    /// The powers of the square in 2 atanh(s) / s, for s up to 0.172, and in sin(t) / t and cos(t), for t up to pi / 4; what is left off is below
    /// 2^-53.
    /// </summary>
    private static readonly double[]
        ArtanhTerms = [2.0, 2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21],
        SineTerms = [1.0, -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000, 1.0 / 355687428096000],
        CosineTerms = [1.0, -1.0 / 2, 1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000];

    /// <summary>Puts the cosine's number in the place of u, in (0, 1], and the sine's in that of v, in [0, 1).</summary>
    /// <param name="u">A multiple of four numbers.</param>
    /// <param name="v">As many.</param>
    public static void Transform(Span<double> u, Span<double> v)
    {
        Span<Vector256<double>> us = MemoryMarshal.Cast<double, Vector256<double>>(u), vs = MemoryMarshal.Cast<double, Vector256<double>>(v);
        for (int i = 0; i < us.Length; i++)
        {
            Vector256<double> radius = Vector256.Sqrt(Vector256.Create(-2.0) * Log(us[i]));
            (Vector256<double> sine, Vector256<double> cosine) = SinCosOfTurns(vs[i]);
            us[i] = radius * cosine;
            vs[i] = radius * sine;
        }
    }

    /// <summary>The natural logarithm of normal numbers, within 2 units in the last place.</summary>
    public static Vector256<double> Log(Vector256<double> x)
    {
        // x = 2^exponent times m in [sqrt(1/2), sqrt(2)); ln m = 2 atanh((m - 1) / (m + 1)).
        Vector256<long> bits = x.AsInt64() - Vector256.Create(BitConverter.DoubleToInt64Bits(SquareRootOfHalf));
        Vector256<long> exponentBits = Vector256.ShiftRightArithmetic(bits, 52);
        Vector256<double> m = (x.AsInt64() - (exponentBits << 52)).AsDouble();
        Vector256<double> exponent = (exponentBits + Vector256.Create(BitConverter.DoubleToInt64Bits(RoundingShift))).AsDouble() - Vector256.Create(RoundingShift);
        Vector256<double> s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        return (exponent * Vector256.Create(LogarithmOfTwo)) + (s * Polynomial(s * s, ArtanhTerms));
    }

    /// <summary>Sine and cosine of an angle given in turns, from 0 to 1.</summary>
    public static (Vector256<double> Sine, Vector256<double> Cosine) SinCosOfTurns(Vector256<double> turns)
    {
        // The nearest quarter turn is taken off, which is exact; it says which of the two is which, and their signs.
        Vector256<double> quarters = turns * Vector256.Create(4.0), shifted = quarters + Vector256.Create(RoundingShift);
        Vector256<long> quadrant = shifted.AsInt64();
        Vector256<double> angle = (quarters - (shifted - Vector256.Create(RoundingShift))) * Vector256.Create(Math.PI / 2), square = angle * angle;
        Vector256<double> sine = angle * Polynomial(square, SineTerms), cosine = Polynomial(square, CosineTerms);
        Vector256<double> isOdd = Vector256.Equals(quadrant & Vector256<long>.One, Vector256<long>.One).AsDouble();
        Vector256<long> two = Vector256.Create(2L);
        return (
            (Vector256.ConditionalSelect(isOdd, cosine, sine).AsInt64() ^ ((quadrant & two) << 62)).AsDouble(),
            (Vector256.ConditionalSelect(isOdd, sine, cosine).AsInt64() ^ (((quadrant + Vector256<long>.One) & two) << 62)).AsDouble());
    }

    private static Vector256<double> Polynomial(Vector256<double> x, double[] terms)
    {
        Vector256<double> sum = Vector256.Create(terms[^1]);
        for (int i = terms.Length - 2; i >= 0; i--)
        {
            sum = (sum * x) + Vector256.Create(terms[i]);
        }

        return sum;
    }
}
