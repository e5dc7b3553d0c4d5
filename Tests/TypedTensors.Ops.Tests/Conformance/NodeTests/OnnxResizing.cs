using System.Numerics;

namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Images in other sizes: where ONNX says what PyTorch says, by interpolation, else as products with the matrix of the elements' weights along each axis.</summary>
static class OnnxResizing
{
    public static Tensor Resize<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        var axes = OnnxResizedAxis.Of(call, x);
        if (axes.Count == 2 && axes.All(axis => axis.IsExact) && Mode(call) is (InterpolationMode mode, bool alignCorners))
        {
            return x.Interpolate((int[])[.. axes.OrderBy(axis => axis.Axis).Select(axis => axis.To)], mode, alignCorners);
        }

        foreach (OnnxResizedAxis axis in axes)
        {
            Tensor<T, TDevice> weights = Tensor<T, TDevice>.FromFunction((from, to) => T.CreateChecked(axis.Weight((int)from, (int)to)), axis.From, axis.To);
            Tensor<T, TDevice> outside = Tensor<T, TDevice>.FromFunction(to => T.CreateChecked(axis.Outside((int)to)), axis.To);
            x = x.Transpose(axis.Axis, -1).MatMul(weights).Add(outside).Transpose(axis.Axis, -1);
        }

        return x;
    }

    /// <summary>Before it was Resize: the element at or before the place.</summary>
    public static Tensor Upsample<T, TDevice>(OnnxCall call)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> x = call.Get<T, TDevice>(0);
        float[] scales = call.Get<float>(1).ToArray();
        return x.Interpolate((int[])[.. scales[2..].Select((scale, axis) => (int)(x.Shape[axis + 2] * scale))]);
    }

    static (InterpolationMode Mode, bool AlignCorners)? Mode(OnnxCall call)
    {
        if (call.Flag("antialias") || call.Flag("exclude_outside") || call.Has("cubic_coeff_a"))
        {
            return null;
        }

        return (call.Text("mode", "nearest"), call.Text("coordinate_transformation_mode", "half_pixel")) switch
        {
            ("linear", "half_pixel") => (InterpolationMode.Linear, false),
            ("linear", "align_corners") => (InterpolationMode.Linear, true),
            ("cubic", "half_pixel") => (InterpolationMode.Cubic, false),
            ("cubic", "align_corners") => (InterpolationMode.Cubic, true),
            _ => null,
        };
    }
}
