using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A convolution in this process: no product is laid out in memory first; vectors of the input meet kernels that are packed by eight output channels.</summary>
/// <remarks>
/// The padded input is split into phases, the elements whose distance is the stride. Within its phase, what a kernel's element meets at one place of the result
/// and at the next are neighbours, whatever the stride and the dilation; and rows follow one another at one distance in phases and in the result. So a convolution
/// is, for each element of the kernel, one shift of a long row: the result is computed for whole runs of it, and the few elements between rows are dropped.
/// </remarks>
internal static class DirectConvolution
{
    /// <summary>The convolution for dtypes that there are vectors with fused multiplication of, into a contiguous tensor apart from the operands; none is empty.</summary>
    /// <returns>Whether it is one of them.</returns>
    public static bool TryRun<T>(Tensor<T, Cpu> x, Tensor<T, Cpu> weight, Tensor<T, Cpu>? bias, ConvolutionShape shape, Tensor<T, Cpu> result)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            Convolve(As<float>(x), As<float>(weight), bias is null ? null : As<float>(bias), shape, As<float>(result));
        }
        else if (typeof(T) == typeof(double))
        {
            Convolve(As<double>(x), As<double>(weight), bias is null ? null : As<double>(bias), shape, As<double>(result));
        }
        else if (typeof(T) == typeof(Half))
        {
            using Tensor<float, Cpu> wideX = x.Cast<float>(), wideWeight = weight.Cast<float>(), sums = Tensor<float, Cpu>.Empty(result.Shape);
            using Tensor<float, Cpu>? wideBias = bias?.Cast<float>();
            Convolve(wideX, wideWeight, wideBias, shape, sums);
            using Tensor<T, Cpu> rounded = sums.Cast<T>();
            result.CopyFrom(rounded);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void Convolve<T>(Tensor<T, Cpu> x, Tensor<T, Cpu> weight, Tensor<T, Cpu>? bias, ConvolutionShape shape, Tensor<T, Cpu> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] steps = [.. Enumerable.Range(0, 3).Select(axis => shape.Output[axis] + ((shape.Kernel[axis] - 1) * shape.Dilation[axis] / shape.Stride[axis]))];
        using Tensor<T, Cpu> phases = Phases(x, shape, steps), kernels = Pack(weight, shape);
        int volume = checked(steps[0] * steps[1] * steps[2]), channel = checked(shape.Stride[0] * shape.Stride[1] * shape.Stride[2] * volume);
        int run = ((shape.Output[0] - 1) * steps[1] * steps[2]) + ((shape.Output[1] - 1) * steps[2]) + shape.Output[2];
        int tile = ConvolutionTile.Length<T>();
        int blocks = (shape.OutputsPerGroup + ConvolutionTile.Channels - 1) / ConvolutionTile.Channels, tiles = (run + tile - 1) / tile;
        int[] sizes =
        [
            tiles, shape.Groups, shape.InputsPerGroup, shape.OutputsPerGroup, blocks, channel, run, shape.Output[0], shape.Output[1], shape.Output[2], steps[1], steps[2],
        ];
        int groups = checked(tiles * shape.Groups * shape.Images * DirectConvolutionKernel<T>.GroupThreads);
        using Tensor<T, Cpu> added = bias is null ? Tensor<T, Cpu>.Zeros(shape.Outputs) : bias.Clone(), line = result.Reshape(-1);
        Compute.Launch<DirectConvolutionKernel<T>, Cpu>(
            groups, [phases, kernels, Shifts(shape, steps, volume, channel).AsTensor(), added, sizes.AsTensor(), line], []);
    }

    /// <summary>The padded input by phases, as one row with room behind it for the last tile to read.</summary>
    private static Tensor<T, Cpu> Phases<T>(Tensor<T, Cpu> x, ConvolutionShape shape, int[] steps)
        where T : unmanaged
    {
        nint length = (nint)shape.Images * shape.Inputs * shape.Stride[0] * shape.Stride[1] * shape.Stride[2] * steps[0] * steps[1] * steps[2];
        Tensor<T, Cpu> row = Tensor<T, Cpu>.Zeros(length + ConvolutionTile.Length<T>());

        // Views are given back too: memory is used again at once only when nobody holds it.
        using Tensor<T, Cpu> used = row[..(int)length], phases = used.Reshape(
            shape.Images, shape.Inputs, shape.Stride[0], shape.Stride[1], shape.Stride[2], steps[0], steps[1], steps[2]);
        for (int phase = 0; phase < shape.Stride[0] * shape.Stride[1] * shape.Stride[2]; phase++)
        {
            (int upper, int columnPhase) = Math.DivRem(phase, shape.Stride[2]);
            (int planePhase, int rowPhase) = Math.DivRem(upper, shape.Stride[1]);
            int[] offsets = [planePhase, rowPhase, columnPhase];
            Range all = Range.All;
            TensorIndex[] from = [all, all, all, all, all], to = [all, all, planePhase, rowPhase, columnPhase, all, all, all];
            bool isEmpty = false;
            for (int axis = 0; axis < 3; axis++)
            {
                // The phase's first element within the input, and how many it has there.
                int stride = shape.Stride[axis], first = Math.Max(0, (shape.Padding[axis] - offsets[axis] + stride - 1) / stride);
                int start = offsets[axis] + (first * stride) - shape.Padding[axis];
                int count = Math.Min(steps[axis] - first, (shape.Input[axis] - start + stride - 1) / stride);
                isEmpty |= count <= 0;
                from[axis + 2] = new Slice(start, start + (Math.Max(count, 1) * stride), stride);
                to[axis + 5] = first..Math.Max(first, first + count);
            }

            if (!isEmpty)
            {
                using Tensor<T, Cpu> part = x[from];
                phases[to] = part;
            }
        }

        return row;
    }

    /// <summary>The kernels of each group by blocks of output channels, whose factors of one input lie side by side; those beyond the last channel are zero.</summary>
    private static Tensor<T, Cpu> Pack<T>(Tensor<T, Cpu> weight, ConvolutionShape shape)
        where T : unmanaged
    {
        int blocks = (shape.OutputsPerGroup + ConvolutionTile.Channels - 1) / ConvolutionTile.Channels;
        nint depth = weight.Length / shape.Outputs;
        using Tensor<T, Cpu> padded = Tensor<T, Cpu>.Zeros(shape.Groups, blocks * ConvolutionTile.Channels, depth), copy = weight.Clone();
        using Tensor<T, Cpu> kernels = copy.Reshape(shape.Groups, shape.OutputsPerGroup, depth), byBlock = padded.Reshape(shape.Groups, blocks, ConvolutionTile.Channels, depth);
        padded[.., ..shape.OutputsPerGroup, ..] = kernels;
        using Tensor<T, Cpu> byElement = byBlock.Permute(0, 1, 3, 2), packed = byElement.Clone();
        return packed.Reshape(-1);
    }

    /// <summary>How far each element of a kernel looks ahead, from the place of the result in the first channel's first phase.</summary>
    private static int[] Shifts(ConvolutionShape shape, int[] steps, int volume, int channel)
    {
        var shifts = new List<int>();
        for (int input = 0; input < shape.InputsPerGroup; input++)
        {
            for (int plane = 0; plane < shape.Kernel[0]; plane++)
            {
                for (int row = 0; row < shape.Kernel[1]; row++)
                {
                    for (int column = 0; column < shape.Kernel[2]; column++)
                    {
                        (int z, int planePhase) = Math.DivRem(plane * shape.Dilation[0], shape.Stride[0]);
                        (int y, int rowPhase) = Math.DivRem(row * shape.Dilation[1], shape.Stride[1]);
                        (int i, int columnPhase) = Math.DivRem(column * shape.Dilation[2], shape.Stride[2]);
                        int phase = (((planePhase * shape.Stride[1]) + rowPhase) * shape.Stride[2]) + columnPhase;
                        shifts.Add(checked((input * channel) + (phase * volume) + (((z * steps[1]) + y) * steps[2]) + i));
                    }
                }
            }
        }

        return [.. shifts];
    }

    private static Tensor<T, Cpu> As<T>(Tensor tensor)
        where T : unmanaged => (Tensor<T, Cpu>)tensor;
}
