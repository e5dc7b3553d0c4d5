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
    /// <remarks>
    /// Without overflow, since the largest exponent is 0. A row with NaN or positive infinity, or of nothing but negative infinity, gives NaN, as in PyTorch.
    /// On the processor Half is rounded after each step; other devices compute it in float and round once.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> Softmax<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(Softmax), x, axis);
        if (x.Length == 0)
        {
            return x.Clone();
        }

        if (!Processor.Holds(x, out _))
        {
            return SoftmaxRows.Run(x, position, isLogarithm: false);
        }

        Tensor<T, TDevice> result = x.Subtract(x.Max(position, keepDims: true)).ExpInPlace();
        return result.DivideInPlace(result.Sum(position, keepDims: true));
    }

    /// <summary>The logarithm of the softmax, <c>x - max - log(sum(exp(x - max)))</c>, along an axis.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis along which the exponentials of the result sum to 1; a negative one counts from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>
    /// Finite where the softmax itself would underflow to 0; negative infinity where x is. A row with NaN or positive infinity, or of nothing but negative infinity, gives
    /// NaN, as in PyTorch. On the processor Half is rounded after each step; other devices compute it in float and round once.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> LogSoftmax<T, TDevice>(this Tensor<T, TDevice> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(LogSoftmax), x, axis);
        if (x.Length == 0)
        {
            return x.Clone();
        }

        if (!Processor.Holds(x, out _))
        {
            return SoftmaxRows.Run(x, position, isLogarithm: true);
        }

        Tensor<T, TDevice> result = x.Subtract(x.Max(position, keepDims: true));
        return result.SubtractInPlace(result.Exp().Sum(position, keepDims: true).LogInPlace());
    }
}
