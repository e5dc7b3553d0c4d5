using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Elements moved to other places, and grids of places.</summary>
static class OnnxRearranging
{
    /// <summary>Columns put back where a convolution takes its windows from, and added: the transposed convolution with windows that have a single one.</summary>
    public static Tensor Col2Im<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        nint[] image = call.Integers(1), block = call.Integers(2);
        nint volume = block.Aggregate((nint)1, (product, size) => product * size), channels = x.Shape[1] / volume;
        int axes = block.Length;
        nint[] pads = call.List("pads") ?? new nint[2 * axes];
        int[] strides = Numbers("strides"), dilations = Numbers("dilations");
        nint[] padded = [.. image.Select((size, axis) => size + pads[axis] + pads[axes + axis])];
        nint[] places = [.. padded.Select((size, axis) => ((size - (dilations[axis] * (block[axis] - 1)) - 1) / strides[axis]) + 1)];
        Tensor<T, TDevice> columns = x.Reshape([x.Shape[0], x.Shape[1], .. places]);
        Tensor<T, TDevice> weight = Tensor<T, TDevice>.Eye(volume).Tile([channels, 1]).Reshape([x.Shape[1], 1, .. block]);
        Tensor<T, TDevice> whole = axes == 2
            ? columns.ConvTranspose2d(weight, null, strides, groups: (int)channels, dilation: dilations)
            : columns.ConvTranspose3d(weight, null, strides, groups: (int)channels, dilation: dilations);

        // What no window reaches is zero.
        (nint, nint)[] widths = [(0, 0), (0, 0), .. padded.Select((size, axis) => ((nint)0, size - whole.Shape[axis + 2]))];
        return whole.Pad(widths)[OnnxWindow.Inner(new Shape([x.Shape[0], channels, .. padded]), [.. pads.Select(pad => (int)pad)])];

        int[] Numbers(string name) => [.. call.List(name)?.Select(value => (int)value) ?? Enumerable.Repeat(1, axes)];
    }

    public static Tensor ReverseSequence<T>(OnnxCall call)
        where T : unmanaged
    {
        Tensor<T, Cpu> result = call.Get<T>(0).Clone();
        Tensor<T, Cpu> sequences = call.Integer("batch_axis", 1) == 0 ? result : result.Transpose(0, 1);
        nint[] lengths = call.Integers(1);
        for (int batch = 0; batch < lengths.Length; batch++)
        {
            Tensor<T, Cpu> beginning = sequences[batch, new Slice(0, lengths[batch])];
            beginning.CopyFrom(beginning.Flip(0).Clone());
        }

        return result;
    }

    /// <summary>The indices count over the whole result that the window gives, also where another is asked for.</summary>
    public static Tensor MaxUnpool<T, TDevice>(OnnxCall call)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        nint[] kernel = call.List("kernel_shape")!, strides = call.List("strides")!;
        nint[] shape = [x.Shape[0], x.Shape[1], .. kernel.Select((size, axis) => ((x.Shape[axis + 2] - 1) * strides[axis]) + size)];
        Tensor<T, TDevice> whole = Tensor<T, TDevice>.Zeros(new Shape(shape).Length).Scatter(call.Get<long, TDevice>(1).Reshape(-1), x.Reshape(-1), 0).Reshape(shape);
        return call.Has(2) ? whole.Pad([.. call.Integers(2).Select((size, axis) => ((nint)0, size - shape[axis]))]) : whole;
    }

    /// <summary>The corners of an image are at -1 and 1, or its outer pixels' centres are; each place is moved by the batch's matrix.</summary>
    public static Tensor AffineGrid(OnnxCall call)
    {
        nint[] sizes = call.Integers(1)[2..];
        Tensor<float, Cpu>[] lines = [.. sizes.Select(size => Line(size, call.Flag("align_corners")))];
        Tensor<float, Cpu>[] places = Tensor.Meshgrid(lines, MeshgridOrder.IJ);

        // The last axis of the image is the first coordinate.
        Tensor<float, Cpu> points = Tensor.Stack([.. places.Reverse(), Tensor<float, Cpu>.Ones(sizes)], -1);
        Tensor<float, Cpu> theta = call.Get<float>(0);
        return points.Reshape(1, -1, sizes.Length + 1).MatMul(theta.Transpose(1, 2)).Reshape([theta.Shape[0], .. sizes, sizes.Length]);

        static Tensor<float, Cpu> Line(nint size, bool isAligned)
        {
            float edge = isAligned ? 1 : 1 - (1f / size);
            return Tensor<float, Cpu>.Linspace(-edge, edge, size);
        }
    }
}
