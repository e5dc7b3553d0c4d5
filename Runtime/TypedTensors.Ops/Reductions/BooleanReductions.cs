namespace TypedTensors;

/// <summary>Reductions of bools.</summary>
public static partial class BooleanReductions
{
    /// <summary>The number of true elements, as <see cref="long"/>.</summary>
    /// <remarks>0 of nothing.</remarks>
    [Reduction("Sum")]
    public static class Summation
    {
        /// <summary>Zero.</summary>
        public static long Identity => 0;

        /// <summary>One if true.</summary>
        public static long Map(bool x) => x ? 1 : 0;

        /// <summary>The sum of two counts.</summary>
        public static long Combine(long left, long right) => left + right;
    }

    /// <summary>The share of true elements, as <see cref="double"/>.</summary>
    /// <remarks>NaN of nothing.</remarks>
    [Reduction("Mean")]
    public static class Average
    {
        /// <summary>Zero.</summary>
        public static long Identity => 0;

        /// <summary>One if true.</summary>
        public static long Map(bool x) => x ? 1 : 0;

        /// <summary>The sum of two counts.</summary>
        public static long Combine(long left, long right) => left + right;

        /// <summary>The share.</summary>
        public static double Finish(long total, long count) => (double)total / count;
    }

    /// <summary>The number of true elements, as <see cref="long"/>.</summary>
    /// <remarks>0 of nothing.</remarks>
    [Reduction("CountNonZero")]
    public static class Count
    {
        /// <summary>Zero.</summary>
        public static long Identity => 0;

        /// <summary>One if true.</summary>
        public static long Map(bool x) => x ? 1 : 0;

        /// <summary>The sum of two counts.</summary>
        public static long Combine(long left, long right) => left + right;
    }

    /// <summary>Whether any element is true.</summary>
    /// <remarks>False of nothing.</remarks>
    [Reduction("Any")]
    public static class Disjunction
    {
        /// <summary>False.</summary>
        public static bool Identity => false;

        /// <summary>Whether either is true.</summary>
        public static bool Combine(bool left, bool right) => left | right;
    }

    /// <summary>Whether all elements are true.</summary>
    /// <remarks>True of nothing.</remarks>
    [Reduction("All")]
    public static class Conjunction
    {
        /// <summary>True.</summary>
        public static bool Identity => true;

        /// <summary>Whether both are true.</summary>
        public static bool Combine(bool left, bool right) => left & right;
    }
}
