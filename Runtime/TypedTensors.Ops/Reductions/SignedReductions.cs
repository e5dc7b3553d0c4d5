using System.Numerics;

namespace TypedTensors;

/// <summary>Sums and products of signed integers, which accumulate in 64 bits as in NumPy.</summary>
public static partial class SignedReductions
{
    /// <summary>The sum of the elements, as <see cref="long"/>.</summary>
    /// <remarks>Modulo 2^64; 0 of nothing.</remarks>
    [Reduction("Sum")]
    public static class Summation<T>
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
    {
        /// <summary>Zero.</summary>
        public static long Identity => 0;

        /// <summary>The element in 64 bits.</summary>
        public static long Map(T x) => long.CreateTruncating(x);

        /// <summary>The sum of two sums.</summary>
        public static long Combine(long left, long right) => left + right;
    }

    /// <summary>The product of the elements, as <see cref="long"/>.</summary>
    /// <remarks>Modulo 2^64; 1 of nothing.</remarks>
    [Reduction("Prod")]
    public static class Product<T>
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
    {
        /// <summary>One.</summary>
        public static long Identity => 1;

        /// <summary>The element in 64 bits.</summary>
        public static long Map(T x) => long.CreateTruncating(x);

        /// <summary>The product of two products.</summary>
        public static long Combine(long left, long right) => left * right;
    }
}
