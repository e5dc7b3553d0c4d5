using System.Numerics;

namespace TypedTensors;

/// <summary>Variances and standard deviations, in one pass (Chan, Golub and LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", 1979).</summary>
public static partial class Moments
{
    /// <summary>The variance of the elements: the mean of the squares of what they differ from their mean by.</summary>
    /// <remarks>NaN if an element is NaN or infinite, and where the correction leaves nothing to divide by.</remarks>
    [Reduction("Var")]
    public static class Variance<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>No elements.</summary>
        public static (T Count, T Mean, T Squares) Identity => (T.Zero, T.Zero, T.Zero);

        /// <summary>One element, which does not differ from its mean; unless it is infinite, and the variance NaN.</summary>
        public static (T Count, T Mean, T Squares) Map(T x) => (T.One, x, x - x);

        /// <summary>The moments of two groups together.</summary>
        public static (T Count, T Mean, T Squares) Combine((T Count, T Mean, T Squares) left, (T Count, T Mean, T Squares) right)
        {
            T count = left.Count + right.Count;
            T share = right.Count / T.Max(count, T.One);
            T difference = right.Mean - left.Mean;

            // In this order a large first element does not overflow: it is multiplied by the count of nothing before by itself.
            return (count, left.Mean + (difference * share), left.Squares + right.Squares + (difference * share * left.Count * difference));
        }

        /// <summary>The variance.</summary>
        /// <param name="total">The moments.</param>
        /// <param name="count">The number of elements.</param>
        /// <param name="correction">What the count is reduced by before dividing: 0 for the variance of the elements, 1 for Bessel's estimate of what they are a sample of.</param>
        public static T Finish((T Count, T Mean, T Squares) total, long count, double correction = 0) =>
            total.Squares / T.CreateTruncating(Math.Max(count - correction, 0));
    }

    /// <summary>The standard deviation of the elements: the square root of their variance.</summary>
    /// <remarks>NaN if an element is NaN or infinite, and where the correction leaves nothing to divide by.</remarks>
    [Reduction("Std")]
    public static class Deviation<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>No elements.</summary>
        public static (T Count, T Mean, T Squares) Identity => (T.Zero, T.Zero, T.Zero);

        /// <summary>One element, which does not differ from its mean.</summary>
        public static (T Count, T Mean, T Squares) Map(T x) => Variance<T>.Map(x);

        /// <summary>The moments of two groups together.</summary>
        public static (T Count, T Mean, T Squares) Combine((T Count, T Mean, T Squares) left, (T Count, T Mean, T Squares) right) =>
            Variance<T>.Combine(left, right);

        /// <summary>The standard deviation.</summary>
        /// <param name="total">The moments.</param>
        /// <param name="count">The number of elements.</param>
        /// <param name="correction">What the count is reduced by before dividing: 0 for the deviation of the elements, 1 for an estimate of what they are a sample of.</param>
        public static T Finish((T Count, T Mean, T Squares) total, long count, double correction = 0) =>
            T.Sqrt(Variance<T>.Finish(total, count, correction));
    }
}
