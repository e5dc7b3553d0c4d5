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
    public static Tensor<T, TDevice> Softmax<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        Reduction.Axis(nameof(Softmax), x, axis);
        if (x.Length == 0)
        {
            return x.Clone();
        }

        Tensor<T, TDevice> result = x.Subtract(x.Max(axis, keepDims: true)).ExpInPlace();
        return result.DivideInPlace(result.Sum(axis, keepDims: true));
    }
}
