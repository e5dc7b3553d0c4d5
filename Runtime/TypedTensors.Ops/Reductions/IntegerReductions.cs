using System.Numerics;

namespace TypedTensors;

/// <summary>Reductions of integers whose results are <see cref="double"/>, as in NumPy.</summary>
public static partial class IntegerReductions
{
    /// <summary>The mean of the elements, as <see cref="double"/>.</summary>
    /// <remarks>NaN of nothing.</remarks>
    [Reduction("Mean")]
    public static class Average<T>
        where T : unmanaged, IBinaryInteger<T>
    {
        /// <summary>Zero.</summary>
        public static double Identity => 0;

        /// <summary>The element.</summary>
        public static double Map(T x) => double.CreateTruncating(x);

        /// <summary>The sum of two sums.</summary>
        public static double Combine(double left, double right) => left + right;

        /// <summary>The mean of what has been summed.</summary>
        public static double Finish(double total, long count) => total / count;
    }

    /// <summary>The variance of the elements, as <see cref="double"/>.</summary>
    /// <remarks>NaN where the correction leaves nothing to divide by.</remarks>
    [Reduction("Var")]
    public static class Variance<T>
        where T : unmanaged, IBinaryInteger<T>
    {
        /// <summary>No elements.</summary>
        public static (double Count, double Mean, double Squares) Identity => (0, 0, 0);

        /// <summary>One element.</summary>
        public static (double Count, double Mean, double Squares) Map(T x) => (1, double.CreateTruncating(x), 0);

        /// <summary>The moments of two groups together.</summary>
        public static (double Count, double Mean, double Squares) Combine(
            (double Count, double Mean, double Squares) left, (double Count, double Mean, double Squares) right) =>
            Moments.Variance<double>.Combine(left, right);

        /// <summary>The variance.</summary>
        /// <param name="total">The moments.</param>
        /// <param name="count">The number of elements.</param>
        /// <param name="correction">What the count is reduced by before dividing: 0 for the variance of the elements, 1 for Bessel's estimate of what they are a sample of.</param>
        public static double Finish((double Count, double Mean, double Squares) total, long count, double correction = 0) =>
            Moments.Variance<double>.Finish(total, count, correction);
    }

    /// <summary>The standard deviation of the elements, as <see cref="double"/>.</summary>
    /// <remarks>NaN where the correction leaves nothing to divide by.</remarks>
    [Reduction("Std")]
    public static class Deviation<T>
        where T : unmanaged, IBinaryInteger<T>
    {
        /// <summary>No elements.</summary>
        public static (double Count, double Mean, double Squares) Identity => (0, 0, 0);

        /// <summary>One element.</summary>
        public static (double Count, double Mean, double Squares) Map(T x) => (1, double.CreateTruncating(x), 0);

        /// <summary>The moments of two groups together.</summary>
        public static (double Count, double Mean, double Squares) Combine(
            (double Count, double Mean, double Squares) left, (double Count, double Mean, double Squares) right) =>
            Moments.Variance<double>.Combine(left, right);

        /// <summary>The standard deviation.</summary>
        /// <param name="total">The moments.</param>
        /// <param name="count">The number of elements.</param>
        /// <param name="correction">What the count is reduced by before dividing: 0 for the deviation of the elements, 1 for an estimate of what they are a sample of.</param>
        public static double Finish((double Count, double Mean, double Squares) total, long count, double correction = 0) =>
            Math.Sqrt(Moments.Variance<double>.Finish(total, count, correction));
    }
}
