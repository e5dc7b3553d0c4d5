using System.Numerics;

namespace TypedTensors;

/// <summary>Convolutions as neural networks have them: cross-correlations of channels, in PyTorch's layout of images, channels and spatial axes.</summary>
public static class Convolutions
{
    /// <summary>A convolution along one axis: <c>result[n, o, i] = bias[o] + sum over c, k of x[n, c, i * stride + k * dilation - padding] * weight[o, c, k]</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, length] and any layout.</param>
    /// <param name="weight">The kernels, of shape [output channels, channels of a group, length].</param>
    /// <param name="bias">What is added to each output channel; nothing if null.</param>
    /// <param name="stride">How far it is from one place of the kernel to the next; 1 if not given.</param>
    /// <param name="padding">The zeros at each end; 0 if not given.</param>
    /// <param name="dilation">How far it is from one element of the kernel to the next; 1 if not given.</param>
    /// <param name="groups">How many parts the channels have, each convolved by itself.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of shape [images, output channels, floor((length + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1].</returns>
    /// <remarks>
    /// PyTorch's <c>conv1d</c>. Products are summed in the order of channels and of the kernel's elements, fused for float and double on the processor; Half is summed in float and
    /// rounded once. NaN and infinity spread to what their places contribute to.
    /// </remarks>
    /// <exception cref="ShapeException">The shapes do not fit, the kernel is longer than the padded input, or the destination has another shape.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Conv1d<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias = null, PerAxis stride = default, PerAxis padding = default, PerAxis dilation = default, int groups = 1,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(Conv1d), 1, x, weight, bias, stride, padding, dilation, groups, destination);

    /// <summary>A convolution along rows and columns; see <c>Conv1d</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, rows, columns] and any layout.</param>
    /// <param name="weight">The kernels, of shape [output channels, channels of a group, rows, columns].</param>
    /// <param name="bias">What is added to each output channel; nothing if null.</param>
    /// <param name="stride">How far it is from one place of the kernel to the next; 1 if not given.</param>
    /// <param name="padding">The zeros at each end of an axis; 0 if not given.</param>
    /// <param name="dilation">How far it is from one element of the kernel to the next; 1 if not given.</param>
    /// <param name="groups">How many parts the channels have, each convolved by itself.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <inheritdoc cref="Conv1d"/>
    [Copies]
    public static Tensor<T, TDevice> Conv2d<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias = null, PerAxis stride = default, PerAxis padding = default, PerAxis dilation = default, int groups = 1,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(Conv2d), 2, x, weight, bias, stride, padding, dilation, groups, destination);

    /// <summary>A convolution along planes, rows and columns; see <c>Conv1d</c>.</summary>
    /// <param name="x">The input, of shape [images, channels, planes, rows, columns] and any layout.</param>
    /// <param name="weight">The kernels, of shape [output channels, channels of a group, planes, rows, columns].</param>
    /// <param name="bias">What is added to each output channel; nothing if null.</param>
    /// <param name="stride">How far it is from one place of the kernel to the next; 1 if not given.</param>
    /// <param name="padding">The zeros at each end of an axis; 0 if not given.</param>
    /// <param name="dilation">How far it is from one element of the kernel to the next; 1 if not given.</param>
    /// <param name="groups">How many parts the channels have, each convolved by itself.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <inheritdoc cref="Conv1d"/>
    [Copies]
    public static Tensor<T, TDevice> Conv3d<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias = null, PerAxis stride = default, PerAxis padding = default, PerAxis dilation = default, int groups = 1,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(Conv3d), 3, x, weight, bias, stride, padding, dilation, groups, destination);

    private static Tensor<T, TDevice> Run<T, TDevice>(
        string operation,
        int axes,
        Tensor<T, TDevice> x,
        Tensor<T, TDevice> weight,
        Tensor<T, TDevice>? bias,
        PerAxis stride,
        PerAxis padding,
        PerAxis dilation,
        int groups,
        Tensor<T, TDevice>? destination)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        ConvolutionShape shape = ConvolutionShape.Of(operation, axes, x, weight, bias, stride, padding, dilation, groups);
        var sizes = new Shape([shape.Images, shape.Outputs, .. shape.Output[^axes..].Select(size => (nint)size)]);
        Destination.Check(operation, sizes, destination);
        if (x.Length == 0 || weight.Length == 0)
        {
            Tensor<T, TDevice> none = Tensor<T, TDevice>.Zeros(sizes);
            return Destination.Write(bias is null || none.Length == 0 ? none : none.AddInPlace(bias.Reshape([-1, .. Enumerable.Repeat((nint)1, axes)])), destination);
        }

        if (destination is { IsContiguous: false } || Destination.Overlaps(destination, x, weight, bias))
        {
            return Destination.Write(Run(operation, axes, x, weight, bias, stride, padding, dilation, groups, null), destination);
        }

        Tensor<T, TDevice> result = destination ?? Tensor<T, TDevice>.Empty(sizes);
        if (result.Length > 0)
        {
            using Tensor<T, TDevice> input = Volumes(x), kernels = Volumes(weight);
            Convolve(input, kernels, bias, shape, result);
        }

        return result;
    }

    private static void Convolve<T, TDevice>(
        Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias, ConvolutionShape shape, Tensor<T, TDevice> result)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        bool isOwn = Processor.Holds(x, out Tensor<T, Cpu>? own) & Processor.Holds(weight, out Tensor<T, Cpu>? ownWeight) & Processor.Holds(result, out Tensor<T, Cpu>? ownResult);
        if (!isOwn || !DirectConvolution.TryRun(own!, ownWeight!, (Tensor<T, Cpu>?)(Tensor?)bias, shape, ownResult!))
        {
            DeviceConvolution.Run(x, weight, bias, shape, result);
        }
    }

    /// <summary>A tensor with three spatial axes, the first of which may have the length 1.</summary>
    private static Tensor<T, TDevice> Volumes<T, TDevice>(Tensor<T, TDevice> tensor)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        var places = new TensorIndex[5];
        Array.Fill(places, Range.All);
        Array.Fill(places, Tensor.NewAxis, 2, 5 - tensor.Rank);
        return tensor[places];
    }
}
