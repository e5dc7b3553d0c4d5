using System.Numerics;

namespace TypedTensors;

/// <summary>The order operators of C# on tensors, element by element. <c>==</c> compares references, as for any class; use <c>Equal</c> for elements.</summary>
public static class ComparisonOperators
{
    /// <summary>Operators on tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>Whether x is below y; the operands broadcast.</summary>
        public static Tensor<bool, TDevice> operator <(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Less(y);

        /// <summary>Whether x is below y, with a scalar on the right.</summary>
        public static Tensor<bool, TDevice> operator <(Tensor<T, TDevice> x, T y) => x.Less(y);

        /// <summary>Whether x is below y, with a scalar on the left.</summary>
        public static Tensor<bool, TDevice> operator <(T x, Tensor<T, TDevice> y) => Comparison.Less<T, TDevice>(x, y);

        /// <summary>Whether x is above y; the operands broadcast.</summary>
        public static Tensor<bool, TDevice> operator >(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Greater(y);

        /// <summary>Whether x is above y, with a scalar on the right.</summary>
        public static Tensor<bool, TDevice> operator >(Tensor<T, TDevice> x, T y) => x.Greater(y);

        /// <summary>Whether x is above y, with a scalar on the left.</summary>
        public static Tensor<bool, TDevice> operator >(T x, Tensor<T, TDevice> y) => Comparison.Greater<T, TDevice>(x, y);

        /// <summary>Whether x is at most y; the operands broadcast.</summary>
        public static Tensor<bool, TDevice> operator <=(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.LessEqual(y);

        /// <summary>Whether x is at most y, with a scalar on the right.</summary>
        public static Tensor<bool, TDevice> operator <=(Tensor<T, TDevice> x, T y) => x.LessEqual(y);

        /// <summary>Whether x is at most y, with a scalar on the left.</summary>
        public static Tensor<bool, TDevice> operator <=(T x, Tensor<T, TDevice> y) => Comparison.LessEqual<T, TDevice>(x, y);

        /// <summary>Whether x is at least y; the operands broadcast.</summary>
        public static Tensor<bool, TDevice> operator >=(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.GreaterEqual(y);

        /// <summary>Whether x is at least y, with a scalar on the right.</summary>
        public static Tensor<bool, TDevice> operator >=(Tensor<T, TDevice> x, T y) => x.GreaterEqual(y);

        /// <summary>Whether x is at least y, with a scalar on the left.</summary>
        public static Tensor<bool, TDevice> operator >=(T x, Tensor<T, TDevice> y) => Comparison.GreaterEqual<T, TDevice>(x, y);
    }
}
