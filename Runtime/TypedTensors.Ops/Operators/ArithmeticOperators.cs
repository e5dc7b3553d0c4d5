using System.Numerics;

namespace TypedTensors;

/// <summary>The arithmetic operators of C# on tensors of one numeric dtype; those of two dtypes are in <c>PromotedOperators</c>.</summary>
public static class ArithmeticOperators
{
    /// <summary>Operators on tensors of one dtype, complex numbers included.</summary>
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, INumberBase<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>The sum; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator +(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Add(y);

        /// <summary>The sum, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator +(Tensor<T, TDevice> x, T y) => x.Add(y);

        /// <summary>The sum, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator +(T x, Tensor<T, TDevice> y) => Arithmetic.Add<T, TDevice>(x, y);

        /// <summary>The difference; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator -(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Subtract(y);

        /// <summary>The difference, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator -(Tensor<T, TDevice> x, T y) => x.Subtract(y);

        /// <summary>The difference, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator -(T x, Tensor<T, TDevice> y) => Arithmetic.Subtract<T, TDevice>(x, y);

        /// <summary>The product; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator *(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Multiply(y);

        /// <summary>The product, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator *(Tensor<T, TDevice> x, T y) => x.Multiply(y);

        /// <summary>The product, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator *(T x, Tensor<T, TDevice> y) => Arithmetic.Multiply<T, TDevice>(x, y);

        /// <summary>The negative.</summary>
        public static Tensor<T, TDevice> operator -(Tensor<T, TDevice> x) => x.Negative();
    }

    /// <summary>Operators on tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>The quotient; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator /(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Divide(y);

        /// <summary>The quotient, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator /(Tensor<T, TDevice> x, T y) => x.Divide(y);

        /// <summary>The quotient, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator /(T x, Tensor<T, TDevice> y) => Arithmetic.Divide<T, TDevice>(x, y);
    }

    /// <summary>In-place operators on tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice> x)
        where T : unmanaged, INumberBase<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>Adds in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator +=(Tensor<T, TDevice> y) => x.AddInPlace(y);

        /// <summary>Adds in place, with a scalar.</summary>
        [Mutates]
        public void operator +=(T y) => x.AddInPlace(y);

        /// <summary>Subtracts in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator -=(Tensor<T, TDevice> y) => x.SubtractInPlace(y);

        /// <summary>Subtracts in place, with a scalar.</summary>
        [Mutates]
        public void operator -=(T y) => x.SubtractInPlace(y);

        /// <summary>Multiplies in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator *=(Tensor<T, TDevice> y) => x.MultiplyInPlace(y);

        /// <summary>Multiplies in place, with a scalar.</summary>
        [Mutates]
        public void operator *=(T y) => x.MultiplyInPlace(y);
    }

    /// <summary>In-place operators on tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice> x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>Divides in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator /=(Tensor<T, TDevice> y) => x.DivideInPlace(y);

        /// <summary>Divides in place, with a scalar.</summary>
        [Mutates]
        public void operator /=(T y) => x.DivideInPlace(y);
    }

    /// <summary>Remainders of tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        /// <summary>The remainder with the sign of the divisor, as in Python and NumPy; the operands broadcast.</summary>
        public static Tensor<T, TDevice> operator %(Tensor<T, TDevice> x, Tensor<T, TDevice> y) => x.Remainder(y);

        /// <summary>The remainder with the sign of the divisor, as in Python and NumPy, with a scalar on the right.</summary>
        public static Tensor<T, TDevice> operator %(Tensor<T, TDevice> x, T y) => x.Remainder(y);

        /// <summary>The remainder with the sign of the divisor, as in Python and NumPy, with a scalar on the left.</summary>
        public static Tensor<T, TDevice> operator %(T x, Tensor<T, TDevice> y) => Arithmetic.Remainder<T, TDevice>(x, y);
    }

    /// <summary>In-place remainders of tensors of one dtype.</summary>
    extension<T, TDevice>(Tensor<T, TDevice> x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        /// <summary>Takes the remainder in place; the operand broadcasts to this tensor's shape, and every view of the same memory sees the change.</summary>
        [Mutates]
        public void operator %=(Tensor<T, TDevice> y) => x.RemainderInPlace(y);

        /// <summary>Takes the remainder in place, with a scalar.</summary>
        [Mutates]
        public void operator %=(T y) => x.RemainderInPlace(y);
    }
}
