using System.Numerics;

namespace TypedTensors;

/// <summary>The extremes of numeric dtypes and where they are.</summary>
public static partial class ExtremeReductions
{
    /// <summary>The largest element.</summary>
    /// <remarks>NaN if an element is NaN.</remarks>
    [Reduction("Max", RequiresElements = true)]
    public static class Largest<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>The limit that no element is beyond.</summary>
        public static T Identity => T.CreateSaturating(double.NegativeInfinity);

        /// <summary>The largest of two.</summary>
        public static T Combine(T left, T right) => T.Max(left, right);
    }

    /// <summary>The smallest element.</summary>
    /// <remarks>NaN if an element is NaN.</remarks>
    [Reduction("Min", RequiresElements = true)]
    public static class Smallest<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>The limit that no element is beyond.</summary>
        public static T Identity => T.CreateSaturating(double.PositiveInfinity);

        /// <summary>The smallest of two.</summary>
        public static T Combine(T left, T right) => T.Min(left, right);
    }

    /// <summary>The position of the largest element, in C order of the reduced axes.</summary>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    [Reduction("ArgMax", RequiresElements = true)]
    public static class PositionOfLargest<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>The limit that no element is beyond, after all of them.</summary>
        public static (T Value, long Position) Identity => (T.CreateSaturating(double.NegativeInfinity), long.MaxValue);

        /// <summary>An element and where it is.</summary>
        public static (T Value, long Position) Map(T x, long position) => (x, position);

        /// <summary>The largest of two, or the first of equal ones.</summary>
        public static (T Value, long Position) Combine((T Value, long Position) left, (T Value, long Position) right)
        {
            bool isEarlier = right.Position < left.Position;
            bool isRight = T.IsNaN(left.Value)
                ? T.IsNaN(right.Value) && isEarlier
                : T.IsNaN(right.Value) || right.Value > left.Value || (right.Value == left.Value && isEarlier);
            return isRight ? right : left;
        }

        /// <summary>Where it is.</summary>
        public static long Finish((T Value, long Position) total) => total.Position;
    }

    /// <summary>The position of the smallest element, in C order of the reduced axes.</summary>
    /// <remarks>The first of several equal ones; the first NaN if there is one, as in NumPy.</remarks>
    [Reduction("ArgMin", RequiresElements = true)]
    public static class PositionOfSmallest<T>
        where T : unmanaged, INumber<T>
    {
        /// <summary>The limit that no element is beyond, after all of them.</summary>
        public static (T Value, long Position) Identity => (T.CreateSaturating(double.PositiveInfinity), long.MaxValue);

        /// <summary>An element and where it is.</summary>
        public static (T Value, long Position) Map(T x, long position) => (x, position);

        /// <summary>The smallest of two, or the first of equal ones.</summary>
        public static (T Value, long Position) Combine((T Value, long Position) left, (T Value, long Position) right)
        {
            bool isEarlier = right.Position < left.Position;
            bool isRight = T.IsNaN(left.Value)
                ? T.IsNaN(right.Value) && isEarlier
                : T.IsNaN(right.Value) || right.Value < left.Value || (right.Value == left.Value && isEarlier);
            return isRight ? right : left;
        }

        /// <summary>Where it is.</summary>
        public static long Finish((T Value, long Position) total) => total.Position;
    }
}
