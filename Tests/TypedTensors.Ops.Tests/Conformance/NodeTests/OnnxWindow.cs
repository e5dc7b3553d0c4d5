namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>The attributes of a window that moves over an image. Padding that is the same at both ends is the operation's; other padding is put there before.</summary>
sealed class OnnxWindow
{
    readonly int[] pads;

    public OnnxWindow(OnnxCall call, Tensor x, nint[] kernel)
    {
        int axes = kernel.Length;
        Kernel = [.. kernel.Select(size => (int)size)];
        Stride = [.. call.List("strides")?.Select(value => (int)value) ?? Enumerable.Repeat(1, axes)];
        Dilation = [.. call.List("dilations")?.Select(value => (int)value) ?? Enumerable.Repeat(1, axes)];
        pads = [.. call.List("pads")?.Select(value => (int)value) ?? Enumerable.Repeat(0, 2 * axes)];
        string automatic = call.Text("auto_pad", "NOTSET");
        for (int axis = 0; automatic.StartsWith("SAME", StringComparison.Ordinal) && axis < axes; axis++)
        {
            int size = (int)x.Shape[axis + 2], windows = (size + Stride[axis] - 1) / Stride[axis];
            int total = Math.Max(((windows - 1) * Stride[axis]) + (Dilation[axis] * (Kernel[axis] - 1)) + 1 - size, 0);
            pads[axis] = automatic == "SAME_UPPER" ? total / 2 : total - (total / 2);
            pads[axes + axis] = total - pads[axis];
        }
    }

    /// <summary>The lengths of the window.</summary>
    public int[] Kernel { get; }

    /// <summary>How far it moves.</summary>
    public int[] Stride { get; }

    /// <summary>How far apart its elements are.</summary>
    public int[] Dilation { get; }

    /// <summary>Whether the padding is the same at both ends, and no more than half a window.</summary>
    public bool IsSymmetric => Enumerable.Range(0, Kernel.Length).All(axis => pads[axis] == pads[Kernel.Length + axis] && 2 * pads[axis] <= Kernel[axis]);

    /// <summary>The padding that the operation does.</summary>
    public int[] Symmetric => IsSymmetric ? pads[..Kernel.Length] : new int[Kernel.Length];

    /// <summary>The image with the padding that the operation does not do.</summary>
    public Tensor<T, TDevice> Pad<T, TDevice>(Tensor<T, TDevice> x, T value)
        where T : unmanaged
        where TDevice : struct, IDevice => IsSymmetric ? x : PadAll(x, value);

    /// <summary>The image with all of its padding.</summary>
    public Tensor<T, TDevice> PadAll<T, TDevice>(Tensor<T, TDevice> x, T value)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        nint[] sizes = x.Shape.ToArray();
        for (int axis = 0; axis < Kernel.Length; axis++)
        {
            sizes[axis + 2] += pads[axis] + pads[Kernel.Length + axis];
        }

        Tensor<T, TDevice> padded = Tensor<T, TDevice>.Full(value, sizes);
        padded[Inner(padded.Shape, pads)] = x;
        return padded;
    }

    /// <summary>What is left of a shape without its padding.</summary>
    public static TensorIndex[] Inner(Shape shape, int[] pads)
    {
        int axes = pads.Length / 2;
        Range all = Range.All;
        return [all, all, .. Enumerable.Range(0, axes).Select(axis => (TensorIndex)(pads[axis]..(int)(shape[axis + 2] - pads[axes + axis])))];
    }
}
