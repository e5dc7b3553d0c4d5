using System.Numerics;

namespace TypedTensors;

/// <summary>A convolution by a kernel that every device runs: a thread for each element of the result.</summary>
internal static class DeviceConvolution
{
    /// <summary>The convolution of inputs and kernels with three spatial axes each, into a contiguous tensor apart from them; none is empty.</summary>
    public static void Run<T, TDevice>(Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias, ConvolutionShape shape, Tensor<T, TDevice> result)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        // Images and channels become one axis, since kernels know four.
        Tensor<T, TDevice> inputs = Rows(x), kernels = Rows(weight);
        ConvolutionKernels.Direct(
            (checked(shape.Output[1] * shape.Output[2]), shape.Output[0], shape.Images * shape.Outputs),
            inputs,
            kernels,
            bias ?? Tensor<T, TDevice>.Zeros(shape.Outputs),
            result.Reshape(shape.Images * shape.Outputs, shape.Output[0], shape.Output[1], shape.Output[2]),
            shape.InputsPerGroup,
            shape.OutputsPerGroup,
            shape.Stride[0],
            shape.Stride[1],
            shape.Stride[2],
            shape.Padding[0],
            shape.Padding[1],
            shape.Padding[2],
            shape.Dilation[0],
            shape.Dilation[1],
            shape.Dilation[2]);
    }

    private static Tensor<T, TDevice> Rows<T, TDevice>(Tensor<T, TDevice> volumes)
        where T : unmanaged
        where TDevice : struct, IDevice =>
        (volumes.IsContiguous ? volumes : volumes.Clone()).Reshape(-1, volumes.Shape[2], volumes.Shape[3], volumes.Shape[4]);
}
