using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The softmax family: exponentials that sum to one along an axis.</summary>
public static class SoftmaxFunctions
{
    /// <summary>The softmax <c>exp(x - max) / sum(exp(x - max))</c> along an axis.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis along which the result sums to 1; a negative one counts from the end.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may be <paramref name="x"/>, or overlap it: the result is as if it had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <remarks>
    /// Without overflow, since the largest exponent is 0. A row with NaN or positive infinity, or of nothing but negative infinity, gives NaN, as in PyTorch.
    /// The sum is pairwise, and exponentials are multiplied by its reciprocal. On the processor rows along the last axis of a contiguous tensor of float or double go through
    /// memory once, and allocate nothing with a destination; Half is rounded after each step; other devices compute it in float and round once.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Softmax<T, TDevice>(this Tensor<T, TDevice> x, int axis, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(Softmax), x, axis);
        Destination.Check(nameof(Softmax), x.Shape, destination);
        if (x.Length == 0)
        {
            return destination ?? x.Clone();
        }

        if (!Processor.Holds(x, out Tensor<T, Cpu>? own))
        {
            return SoftmaxRows.Run(x, position, isLogarithm: false, destination);
        }

        if (position == x.Rank - 1 && HostRowTransform.Takes<T>(x.Shape[^1]))
        {
            var ownDestination = (Tensor<T, Cpu>?)(Tensor?)destination;
            return Processor.As<T, TDevice>(HostRowTransform.Run(nameof(Softmax), own, x.Shape[^1], null, null, ownDestination, default(SoftmaxTransform<T>)));
        }

        using Tensor<T, TDevice> largest = x.Max(position, keepDims: true);
        Tensor<T, TDevice> result = x.Subtract(largest, destination).ExpInPlace();
        using Tensor<T, TDevice> sum = result.Sum(position, keepDims: true);
        return result.DivideInPlace(sum);
    }

    /// <summary>The logarithm of the softmax, <c>x - max - log(sum(exp(x - max)))</c>, along an axis.</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="axis">The axis along which the exponentials of the result sum to 1; a negative one counts from the end.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may be <paramref name="x"/>, or overlap it: the result is as if it had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <remarks>
    /// Finite where the softmax itself would underflow to 0; negative infinity where x is. A row with NaN or positive infinity, or of nothing but negative infinity, gives
    /// NaN, as in PyTorch. The sum is pairwise. On the processor rows along the last axis of a contiguous tensor of float or double go through memory once, and allocate nothing
    /// with a destination; Half is rounded after each step; other devices compute it in float and round once.
    /// </remarks>
    /// <exception cref="ShapeException">The axis is out of range, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> LogSoftmax<T, TDevice>(this Tensor<T, TDevice> x, int axis, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(nameof(LogSoftmax), x, axis);
        Destination.Check(nameof(LogSoftmax), x.Shape, destination);
        if (x.Length == 0)
        {
            return destination ?? x.Clone();
        }

        if (!Processor.Holds(x, out Tensor<T, Cpu>? own))
        {
            return SoftmaxRows.Run(x, position, isLogarithm: true, destination);
        }

        if (position == x.Rank - 1 && HostRowTransform.Takes<T>(x.Shape[^1]))
        {
            var ownDestination = (Tensor<T, Cpu>?)(Tensor?)destination;
            return Processor.As<T, TDevice>(HostRowTransform.Run(nameof(LogSoftmax), own, x.Shape[^1], null, null, ownDestination, default(LogSoftmaxTransform<T>)));
        }

        using Tensor<T, TDevice> largest = x.Max(position, keepDims: true);
        Tensor<T, TDevice> result = x.Subtract(largest, destination);
        using Tensor<T, TDevice> exponentials = result.Exp(), sum = exponentials.Sum(position, keepDims: true);
        return result.SubtractInPlace(sum.LogInPlace());
    }
}
