using System.Numerics;

namespace TypedTensors.FourierTransforms;

/// <summary>Roots of unity, each rounded once from a double that is right to its last digit or two.</summary>
internal static class Roots
{
    /// <summary>The root <c>exp(-2 pi i numerator / denominator)</c>.</summary>
    public static (double Cosine, double Sine) Of(Int128 numerator, long denominator)
    {
        // Brought to an eighth of the circle exactly, in integers, so that roots that mirror one another are equal digit by digit.
        long part = (long)(numerator % denominator);
        int octant = (int)(8 * (Int128)part / denominator);
        bool isMirrored = (octant & 1) != 0;
        Int128 inside = (8 * (Int128)part) - (octant * (Int128)denominator);
        double angle = Math.PI / 4 * ((double)(isMirrored ? denominator - inside : inside) / denominator);
        (double sine, double cosine) = Math.SinCos(angle);
        (cosine, sine) = isMirrored ? (sine, cosine) : (cosine, sine);
        return (octant >> 1) switch
        {
            0 => (cosine, -sine),
            1 => (-sine, -cosine),
            2 => (-cosine, sine),
            _ => (sine, cosine),
        };
    }

    /// <summary>Writes the root as two numbers.</summary>
    public static unsafe void Write<T>(Int128 numerator, long denominator, T* destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double cosine, double sine) = Of(numerator, denominator);
        destination[0] = T.CreateTruncating(cosine);
        destination[1] = T.CreateTruncating(sine);
    }
}
