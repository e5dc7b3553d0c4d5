using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise functions of complex numbers, beside the arithmetic they share with real ones.</summary>
public static class ComplexFunctions
{
    /// <summary>Operators on complex tensors.</summary>
    extension<T, TDevice>(Tensor<Complex<T>, TDevice>)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        /// <summary>The quotient; the operands broadcast.</summary>
        public static Tensor<Complex<T>, TDevice> operator /(Tensor<Complex<T>, TDevice> x, Tensor<Complex<T>, TDevice> y) => x.Divide(y);

        /// <summary>The quotient, with a scalar on the right.</summary>
        public static Tensor<Complex<T>, TDevice> operator /(Tensor<Complex<T>, TDevice> x, Complex<T> y) => x.Divide(y);

        /// <summary>The quotient, with a scalar on the left.</summary>
        public static Tensor<Complex<T>, TDevice> operator /(Complex<T> x, Tensor<Complex<T>, TDevice> y) => Arithmetic.Divide<Complex<T>, TDevice>(x, y);
    }

    /// <summary>The numbers with the other sign of the imaginary part.</summary>
    [Copies]
    public static Tensor<Complex<T>, TDevice> Conj<T, TDevice>(this Tensor<Complex<T>, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        Tensor<Complex<T>, TDevice> result = x.Clone();
        result.Imag().NegativeInPlace();
        return result;
    }

    /// <summary>The distances from 0, without overflow on the way; infinite if a part is, even beside NaN.</summary>
    [Copies]
    public static Tensor<T, TDevice> Abs<T, TDevice>(this Tensor<Complex<T>, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Real().Hypot(x.Imag());
    }

    /// <summary>The angles from the positive real axis, from -pi to pi; 0 of 0, NaN of NaN.</summary>
    [Copies]
    public static Tensor<T, TDevice> Angle<T, TDevice>(this Tensor<Complex<T>, TDevice> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Imag().Atan2(x.Real());
    }
}
