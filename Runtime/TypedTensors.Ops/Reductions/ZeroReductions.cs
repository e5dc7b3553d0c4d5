using System.Numerics;

namespace TypedTensors;

/// <summary>Reductions of numbers that ask whether elements are zero. NaN is not zero, as in NumPy.</summary>
public static partial class ZeroReductions
{
    /// <summary>The number of elements that are not zero, as <see cref="long"/>.</summary>
    /// <remarks>NaN counts; 0 of nothing.</remarks>
    [Reduction("CountNonZero")]
    public static class Count<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>Zero.</summary>
        public static long Identity => 0;

        /// <summary>One if the element is not zero.</summary>
        public static long Map(T x) => x != T.Zero ? 1 : 0;

        /// <summary>The sum of two counts.</summary>
        public static long Combine(long left, long right) => left + right;
    }

    /// <summary>Whether any element is not zero.</summary>
    /// <remarks>NaN is not zero; false of nothing.</remarks>
    [Reduction("Any")]
    public static class Disjunction<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>False.</summary>
        public static bool Identity => false;

        /// <summary>Whether the element is not zero.</summary>
        public static bool Map(T x) => x != T.Zero;

        /// <summary>Whether either is true.</summary>
        public static bool Combine(bool left, bool right) => left | right;
    }

    /// <summary>Whether no element is zero.</summary>
    /// <remarks>NaN is not zero; true of nothing.</remarks>
    [Reduction("All")]
    public static class Conjunction<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>True.</summary>
        public static bool Identity => true;

        /// <summary>Whether the element is not zero.</summary>
        public static bool Map(T x) => x != T.Zero;

        /// <summary>Whether both are true.</summary>
        public static bool Combine(bool left, bool right) => left & right;
    }
}
