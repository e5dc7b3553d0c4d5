using System.Numerics;

namespace TypedTensors;

/// <summary>Sums and products of unsigned integers, which accumulate in 64 bits as in NumPy.</summary>
public static partial class UnsignedReductions
{
    /// <summary>The sum of the elements, as <see cref="ulong"/>.</summary>
    /// <remarks>Modulo 2^64; 0 of nothing.</remarks>
    [Reduction("Sum")]
    public static class Summation<T>
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        /// <summary>Zero.</summary>
        public static ulong Identity => 0;

        /// <summary>The element in 64 bits.</summary>
        public static ulong Map(T x) => ulong.CreateTruncating(x);

        /// <summary>The sum of two sums.</summary>
        public static ulong Combine(ulong left, ulong right) => left + right;
    }

    /// <summary>The product of the elements, as <see cref="ulong"/>.</summary>
    /// <remarks>Modulo 2^64; 1 of nothing.</remarks>
    [Reduction("Prod")]
    public static class Product<T>
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        /// <summary>One.</summary>
        public static ulong Identity => 1;

        /// <summary>The element in 64 bits.</summary>
        public static ulong Map(T x) => ulong.CreateTruncating(x);

        /// <summary>The product of two products.</summary>
        public static ulong Combine(ulong left, ulong right) => left * right;
    }
}
