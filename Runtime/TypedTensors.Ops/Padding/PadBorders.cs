#pragma warning disable TT2002, TT2003 // A border is filled from the inside of the same tensor, which lies beside it: no rule can know that the two parts never overlap.

namespace TypedTensors;

/// <summary>Fills the border before the first element of an axis. That after the last one is the same of the axis read backwards.</summary>
internal static class PadBorders
{
    /// <summary>Fills a border.</summary>
    /// <param name="slab">The padded axis and all that is filled with it; its elements between the borders are there.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="width">The length of the border.</param>
    /// <param name="other">The length of the border at the other end.</param>
    /// <param name="mode">What the border holds.</param>
    /// <param name="value">The value of a constant border.</param>
    public static void FillBefore<T, TDevice>(Tensor<T, TDevice> slab, int axis, nint width, nint other, PadMode mode, T value)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        if (width == 0 || slab.Length == 0)
        {
            return;
        }

        Tensor<T, TDevice> border = Parts.Along(slab, axis, 0, width), inner = Parts.Along(slab, axis, width, slab.Shape[axis] - other);
        nint length = inner.Shape[axis];
        switch (mode)
        {
            case PadMode.Constant:
                border.Fill(value);
                break;
            case PadMode.Wrap:
                // What precedes is the end of the tensor, and before that all of it again.
                for (nint stop = width; stop > 0; stop -= length)
                {
                    Write(border, axis, stop, Parts.Along(inner, axis, Math.Max(0, length - stop), null));
                }

                break;
            case PadMode.Reflect when length > 1:
                // Back and forth over the tensor, without the element at which it turns.
                bool isBackward = true;
                for (nint stop = width; stop > 0; stop -= length - 1)
                {
                    Tensor<T, TDevice> line = isBackward ? inner.Flip(axis) : inner;
                    Write(border, axis, stop, Parts.Along(line, axis, Math.Max(0, length - 1 - stop), length - 1));
                    isBackward = !isBackward;
                }

                break;
            default:
                border.CopyFrom(Parts.Along(inner, axis, 0, 1));
                break;
        }
    }

    // Puts a part so that it ends before an index.
    private static void Write<T, TDevice>(Tensor<T, TDevice> border, int axis, nint stop, Tensor<T, TDevice> part)
        where T : unmanaged
        where TDevice : struct, IDevice => Parts.Along(border, axis, stop - part.Shape[axis], stop).CopyFrom(part);
}
