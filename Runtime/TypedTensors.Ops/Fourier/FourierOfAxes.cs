using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Fourier transforms along several axes, one after the other.</summary>
public static class FourierOfAxes
{
    /// <summary>The discrete Fourier transform along several axes (NumPy <c>fftn</c>).</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="norm">Where to divide by the lengths.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">An axis is out of range or empty.</exception>
    [Copies]
    public static Tensor<Complex<T>, TDevice> FftN<T, TDevice>(this Tensor<Complex<T>, TDevice> x, FourierNorm norm = FourierNorm.Backward, params ReadOnlySpan<int> axes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>> => Run(nameof(FftN), x, norm, axes, isInverse: false);

    /// <summary>The inverse of <c>FftN</c> along the same axes.</summary>
    /// <inheritdoc cref="FftN{T, TDevice}"/>
    [Copies]
    public static Tensor<Complex<T>, TDevice> IfftN<T, TDevice>(this Tensor<Complex<T>, TDevice> x, FourierNorm norm = FourierNorm.Backward, params ReadOnlySpan<int> axes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>> => Run(nameof(IfftN), x, norm, axes, isInverse: true);

    private static Tensor<Complex<T>, TDevice> Run<T, TDevice>(string operation, Tensor<Complex<T>, TDevice> x, FourierNorm norm, ReadOnlySpan<int> axes, bool isInverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        ArgumentNullException.ThrowIfNull(x);
        foreach (int axis in axes)
        {
            CheckLength(operation, x, axis);
        }

        for (int axis = 0; axes.IsEmpty && axis < x.Rank; axis++)
        {
            CheckLength(operation, x, axis);
        }

        Tensor<Complex<T>, TDevice> result = x;
        int count = axes.IsEmpty ? x.Rank : axes.Length;
        for (int i = 0; i < count; i++)
        {
            int axis = axes.IsEmpty ? i : axes[i];
            Tensor<Complex<T>, TDevice> next = isInverse ? result.Ifft(null, axis, norm) : result.Fft(null, axis, norm);
            if (i > 0)
            {
                result.Dispose();
            }

            result = next;
        }

        return count == 0 ? x.Clone() : result;
    }

    private static void CheckLength(string operation, Tensor x, int axis)
    {
        if (x.Shape[Reduction.Axis(operation, x, axis)] == 0)
        {
            throw new ShapeException($"{operation}: axis {axis} of shape {x.Shape} is empty; there is no transform of nothing.");
        }
    }
}
