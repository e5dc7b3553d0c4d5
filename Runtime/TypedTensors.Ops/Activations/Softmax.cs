using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The softmax family: exponentials that sum to one along an axis.</summary>
public static class SoftmaxFunctions
{
    /// <summary>The softmax <c>exp(x - max) / sum(exp(x - max))</c> along an axis.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis along which the result sums to 1; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Without overflow, since the largest exponent is 0. A row with NaN or positive infinity, or of nothing but negative infinity, gives NaN, as in PyTorch.</remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static Tensor<T, Cpu> Softmax<T>(this Tensor<T, Cpu> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        Reduction.Axis(nameof(Softmax), x, axis);
        if (x.Length == 0)
        {
            return x.Clone();
        }

        Tensor largest = x.Max(axis, keepDims: true);
        Tensor result = (Tensor)x switch
        {
            Tensor<float, Cpu> single => (Tensor)ExpOfDifference(single, (Tensor<float, Cpu>)largest),
            Tensor<double, Cpu> wide => ExpOfDifference(wide, (Tensor<double, Cpu>)largest),
            Tensor<Half, Cpu> half => ExpOfDifference(half, (Tensor<Half, Cpu>)largest),
            _ => throw new NotSupportedException($"{nameof(Softmax)} is defined for float, double and Half, not for {typeof(T)}."),
        };
        Tensor sum = ((Tensor<T, Cpu>)result).Sum(axis, keepDims: true);
        return (Tensor<T, Cpu>)(result switch
        {
            Tensor<float, Cpu> single => (Tensor)single.DivideInPlace((Tensor<float, Cpu>)sum),
            Tensor<double, Cpu> wide => wide.DivideInPlace((Tensor<double, Cpu>)sum),
            _ => ((Tensor<Half, Cpu>)result).DivideInPlace((Tensor<Half, Cpu>)sum),
        });
    }

    // That the processor computes with any T is not said of it, but of each T it is.
    private static Tensor<T, TDevice> ExpOfDifference<T, TDevice>(Tensor<T, TDevice> x, Tensor<T, TDevice> largest)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Subtract(largest).ExpInPlace();
}
