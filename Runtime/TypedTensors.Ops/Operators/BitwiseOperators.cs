using System.Numerics;

namespace TypedTensors;

/// <summary>The bit operators of C# on tensors of integers.</summary>
public static class BitwiseOperators
{
    /// <summary>Operators on tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>The bits set in both; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator &(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.BitwiseAnd(y);

        /// <summary>The bits set in both, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator &(Tensor<T, TDevice> x, T y) => x.BitwiseAnd(y);

        /// <summary>The bits set in both, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator &(T x, Tensor<T, TDevice> y) => Bitwise.BitwiseAnd<T, TDevice>(x, y);

        /// <summary>The bits set in at least one; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator |(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.BitwiseOr(y);

        /// <summary>The bits set in at least one, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator |(Tensor<T, TDevice> x, T y) => x.BitwiseOr(y);

        /// <summary>The bits set in at least one, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator |(T x, Tensor<T, TDevice> y) => Bitwise.BitwiseOr<T, TDevice>(x, y);

        /// <summary>The bits set in exactly one; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator ^(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.BitwiseXor(y);

        /// <summary>The bits set in exactly one, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator ^(Tensor<T, TDevice> x, T y) => x.BitwiseXor(y);

        /// <summary>The bits set in exactly one, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator ^(T x, Tensor<T, TDevice> y) => Bitwise.BitwiseXor<T, TDevice>(x, y);

        /// <summary>The bits inverted.</summary>
        public static Tensor<T, TDevice> operator ~(Tensor<T, TDevice> x) => x.BitwiseNot();

        /// <summary>The bits moved left.</summary>
        public static Tensor<T, TDevice> operator <<(Tensor<T, TDevice> x, int count) => x.LeftShift(count);

        /// <summary>The bits moved right; signed integers keep their sign.</summary>
        public static Tensor<T, TDevice> operator >>(Tensor<T, TDevice> x, int count) => x.RightShift(count);
    }

    /// <summary>In-place operators on tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice> x)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>Keeps the bits set in both in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator &=(Tensor<T, TDevice> y) => x.BitwiseAndInPlace(y);

        /// <summary>Keeps the bits set in both in place, with a scalar.</summary>
        [Mutates]
        public void operator &=(T y) => x.BitwiseAndInPlace(y);

        /// <summary>Sets the bits set in either in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator |=(Tensor<T, TDevice> y) => x.BitwiseOrInPlace(y);

        /// <summary>Sets the bits set in either in place, with a scalar.</summary>
        [Mutates]
        public void operator |=(T y) => x.BitwiseOrInPlace(y);

        /// <summary>Flips the bits in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator ^=(Tensor<T, TDevice> y) => x.BitwiseXorInPlace(y);

        /// <summary>Flips the bits in place, with a scalar.</summary>
        [Mutates]
        public void operator ^=(T y) => x.BitwiseXorInPlace(y);

        /// <summary>Moves the bits left in place.</summary>
        [Mutates]
        public void operator <<=(int count) => x.LeftShiftInPlace(count);

        /// <summary>Moves the bits right in place; signed integers keep their sign.</summary>
        [Mutates]
        public void operator >>=(int count) => x.RightShiftInPlace(count);
    }
}
