using TypedTensors.Reductions;

namespace TypedTensors.Kernels;

/// <summary>Checks the operands of a reduction and hands it to the device. Called by emitted code.</summary>
public static class Reduction
{
    /// <summary>Reduces axes of a tensor. The result is as if the source had been copied before the first result is written.</summary>
    /// <param name="source">The tensor, of any layout.</param>
    /// <param name="axes">The axes, or none for all; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the axes stay with length 1.</param>
    /// <param name="destination">Where to write the results; null allocates a tensor.</param>
    /// <param name="scalars">What else the results depend on.</param>
    /// <returns>The tensor written.</returns>
    /// <exception cref="ShapeException">An axis is out of range or given twice, or the destination has another shape than the result.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to reduce for an operation that has no value then, or the destination is read-only.</exception>
    /// <exception cref="ObjectDisposedException">An operand has been disposed.</exception>
    public static Tensor<TResult, TDevice> Run<TKernel, TResult, TDevice>(
        Tensor source, ReadOnlySpan<int> axes, bool keepDims, Tensor<TResult, TDevice>? destination, params ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel
        where TResult : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(source);
        source.ThrowIfDisposed();
        uint mask = AxisList.Mask(TKernel.Name, source.Shape, axes);
        Shape shape = AxisList.Reduce(source.Shape, mask, keepDims);
        Tensor<TResult, TDevice> result = destination ?? Tensor<TResult, TDevice>.Empty(shape);
        CheckDestination(TKernel.Name, result, shape);
        if (result.Length == 0)
        {
            return result;
        }

        if (TKernel.RequiresElements && source.Length == 0)
        {
            throw new InvalidOperationException($"{TKernel.Name}: no elements to reduce in shape {source.Shape}, and {TKernel.Name} of nothing has no value.");
        }

        if (destination is not null && source.SharesMemoryWith(destination))
        {
            Tensor copy = source.CloneUntyped();
            TDevice.Reduce<TKernel>(copy, result, mask, scalars);
            copy.Release();
            return result;
        }

        TDevice.Reduce<TKernel>(source, result, mask, scalars);
        return result;
    }

    /// <summary>The position of an axis, which may be counted from the end.</summary>
    /// <exception cref="ShapeException">The axis is out of range.</exception>
    public static int Axis(string operation, Tensor source, int axis) => AxisList.Position(operation, source.Shape, axis);

    private static void CheckDestination(string operation, Tensor destination, in Shape shape)
    {
        destination.ThrowIfNotWritable(operation);
        if (destination.Layout.Shape != shape)
        {
            throw new ShapeException($"{operation}: the result has shape {shape}, which does not fit the destination's shape {destination.Layout.Shape}.");
        }
    }
}
