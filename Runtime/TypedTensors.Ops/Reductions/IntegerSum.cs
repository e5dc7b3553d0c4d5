using System.Numerics;

namespace TypedTensors;

/// <summary>The sum of integers in 64 bits.</summary>
internal static class IntegerSum
{
    /// <summary>The sum, modulo 2^64; 0 of nothing.</summary>
    public static TSum Run<T, TSum>(ReadOnlySpan<T> elements)
        where T : unmanaged, IBinaryInteger<T>
        where TSum : unmanaged, IBinaryInteger<TSum>
    {
        TSum sum = TSum.Zero;
        foreach (T element in elements)
        {
            sum += TSum.CreateTruncating(element);
        }

        return sum;
    }

    /// <summary>The mean, summed in double as NumPy does; NaN of nothing.</summary>
    public static double Mean<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, IBinaryInteger<T>
    {
        double sum = 0;
        foreach (T element in elements)
        {
            sum += double.CreateTruncating(element);
        }

        return sum / elements.Length;
    }
}
