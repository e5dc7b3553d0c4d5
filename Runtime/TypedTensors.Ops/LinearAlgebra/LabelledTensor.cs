using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor whose axes have labels, no two the same: what sums of products are written in.</summary>
internal sealed record LabelledTensor<T, TDevice>(Tensor<T, TDevice> Tensor, int[] Labels)
    where T : unmanaged, INumber<T>
    where TDevice : struct, IDevice, IComputes<T>
{
    /// <summary>The length of the axis with a label; 1 if there is none.</summary>
    public nint LengthOf(int label)
    {
        int axis = Array.IndexOf(Labels, label);
        return axis < 0 ? 1 : Tensor.Shape[axis];
    }

    /// <summary>A view with the axes in the order of labels; those that it lacks are put in with length 1.</summary>
    [SharesMemory]
    public Tensor<T, TDevice> Arranged(params ReadOnlySpan<int> labels)
    {
        Tensor<T, TDevice> view = Tensor;
        Span<int> axes = stackalloc int[labels.Length];
        for (int position = 0; position < labels.Length; position++)
        {
            axes[position] = Array.IndexOf(Labels, labels[position]);
            if (axes[position] < 0)
            {
                axes[position] = view.Rank;
                view = view.Unsqueeze(-1);
            }
        }

        return view.Permute(axes);
    }

    /// <summary>The sums along the axes whose labels are not kept, in the dtype itself.</summary>
    public LabelledTensor<T, TDevice> SummedTo(Func<int, bool> isKept)
    {
        int[] kept = [.. Labels.Where(isKept)], summed = [.. Labels.Where(label => !isKept(label))];
        if (summed.Length == 0)
        {
            return this;
        }

        Tensor<T, TDevice> rows = Flat(Arranged([.. kept, .. summed]), kept.Length, summed.Length);
        return new(rows.MatMul(Tensor<T, TDevice>.Ones(rows.Shape[^1])), kept);
    }

    /// <summary>The products with another tensor, summed along the axes whose labels are not kept. An axis of length 1 is broadcast.</summary>
    /// <remarks>Axes that both have and that are kept stack matrices; those that one has are rows or columns, and those that go away are the inner axis of a matrix product.</remarks>
    public LabelledTensor<T, TDevice> Times(LabelledTensor<T, TDevice> other, Func<int, bool> isKept)
    {
        LabelledTensor<T, TDevice> left = SummedTo(label => isKept(label) || other.Labels.Contains(label));
        LabelledTensor<T, TDevice> right = other.SummedTo(label => isKept(label) || Labels.Contains(label));
        int[] both = [.. left.Labels.Intersect(right.Labels)];
        int[] inner = [.. both.Where(label => !isKept(label))], stack = [.. both.Where(isKept)];
        int[] rows = [.. left.Labels.Except(both)], columns = [.. right.Labels.Except(both)], labels = [.. stack, .. rows, .. columns];
        if (inner.Length == 0)
        {
            return new(left.Arranged(labels).Multiply(right.Arranged(labels)), labels);
        }

        Tensor<T, TDevice> x = Stretched(left, right, [.. stack, .. rows, .. inner], inner), y = Stretched(right, left, [.. stack, .. inner, .. columns], inner);
        x = Flat(Flat(x, stack.Length + rows.Length, inner.Length), stack.Length, rows.Length, 1);
        y = Flat(Flat(y, stack.Length + inner.Length, columns.Length), stack.Length, inner.Length, 1);
        nint[] lengths = [.. labels.Select(label => left.LengthOf(label) == 1 ? right.LengthOf(label) : left.LengthOf(label))];
        return new(x.MatMul(y).Reshape(lengths), labels);
    }

    // Of the inner axes both must have the whole length; the stack's may broadcast.
    private static Tensor<T, TDevice> Stretched(LabelledTensor<T, TDevice> tensor, LabelledTensor<T, TDevice> other, int[] labels, int[] inner)
    {
        Tensor<T, TDevice> arranged = tensor.Arranged(labels);
        nint[] lengths = [.. labels.Select(label => inner.Contains(label) && tensor.LengthOf(label) == 1 ? other.LengthOf(label) : tensor.LengthOf(label))];
        return arranged.Shape == new Shape(lengths) ? arranged : arranged.BroadcastTo(lengths);
    }

    /// <summary>Makes one axis of several neighbours: a view where their strides allow it, a copy where not.</summary>
    private static Tensor<T, TDevice> Flat(Tensor<T, TDevice> tensor, int leading, int count, int trailing = 0)
    {
        if (count == 1 && leading + count + trailing == tensor.Rank)
        {
            return tensor;
        }

        ReadOnlySpan<nint> lengths = tensor.Shape.AsSpan();
        nint length = 1;
        bool isEven = true;
        for (int axis = leading; axis < leading + count; axis++)
        {
            length *= lengths[axis];
            isEven &= axis == leading || tensor.Strides[axis - 1] == tensor.Strides[axis] * lengths[axis];
        }

        Tensor<T, TDevice> source = isEven || tensor.Length == 0 ? tensor : tensor.Clone();
        return source.Reshape([.. lengths[..leading], length, .. lengths[(leading + count)..]]);
    }
}
