using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Discrete Fourier transforms along an axis, of any length, as <c>numpy.fft</c> has them; float gives complex numbers of float, double of double.</summary>
/// <remarks>
/// <para>With n the length, X[k] is the sum of x[j] exp(-2 pi i jk / n); the inverse has the other sign and is divided by n, unless a norm says otherwise. Lengths
/// with small prime factors take about 5 n log2 n operations, others some eight times as many. The relative error grows with the logarithm of n: about 1e-7 for float and
/// 2e-16 for double. The same bits come of any number of threads and width of vectors.</para>
/// <para>A NaN or an infinity among the elements makes all results of its line NaN. Inputs have any layout and stay as they are; results are new tensors.</para>
/// </remarks>
public static class Fourier
{
    /// <summary>The discrete Fourier transform.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="length">The transform's length: the axis is cropped to it, or filled up with zeros; null for that of the axis.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="norm">Where to divide by the length.</param>
    /// <returns>A new tensor of the same shape, but for the axis, which is <paramref name="length"/> long.</returns>
    /// <exception cref="ShapeException">The axis is out of range, or it is empty and no length is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1, or <paramref name="norm"/> is no value of the enumeration.</exception>
    [Copies]
    public static Tensor<Complex<T>, TDevice> Fft<T, TDevice>(this Tensor<Complex<T>, TDevice> x, nint? length = null, int axis = -1, FourierNorm norm = FourierNorm.Backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Lines<T> lines = Lines<T>.Of(nameof(Fft), x, axis, length, norm, isInverse: false);
        return OnHost.Run<Complex<T>, Complex<T>, TDevice>(
            x, lines.Shape(lines.Length), (source, result) => FourierTransform.Run(source, result, lines.Axis, lines.Scale, isInverse: false));
    }

    /// <summary>The discrete Fourier transform of real numbers, whole; <c>Rfft</c> computes the half of it that says it all.</summary>
    /// <inheritdoc cref="Fft{T, TDevice}(Tensor{Complex{T}, TDevice}, nint?, int, FourierNorm)"/>
    [Copies]
    public static Tensor<Complex<T>, TDevice> Fft<T, TDevice>(this Tensor<T, TDevice> x, nint? length = null, int axis = -1, FourierNorm norm = FourierNorm.Backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Lines<T> lines = Lines<T>.Of(nameof(Fft), x, axis, length, norm, isInverse: false);
        return OnHost.Run<T, Complex<T>, TDevice>(
            x, lines.Shape(lines.Length), (source, result) => FourierTransform.Run(source, result, lines.Axis, lines.Scale, isInverse: false));
    }

    /// <summary>The inverse of <c>Fft</c>.</summary>
    /// <inheritdoc cref="Fft{T, TDevice}(Tensor{Complex{T}, TDevice}, nint?, int, FourierNorm)"/>
    [Copies]
    public static Tensor<Complex<T>, TDevice> Ifft<T, TDevice>(this Tensor<Complex<T>, TDevice> x, nint? length = null, int axis = -1, FourierNorm norm = FourierNorm.Backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Lines<T> lines = Lines<T>.Of(nameof(Ifft), x, axis, length, norm, isInverse: true);
        return OnHost.Run<Complex<T>, Complex<T>, TDevice>(
            x, lines.Shape(lines.Length), (source, result) => FourierTransform.Run(source, result, lines.Axis, lines.Scale, isInverse: true));
    }

    /// <summary>The discrete Fourier transform of real numbers: the first length / 2 + 1 elements, of which the others are mirror images, conjugated.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="length">The transform's length: the axis is cropped to it, or filled up with zeros; null for that of the axis.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="norm">Where to divide by the length.</param>
    /// <returns>A new tensor of the same shape, but for the axis, which is length / 2 + 1 long.</returns>
    /// <exception cref="ShapeException">The axis is out of range, or it is empty and no length is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1, or <paramref name="norm"/> is no value of the enumeration.</exception>
    [Copies]
    public static Tensor<Complex<T>, TDevice> Rfft<T, TDevice>(this Tensor<T, TDevice> x, nint? length = null, int axis = -1, FourierNorm norm = FourierNorm.Backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Lines<T> lines = Lines<T>.Of(nameof(Rfft), x, axis, length, norm, isInverse: false);
        return OnHost.Run<T, Complex<T>, TDevice>(
            x, lines.Shape((lines.Length / 2) + 1), (source, result) => FourierTransform.ToSpectrum(source, result, lines.Axis, lines.Length, lines.Scale));
    }

    /// <summary>The inverse of <c>Rfft</c>: real numbers from the first half of their spectrum.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="length">The length of the result, of which length / 2 + 1 elements are read; null for the even one, 2 (m - 1) of an axis of length m.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="norm">Where to divide by the length.</param>
    /// <returns>A new tensor of the same shape, but for the axis, which is <paramref name="length"/> long.</returns>
    /// <remarks>The imaginary parts of the first element and, if the length is even, of the last one, which are 0 in the spectrum of real numbers, are not looked at.</remarks>
    /// <exception cref="ShapeException">The axis is out of range, or it has no more than one element and no length is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1, or <paramref name="norm"/> is no value of the enumeration.</exception>
    [Copies]
    public static Tensor<T, TDevice> Irfft<T, TDevice>(this Tensor<Complex<T>, TDevice> x, nint? length = null, int axis = -1, FourierNorm norm = FourierNorm.Backward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Lines<T> lines = Lines<T>.OfSpectrum(nameof(Irfft), x, axis, length, norm);
        return OnHost.Run<Complex<T>, T, TDevice>(
            x, lines.Shape(lines.Length), (source, result) => FourierTransform.FromSpectrum(source, result, lines.Axis, lines.Scale));
    }
}
