using System.Diagnostics.CodeAnalysis;

namespace TypedTensors.Kernels;

/// <summary>Checks the operands of an element-wise operation and hands it to the device. Called by emitted code.</summary>
public static class Elementwise
{
    /// <summary>Allocates an uninitialised result of the shape that the inputs broadcast to.</summary>
    /// <exception cref="ShapeException">The inputs do not broadcast.</exception>
    public static Tensor<T, TDevice> Allocate<T, TDevice>(string operation, ReadOnlySpan<KernelOperand> inputs)
        where T : unmanaged
        where TDevice : struct, IDevice => Tensor<T, TDevice>.Empty(BroadcastShape(operation, inputs));

    /// <summary>The shape that operands broadcast to; scalars have shape <c>[]</c>.</summary>
    /// <exception cref="ShapeException">The operands do not broadcast.</exception>
    public static Shape BroadcastShape(string operation, ReadOnlySpan<KernelOperand> operands)
    {
        Shape shape = default;
        foreach (ref readonly KernelOperand operand in operands)
        {
            if (operand.Tensor is { } tensor && tensor.Layout.Shape != shape)
            {
                shape = Broadcasting.Combine(operation, shape, tensor.Layout.Shape);
            }
        }

        return shape;
    }

    /// <summary>Runs a kernel that has one result: what every emitted method of one result is.</summary>
    /// <param name="destination">Where to write; null allocates a tensor of the shape that the inputs broadcast to. It may be one of the inputs.</param>
    /// <param name="inputs">The operands in the kernel's order.</param>
    /// <returns>The tensor written.</returns>
    /// <inheritdoc cref="Run{TKernel, TDevice}"/>
    public static Tensor<TResult, TDevice> Call<TKernel, TResult, TDevice>(Tensor<TResult, TDevice>? destination, params ReadOnlySpan<KernelOperand> inputs)
        where TKernel : struct, IElementwiseKernel
        where TResult : unmanaged
        where TDevice : struct, IDevice
    {
        destination ??= Allocate<TResult, TDevice>(TKernel.Name, inputs);
        Run<TKernel, TDevice>(inputs, [destination]);
        return destination;
    }

    /// <summary>Runs a kernel. The result is as if the inputs had been copied before the first element is written, in whatever way they overlap the outputs.</summary>
    /// <exception cref="ShapeException">The inputs do not broadcast, or an output has another shape than they broadcast to.</exception>
    /// <exception cref="InvalidOperationException">An output is read-only, or two outputs share memory.</exception>
    /// <exception cref="ArgumentException">An output is a scalar.</exception>
    /// <exception cref="ObjectDisposedException">An operand has been disposed.</exception>
    public static void Run<TKernel, TDevice>(ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel
        where TDevice : struct, IDevice
    {
        Shape shape = BroadcastShape(TKernel.Name, inputs);
        foreach (ref readonly KernelOperand input in inputs)
        {
            input.Tensor?.ThrowIfDisposed();
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            CheckOutput(TKernel.Name, outputs[i].Tensor, shape);
            CheckApart(TKernel.Name, outputs, i);
        }

        if (shape.Length == 0)
        {
            return;
        }

        if (Overlap.NeedsCopy(inputs, outputs))
        {
            KernelOperand[] copies = Overlap.CopyInputs(inputs, outputs);
            TDevice.Run<TKernel>(shape, copies, outputs);
            Overlap.ReleaseCopies(inputs, copies);
            return;
        }

        TDevice.Run<TKernel>(shape, inputs, outputs);
    }

    private static void CheckOutput(string operation, [NotNull] Tensor? output, in Shape shape)
    {
        if (output is null)
        {
            throw new ArgumentException($"{operation}: a scalar cannot be written to; an output is a tensor.", nameof(output));
        }

        output.ThrowIfNotWritable(operation);
        if (output.Layout.Shape != shape)
        {
            throw new ShapeException(
                $"{operation}: the operands broadcast to {shape}, which does not fit the destination's shape {output.Layout.Shape}; a destination is never broadcast.");
        }
    }

    private static void CheckApart(string operation, ReadOnlySpan<KernelOperand> outputs, int index)
    {
        for (int earlier = 0; earlier < index; earlier++)
        {
            if (outputs[earlier].Tensor!.SharesMemoryWith(outputs[index].Tensor!))
            {
                throw new InvalidOperationException($"{operation}: destinations {earlier} and {index} share memory; each result needs elements of its own.");
            }
        }
    }
}
