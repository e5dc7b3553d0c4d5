using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Shapes, views and casts.</summary>
static class OnnxShapes
{
    public static Tensor Identity<T>(OnnxCall call)
        where T : unmanaged => call.Get<T>(0).Clone();

    public static Tensor Reshape<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = Contiguous(call.Get<T>(0));
        nint[] sizes = call.Integers(1);
        return x.Reshape(call.Flag("allowzero") ? sizes : [.. sizes.Select((size, axis) => size == 0 ? x.Shape[axis] : size)]);
    }

    public static Tensor Flatten<T>(OnnxCall call)
        where T : unmanaged => AsMatrix(call.Get<T>(0), call.Integer("axis", 1));

    public static Tensor Transpose<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        return x.Permute(call.List("perm") is { } axes ? [.. axes.Select(axis => (int)axis)] : [.. Enumerable.Range(0, x.Rank).Reverse()]);
    }

    public static Tensor Squeeze<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        foreach (int axis in Axes(call, x.Rank).OrderDescending())
        {
            x = x.Squeeze(axis);
        }

        return x;
    }

    public static Tensor Unsqueeze<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        foreach (int axis in Axes(call, x.Rank + (call.List("axes") ?? call.Integers(1)).Length).Order())
        {
            x = x.Unsqueeze(axis);
        }

        return x;
    }

    public static Tensor Expand<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        return x.BroadcastTo(TypedTensors.Shape.Broadcast("Expand", x.Shape, new Shape(call.Integers(1))));
    }

    public static Tensor Shape<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<long, Cpu> sizes = call.Inputs[0]!.Shape.ToArray().Select(size => (long)size).ToArray().AsTensor();
        return sizes[new Slice(call.Integer("start"), call.Has("end") ? call.Integer("end") : null)];
    }

    public static Tensor Size<T>(OnnxCall call)
        where T : unmanaged => Tensor<long, Cpu>.Scalar(call.Inputs[0]!.Length);

    public static Tensor Slice<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        nint[] starts = call.List("starts") ?? call.Integers(1), ends = call.List("ends") ?? call.Integers(2);
        nint[] axes = call.List("axes") ?? (call.Has(3) ? call.Integers(3) : [.. Enumerable.Range(0, starts.Length).Select(axis => (nint)axis)]);
        var places = new TensorIndex[x.Rank];
        Array.Fill(places, ..);
        for (int i = 0; i < axes.Length; i++)
        {
            nint step = call.Has(4) ? call.Integers(4)[i] : 1, size = x.Shape[(int)(axes[i] < 0 ? axes[i] + x.Rank : axes[i])];
            nint? stop = step < 0 && ends[i] < -size ? null : ends[i]; // before the beginning
            places[axes[i] < 0 ? axes[i] + x.Rank : axes[i]] = new Slice(starts[i], stop, step);
        }

        return x[places];
    }

    public static Tensor Cast<T>(OnnxCall call)
        where T : unmanaged => call.Integer("to") switch
        {
            1 => call.Get<T>(0).Cast<float>(),
            10 => call.Get<T>(0).Cast<Half>(),
            11 => call.Get<T>(0).Cast<double>(),
            int other => throw new InvalidOperationException($"Cast: dtype {other}."),
        };

    [TypedBy(1)]
    public static Tensor CastLike<T>(OnnxCall call)
        where T : unmanaged => OnnxArithmetic.As<T>(call.Inputs[0]!);

    public static Tensor Constant(OnnxCall call) => call.Tensor("value");

    public static Tensor ConstantOfShape(OnnxCall call) => call.Tensor("value") switch
    {
        Tensor<int, Cpu> value => Tensor<int, Cpu>.Full(value.Item(), call.Integers(0)),
        Tensor value => Tensor<float, Cpu>.Full(((Tensor<float, Cpu>)value).Item(), call.Integers(0)),
    };

    public static Tensor EyeLike<T>(OnnxCall call)
        where T : unmanaged
    {
        Shape shape = call.Inputs[0]!.Shape;
        nint diagonal = call.Integer("k");
        return call.Integer("dtype") switch
        {
            1 => Tensor<float, Cpu>.Eye(shape[0], shape[1], diagonal),
            11 => Tensor<double, Cpu>.Eye(shape[0], shape[1], diagonal),
            _ => Tensor<T, Cpu>.Eye(shape[0], shape[1], diagonal),
        };
    }

    public static Tensor Range<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Tensor<T, TDevice>.Arange(call.Get<T, TDevice>(0).Item(), call.Get<T, TDevice>(1).Item(), call.Get<T, TDevice>(2).Item());

    public static Tensor DepthToSpace<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        nint block = call.Integer("blocksize"), channels = x.Shape[1] / (block * block), rows = x.Shape[2], columns = x.Shape[3];
        Tensor<T, Cpu> blocks = call.Text("mode", "DCR") == "DCR"
            ? x.Reshape(x.Shape[0], block, block, channels, rows, columns).Permute(0, 3, 4, 1, 5, 2)
            : x.Reshape(x.Shape[0], channels, block, block, rows, columns).Permute(0, 1, 4, 2, 5, 3);
        return blocks.Clone().Reshape(x.Shape[0], channels, rows * block, columns * block);
    }

    public static Tensor SpaceToDepth<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> x = call.Get<T>(0);
        nint block = call.Integer("blocksize"), rows = x.Shape[2] / block, columns = x.Shape[3] / block;
        return x.Reshape(x.Shape[0], x.Shape[1], rows, block, columns, block).Permute(0, 3, 5, 1, 2, 4).Clone().Reshape(x.Shape[0], -1, rows, columns);
    }

    /// <summary>The axes before one as rows, the others as columns.</summary>
    public static Tensor<T, TDevice> AsMatrix<T, TDevice>(Tensor<T, TDevice> x, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        nint rows = 1;
        foreach (nint size in x.Shape.AsSpan()[..(axis < 0 ? axis + x.Rank : axis)])
        {
            rows *= size;
        }

        return Contiguous(x).Reshape(rows, x.Length / Math.Max(rows, 1));
    }

    /// <summary>The tensor itself, if its elements lie in order.</summary>
    public static Tensor<T, TDevice> Contiguous<T, TDevice>(Tensor<T, TDevice> x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.IsContiguous ? x : x.Clone();

    static IEnumerable<int> Axes(OnnxCall call, int rank) =>
        (call.List("axes") ?? (call.Has(1) ? call.Integers(1) : [])).Select(axis => (int)(axis < 0 ? axis + rank : axis));
}
