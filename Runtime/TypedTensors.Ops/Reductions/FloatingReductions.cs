using System.Numerics;

namespace TypedTensors;

/// <summary>Reductions of floating dtypes. <see cref="Half"/> accumulates in <see cref="float"/> and is rounded once.</summary>
public static partial class FloatingReductions
{
    /// <summary>The sum of the elements.</summary>
    /// <remarks>Pairwise, so that the error grows with the logarithm of the count. NaN if an element is NaN; 0 of nothing.</remarks>
    [Reduction("Sum")]
    public static class Summation<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>Zero.</summary>
        public static T Identity => T.Zero;

        /// <summary>The sum of two sums.</summary>
        public static T Combine(T left, T right) => left + right;
    }

    /// <summary>The product of the elements.</summary>
    /// <remarks>NaN if an element is NaN; 1 of nothing.</remarks>
    [Reduction("Prod")]
    public static class Product<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>One.</summary>
        public static T Identity => T.One;

        /// <summary>The product of two products.</summary>
        public static T Combine(T left, T right) => left * right;
    }

    /// <summary>The mean of the elements.</summary>
    /// <remarks>The pairwise sum divided by the count. NaN if an element is NaN, and of nothing.</remarks>
    [Reduction("Mean")]
    public static class Average<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>Zero.</summary>
        public static T Identity => T.Zero;

        /// <summary>The sum of two sums.</summary>
        public static T Combine(T left, T right) => left + right;

        /// <summary>The mean of what has been summed.</summary>
        public static T Finish(T total, long count) => total / T.CreateTruncating(count);
    }

    /// <summary>The Euclidean norm of the elements: the square root of the sum of their squares (for a matrix, Frobenius' norm).</summary>
    /// <remarks>The squares may overflow, as in NumPy. NaN if an element is NaN; 0 of nothing.</remarks>
    [Reduction("Norm")]
    public static class EuclideanNorm<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>Zero.</summary>
        public static T Identity => T.Zero;

        /// <summary>The square of an element.</summary>
        public static T Map(T x) => x * x;

        /// <summary>The sum of two sums of squares.</summary>
        public static T Combine(T left, T right) => left + right;

        /// <summary>The square root of the sum.</summary>
        public static T Finish(T total) => T.Sqrt(total);
    }

    /// <summary>The logarithm of the sum of the elements' exponentials, without overflow on the way.</summary>
    /// <remarks>NaN if an element is NaN; negative infinity of nothing, or of nothing but negative infinity.</remarks>
    [Reduction("LogSumExp")]
    public static class LogarithmOfSum<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>No exponentials.</summary>
        public static (T Largest, T Sum) Identity => (T.NegativeInfinity, T.Zero);

        /// <summary>The exponential of an element, scaled to one.</summary>
        public static (T Largest, T Sum) Map(T x) => (x, T.One);

        /// <summary>The sum of two sums, each of which is scaled by its largest exponential, scaled by the larger of these.</summary>
        public static (T Largest, T Sum) Combine((T Largest, T Sum) left, (T Largest, T Sum) right)
        {
            // Equal infinities have no difference.
            T scale = left.Largest == right.Largest ? T.One : T.Exp(-T.Abs(right.Largest - left.Largest));
            return right.Largest > left.Largest
                ? (right.Largest, right.Sum + (left.Sum * scale))
                : (left.Largest, left.Sum + (right.Sum * scale));
        }

        /// <summary>The logarithm.</summary>
        public static T Finish((T Largest, T Sum) total) => total.Largest + T.Log(total.Sum);
    }
}
