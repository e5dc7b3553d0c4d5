using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Convolutions and poolings, with ONNX's padding of its own at either end of an axis.</summary>
static class OnnxImages
{
    public static Tensor Conv<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), weight = call.Get<T, TDevice>(1);
        var window = new OnnxWindow(call, x, [.. weight.Shape.ToArray()[2..]]);
        return Convolve(window.Pad(x, T.Zero), weight, call.Optional<T, TDevice>(2), window, call.Integer("group", 1));
    }

    /// <summary>Integers less their zero points, convolved as 32-bit ones.</summary>
    public static Tensor ConvInteger(OnnxCall call)
    {
        Tensor<int, Cpu> x = call.Get<byte>(0).Cast<int>(), weight = call.Get<byte>(1).Cast<int>();
        x = call.Has(2) ? x.Subtract(call.Get<byte>(2).Cast<int>().Item()) : x;
        weight = call.Has(3) ? weight.Subtract(call.Get<byte>(3).Cast<int>().Reshape(-1, 1, 1, 1)) : weight;
        var window = new OnnxWindow(call, x, [.. weight.Shape.ToArray()[2..]]);
        return Convolve(window.Pad(x, 0), weight, null, window, call.Integer("group", 1));
    }

    public static Tensor ConvTranspose<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0), weight = call.Get<T, TDevice>(1);
        Tensor<T, TDevice>? bias = call.Optional<T, TDevice>(2);
        int axes = x.Rank - 2, groups = call.Integer("group", 1);
        int[] strides = Numbers("strides", 1), dilations = Numbers("dilations", 1), extra = Numbers("output_padding", 0), pads = Pads();
        Tensor<T, TDevice> whole = axes switch
        {
            1 => x.ConvTranspose1d(weight, bias, strides, 0, extra, groups, dilations),
            2 => x.ConvTranspose2d(weight, bias, strides, 0, extra, groups, dilations),
            _ => x.ConvTranspose3d(weight, bias, strides, 0, extra, groups, dilations),
        };
        return whole[OnnxWindow.Inner(whole.Shape, pads)];

        int[] Numbers(string name, int absent) => [.. call.List(name)?.Select(value => (int)value) ?? Enumerable.Repeat(absent, axes)];

        int[] Pads()
        {
            bool isSame = call.Text("auto_pad", "NOTSET").StartsWith("SAME", StringComparison.Ordinal);
            if (!isSame && !call.Has("output_shape"))
            {
                return [.. call.List("pads")?.Select(value => (int)value) ?? Enumerable.Repeat(0, 2 * axes)];
            }

            // What is cut off is what the result would be longer than asked for; by half at each end, and a last one where it is said; what it is to be longer is put behind.
            var cuts = new int[2 * axes];
            for (int axis = 0; axis < axes; axis++)
            {
                nint size = x.Shape[axis + 2], wanted = call.List("output_shape") is { } shape ? shape[^(axes - axis)] : size * strides[axis];
                int total = (int)(((size - 1) * strides[axis]) + extra[axis] + (dilations[axis] * (weight.Shape[axis + 2] - 1)) + 1 - wanted);
                extra[axis] += Math.Max(-total, 0);
                total = Math.Max(total, 0);
                cuts[axis] = call.Text("auto_pad", "NOTSET") == "SAME_UPPER" ? total / 2 : total - (total / 2);
                cuts[axes + axis] = total - cuts[axis];
            }

            return cuts;
        }
    }

    public static Tensor?[] MaxPool<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputesFunctions<long>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        var window = new OnnxWindow(call, x, call.List("kernel_shape")!);
        bool ceiling = call.Flag("ceil_mode");
        if (call.Outputs == 1)
        {
            return [window.Pad(x, T.CreateSaturating(double.NegativeInfinity)).MaxPool(window.Kernel, window.Stride, window.Symmetric, window.Dilation, ceiling)];
        }

        (Tensor<T, TDevice> values, Tensor<long, TDevice> places) = x.MaxPoolWithIndices(window.Kernel, window.Stride, window.Symmetric, window.Dilation, ceiling);
        nint volume = x.Length / x.Shape[0] / x.Shape[1];
        if (call.Flag("storage_order"))
        {
            Tensor<long, TDevice> row = places.FloorDivide(x.Shape[3]), column = places.Remainder(x.Shape[3]);
            places = column.Multiply(x.Shape[2]).Add(row);
        }

        // ONNX counts on over images and channels.
        nint[] planes = [x.Shape[0], x.Shape[1], .. Enumerable.Repeat((nint)1, x.Rank - 2)];
        return [values, places.Add(Tensor<long, TDevice>.Arange(x.Shape[0] * x.Shape[1]).Multiply((long)volume).Reshape(planes))];
    }

    public static Tensor AveragePool<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        var window = new OnnxWindow(call, x, call.List("kernel_shape")!);
        bool ceiling = call.Flag("ceil_mode"), include = call.Flag("count_include_pad");
        if (window.IsSymmetric)
        {
            return x.AvgPool(window.Kernel, window.Stride, window.Symmetric, ceiling, include, window.Dilation);
        }

        // Of padding that differs at the ends, the mean of what is there is the mean of all, by the mean of ones and zeros.
        Tensor<T, TDevice> all = window.Pad(x, T.Zero).AvgPool(window.Kernel, window.Stride, 0, ceiling, dilation: window.Dilation);
        return include ? all : all.Divide(window.Pad(Tensor<T, TDevice>.Ones(x.Shape), T.Zero).AvgPool(window.Kernel, window.Stride, 0, ceiling, dilation: window.Dilation));
    }

    public static Tensor LpPool<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        var window = new OnnxWindow(call, x, call.List("kernel_shape")!);
        T power = T.CreateChecked(call.Integer("p", 2)), elements = T.CreateChecked(window.Kernel.Aggregate(1, (product, length) => product * length));
        Tensor<T, TDevice> means = window.PadAll(x.Abs().PowInPlace(power), T.Zero).AvgPool(window.Kernel, window.Stride, 0, call.Flag("ceil_mode"), dilation: window.Dilation);
        return means.MultiplyInPlace(elements).PowInPlace(T.One / power);
    }

    public static Tensor GlobalAveragePool<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => call.Get<T, TDevice>(0).AdaptiveAvgPool(1);

    public static Tensor GlobalMaxPool<T, TDevice>(OnnxCall call)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => call.Get<T, TDevice>(0).AdaptiveMaxPool(1);

    static Tensor<T, TDevice> Convolve<T, TDevice>(Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias, OnnxWindow window, int groups)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Rank switch
        {
            3 => x.Conv1d(weight, bias, window.Stride, window.Symmetric, window.Dilation, groups),
            4 => x.Conv2d(weight, bias, window.Stride, window.Symmetric, window.Dilation, groups),
            _ => x.Conv3d(weight, bias, window.Stride, window.Symmetric, window.Dilation, groups),
        };
}
