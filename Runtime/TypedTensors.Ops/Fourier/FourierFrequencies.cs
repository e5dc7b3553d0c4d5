using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Which frequency an element of a Fourier transform stands for, and the order of frequencies.</summary>
public static class FourierFrequencies
{
    /// <summary>The frequencies of the elements of <c>Fft</c> (NumPy <c>fftfreq</c>): 0, 1, ... and then the negative ones up to -1, over length times spacing.</summary>
    /// <param name="length">The transform's length.</param>
    /// <param name="spacing">The distance from one sample to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static Tensor<T, Cpu> FftFreq<T>(nint length, double spacing = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        nint positive = ((length - 1) / 2) + 1;
        return Tensor<T, Cpu>.FromFunction(index => Frequency<T>(index < positive ? index : index - length, length, spacing), length);
    }

    /// <summary>The frequencies of the elements of <c>Rfft</c> (NumPy <c>rfftfreq</c>): 0, 1, ... up to length / 2, over length times spacing.</summary>
    /// <param name="length">The transform's length.</param>
    /// <param name="spacing">The distance from one sample to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static Tensor<T, Cpu> RfftFreq<T>(nint length, double spacing = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return Tensor<T, Cpu>.FromFunction(index => Frequency<T>(index, length, spacing), (length / 2) + 1);
    }

    /// <summary>The tensor with the halves of an axis exchanged, so that frequency 0 stands in the middle (NumPy <c>fftshift</c>).</summary>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> FftShift<T, TDevice>(this Tensor<T, TDevice> x, int axis = -1)
        where T : unmanaged
        where TDevice : struct, IDevice => Exchange(nameof(FftShift), x, axis, roundsUp: false);

    /// <summary>The inverse of <c>FftShift</c>; another one only where the axis is of odd length.</summary>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> IfftShift<T, TDevice>(this Tensor<T, TDevice> x, int axis = -1)
        where T : unmanaged
        where TDevice : struct, IDevice => Exchange(nameof(IfftShift), x, axis, roundsUp: true);

    private static T Frequency<T>(nint number, nint length, double spacing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CreateTruncating(number * (1 / (length * spacing)));

    private static Tensor<T, TDevice> Exchange<T, TDevice>(string operation, Tensor<T, TDevice> x, int axis, bool roundsUp)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        nint length = x.Shape[position], shift = roundsUp ? (length + 1) / 2 : length / 2;
        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(x.Shape), from = x.Transpose(0, position), to = result.Transpose(0, position);
        if (result.Length != 0)
        {
            to[new Slice(shift, null)].CopyFrom(from[new Slice(null, length - shift)]);
            to[new Slice(null, shift)].CopyFrom(from[new Slice(length - shift, null)]);
        }

        return result;
    }
}
