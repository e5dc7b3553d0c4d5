using System.Numerics;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>This tensor with its axes in reverse order (NumPy <c>.T</c>); a view.</summary>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> Transpose()
    {
        Span<int> axes = stackalloc int[Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = axes.Length - 1 - i;
        }

        return View(LayoutViews.Permute(nameof(Transpose), Layout, axes));
    }

    /// <summary>This tensor with two axes exchanged (PyTorch <c>transpose(axis1, axis2)</c>, NumPy <c>swapaxes</c>); a view.</summary>
    /// <exception cref="ShapeException">An axis is out of range. Negative axes count from the end.</exception>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> Transpose(int axis1, int axis2)
    {
        Span<int> axes = stackalloc int[Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = i;
        }

        int first = LayoutViews.NormalizeAxis(nameof(Transpose), axis1, Shape, Rank);
        int second = LayoutViews.NormalizeAxis(nameof(Transpose), axis2, Shape, Rank);
        (axes[first], axes[second]) = (axes[second], axes[first]);
        return View(LayoutViews.Permute(nameof(Transpose), Layout, axes));
    }

    /// <summary>This tensor with its axes in another order: axis <c>i</c> of the result is axis <paramref name="axes"/>[i] of this (NumPy <c>transpose(axes)</c>); a view.</summary>
    /// <exception cref="ShapeException">Not every axis is named exactly once.</exception>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> Permute(params ReadOnlySpan<int> axes) => View(LayoutViews.Permute(nameof(Permute), Layout, axes));

    /// <summary>The same elements in C order under another shape; always a view. One length may be -1 and is inferred.</summary>
    /// <exception cref="ShapeException">The element counts differ, or the strides cannot say the shape without moving elements; use <c>Clone().Reshape(...)</c> then.</exception>
    [SharesMemory]
    public Tensor<TDtype, TDevice> Reshape(params ReadOnlySpan<nint> shape)
    {
        Shape target = LayoutViews.InferShape(nameof(Reshape), Shape, shape);
        if (!LayoutViews.TryReshape(nameof(Reshape), Layout, target, out Layout result))
        {
            throw new ShapeException(
                $"Reshape: shape {Shape} with strides {Shape.Format(Strides)} cannot be seen as {target} without moving elements. Write Clone().Reshape(...) for a copy.");
        }

        return View(result);
    }

    /// <inheritdoc cref="Reshape(ReadOnlySpan{nint})"/>
    [SharesMemory]
    public Tensor<TDtype, TDevice> Reshape(Shape shape) => Reshape(shape.AsSpan());

    /// <summary>This tensor without its axes of length 1; a view.</summary>
    [SharesMemory]
    public Tensor<TDtype, TDevice> Squeeze()
    {
        uint axes = 0;
        for (int axis = 0; axis < Rank; axis++)
        {
            axes |= Shape[axis] == 1 ? 1u << axis : 0;
        }

        return View(LayoutViews.Remove(Layout, axes));
    }

    /// <summary>This tensor without an axis of length 1; a view.</summary>
    /// <exception cref="ShapeException">The axis is out of range or not 1 long. Negative axes count from the end.</exception>
    [SharesMemory]
    public Tensor<TDtype, TDevice> Squeeze(int axis)
    {
        int position = LayoutViews.NormalizeAxis(nameof(Squeeze), axis, Shape, Rank);
        return Shape[position] == 1
            ? View(LayoutViews.Remove(Layout, 1u << position))
            : throw new ShapeException($"Squeeze: axis {axis} of shape {Shape} is {Shape[position]} long; only an axis of length 1 can be taken out.");
    }

    /// <summary>This tensor with an axis of length 1 put in, so that it is axis <paramref name="axis"/> of the result (NumPy <c>expand_dims</c>); a view.</summary>
    /// <exception cref="ShapeException">The axis is not in -(rank + 1) to rank, or the rank is already 8.</exception>
    [SharesMemory]
    public Tensor<TDtype, TDevice> Unsqueeze(int axis) => View(LayoutViews.Insert(nameof(Unsqueeze), Layout, axis));

    /// <summary>This tensor stretched to a shape by NumPy's broadcasting; a read-only view, since one element has several indices.</summary>
    /// <exception cref="ShapeException">An axis is neither 1 nor the wanted length.</exception>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> BroadcastTo(params ReadOnlySpan<nint> shape) => BroadcastTo(new Shape(shape));

    /// <inheritdoc cref="BroadcastTo(ReadOnlySpan{nint})"/>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> BroadcastTo(Shape shape) => View(Broadcasting.Stretch(nameof(BroadcastTo), Layout, shape), makeReadOnly: true);

    /// <summary>This tensor with the given axes, or all if none are given, read backwards (NumPy <c>flip</c>); a view.</summary>
    /// <exception cref="ShapeException">An axis is out of range or given twice. Negative axes count from the end.</exception>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> Flip(params ReadOnlySpan<int> axes)
    {
        uint mask = axes.IsEmpty ? (1u << Rank) - 1 : 0;
        foreach (int axis in axes)
        {
            mask |= 1u << LayoutViews.NormalizeAxis(nameof(Flip), axis, Shape, Rank);
        }

        return !axes.IsEmpty && BitOperations.PopCount(mask) != axes.Length
            ? throw new ShapeException($"Flip: an axis is given twice for shape {Shape}.")
            : View(LayoutViews.Flip(Layout, mask));
    }

    /// <summary>The elements whose indices on two axes are equal, as a new last axis (NumPy <c>diagonal</c>); a view that can be written.</summary>
    /// <param name="offset">Above 0 for a diagonal above the main one, below 0 for one beneath it.</param>
    /// <param name="axis1">The axis of the rows.</param>
    /// <param name="axis2">The axis of the columns.</param>
    /// <exception cref="ShapeException">The rank is below 2, an axis is out of range, or both are the same.</exception>
    [SharesMemory(Relaid = true)]
    public Tensor<TDtype, TDevice> Diagonal(nint offset = 0, int axis1 = 0, int axis2 = 1) =>
        View(LayoutViews.Diagonal(nameof(Diagonal), Layout, offset, axis1, axis2));
}
