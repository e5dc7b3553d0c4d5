using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Tensors joined, split, repeated and padded.</summary>
static class OnnxJoining
{
    public static Tensor Concat<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice => Tensor<T, TDevice>.Concat([.. Enumerable.Range(0, call.Inputs.Length).Select(call.Get<T, TDevice>)], call.Integer("axis"));

    public static Tensor?[] Split<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        int axis = call.Integer("axis");
        nint size = x.Shape[axis < 0 ? axis + x.Rank : axis], part = (size + call.Outputs - 1) / call.Outputs;
        nint[] sizes = call.Has(1) ? call.Integers(1) : call.List("split") ?? [.. Enumerable.Range(0, call.Outputs).Select(i => Math.Min(part, size - (i * part)))];
        return [.. x.Split(sizes, axis)];
    }

    public static Tensor Tile<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice => call.Get<T, TDevice>(0).Tile(call.Integers(1));

    public static Tensor Pad<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        nint[] pads = call.List("pads") ?? call.Integers(1), axes = call.Has(3) ? call.Integers(3) : [.. Enumerable.Range(0, x.Rank).Select(axis => (nint)axis)];
        var widths = new (nint Before, nint After)[x.Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            widths[axes[i] < 0 ? axes[i] + x.Rank : axes[i]] = (pads[i], pads[axes.Length + i]);
        }

        T value = call.Has(2) ? call.Get<T, TDevice>(2).Item() : T.CreateChecked(call.Number("value", 0));
        return call.Text("mode", "constant") switch
        {
            "edge" => x.Pad(widths, PadMode.Edge),
            "reflect" => x.Pad(widths, PadMode.Reflect),
            "wrap" => x.Pad(widths, PadMode.Wrap),
            _ => x.Pad(widths, PadMode.Constant, value),
        };
    }

    public static Tensor CenterCropPad<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        nint[] sizes = call.Integers(1), axes = call.List("axes") ?? [.. Enumerable.Range(0, x.Rank).Select(axis => (nint)axis)];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = (int)(axes[i] < 0 ? axes[i] + x.Rank : axes[i]);
            nint size = x.Shape[axis], more = sizes[i] - size;
            var widths = new (nint Before, nint After)[x.Rank];
            widths[axis] = (more / 2, more - (more / 2));
            x = more < 0 ? x.Transpose(axis, 0)[new Slice(-more / 2, (-more / 2) + sizes[i])].Transpose(axis, 0) : x.Pad(widths);
        }

        return x;
    }

    public static Tensor Trilu<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        int diagonal = call.Has(1) ? (int)Math.Clamp(call.Get<long>(1).Item(), int.MinValue, int.MaxValue) : 0;
        return call.Flag("upper", true) ? call.Get<T, TDevice>(0).Triu(diagonal) : call.Get<T, TDevice>(0).Tril(diagonal);
    }
}
