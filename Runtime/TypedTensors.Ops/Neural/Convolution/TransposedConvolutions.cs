using System.Numerics;

namespace TypedTensors;

/// <summary>Transposed convolutions: the gradients of convolutions by their inputs, as layers that make images larger.</summary>
public static class TransposedConvolutions
{
    /// <summary>A transposed convolution along one axis: each element of the input adds a scaled kernel to the result, <c>stride</c> further on than its neighbour.</summary>
    /// <param name="x">The input, of shape [images, channels, length] and any layout.</param>
    /// <param name="weight">The kernels, of shape [channels, output channels of a group, length].</param>
    /// <param name="bias">What is added to each output channel; nothing if null.</param>
    /// <param name="stride">How far apart the kernels of neighbours are added; 1 if not given.</param>
    /// <param name="padding">How much is cut off at each end; 0 if not given.</param>
    /// <param name="outputPadding">How much longer the result is at the end; 0 if not given.</param>
    /// <param name="groups">How many parts the channels have, each convolved by itself.</param>
    /// <param name="dilation">How far it is from one element of the kernel to the next; 1 if not given.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of shape [images, output channels, (length - 1) * stride - 2 * padding + dilation * (kernel - 1) + outputPadding + 1].</returns>
    /// <remarks>
    /// PyTorch's <c>conv_transpose1d</c>. Computed as the convolution, with the kernels turned round, of the input with zeros between its elements. Sums as <c>Conv1d</c>.
    /// </remarks>
    /// <exception cref="ShapeException">The shapes do not fit, nothing is left of the result, or the destination has another shape.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> ConvTranspose1d<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias = null, PerAxis stride = default, PerAxis padding = default, PerAxis outputPadding = default, int groups = 1, PerAxis dilation = default,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(ConvTranspose1d), 1, x, weight, bias, stride, padding, outputPadding, groups, dilation, destination);

    /// <summary>A transposed convolution along rows and columns; see <c>ConvTranspose1d</c>.</summary>
    /// <inheritdoc cref="ConvTranspose1d"/>
    [Copies]
    public static Tensor<T, TDevice> ConvTranspose2d<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias = null, PerAxis stride = default, PerAxis padding = default, PerAxis outputPadding = default, int groups = 1, PerAxis dilation = default,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(ConvTranspose2d), 2, x, weight, bias, stride, padding, outputPadding, groups, dilation, destination);

    /// <summary>A transposed convolution along planes, rows and columns; see <c>ConvTranspose1d</c>.</summary>
    /// <inheritdoc cref="ConvTranspose1d"/>
    [Copies]
    public static Tensor<T, TDevice> ConvTranspose3d<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias = null, PerAxis stride = default, PerAxis padding = default, PerAxis outputPadding = default, int groups = 1, PerAxis dilation = default,
        [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => Run(nameof(ConvTranspose3d), 3, x, weight, bias, stride, padding, outputPadding, groups, dilation, destination);

    private static Tensor<T, TDevice> Run<T, TDevice>(
        string operation, int axes, Tensor<T, TDevice> x, Tensor<T, TDevice> weight, Tensor<T, TDevice>? bias, PerAxis stride, PerAxis padding, PerAxis outputPadding, int groups, PerAxis dilation,
        Tensor<T, TDevice>? destination)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (x.Rank != axes + 2 || weight.Rank != axes + 2 || x.Shape[1] % groups != 0 || weight.Shape[0] != x.Shape[1])
        {
            throw new ShapeException($"{operation}: input of shape {x.Shape} and weight of shape {weight.Shape} do not fit in {groups} groups: both have {axes + 2} axes, and axis 0 of the weight is as long as axis 1 of the input.");
        }

        if (x.Shape.AsSpan()[2..].Contains(0))
        {
            throw new ShapeException($"{operation}: input of shape {x.Shape} has a spatial axis without elements.");
        }

        if (weight.Shape.AsSpan()[2..].Contains(0) || (bias is not null && bias.Shape != new Shape(weight.Shape[1] * groups)))
        {
            throw new ShapeException($"{operation}: weight of shape {weight.Shape} in {groups} groups needs elements along its kernels' axes, and a bias of shape [{weight.Shape[1] * groups}]{(bias is null ? "" : $", not {bias.Shape}")}.");
        }

        int[] strides = stride.For(operation, nameof(stride), axes, least: 1, absent: 1), cuts = padding.For(operation, nameof(padding), axes, least: 0, absent: 0);
        int[] extra = outputPadding.For(operation, nameof(outputPadding), axes, least: 0, absent: 0), dilations = dilation.For(operation, nameof(dilation), axes, least: 1, absent: 1);

        // The input with zeros between its elements, and around it as many as let the first element of the turned kernel meet the first of the input.
        nint[] sizes = x.Shape.ToArray(), room = x.Shape.ToArray(), lengths = x.Shape.ToArray();
        var places = new TensorIndex[axes + 2];
        var kept = new TensorIndex[axes + 2];
        Array.Fill(places, Range.All);
        Array.Fill(kept, Range.All);
        for (int axis = 0; axis < axes; axis++)
        {
            nint size = sizes[axis + 2], reach = dilations[axis] * (weight.Shape[axis + 2] - 1), spread = Math.Max(((size - 1) * strides[axis]) + 1, 0);
            nint length = spread + reach + extra[axis] - (2 * cuts[axis]);
            if (length < 1)
            {
                throw new ShapeException($"{operation}: nothing is left of axis {axis + 2} of an input of shape {x.Shape} when {cuts[axis]} are cut off at each end.");
            }

            room[axis + 2] = spread + (2 * reach) + extra[axis];
            places[axis + 2] = new Slice(reach, reach + spread, strides[axis]);
            kept[axis + 2] = new Slice(cuts[axis], cuts[axis] + length + reach);
            lengths[axis + 2] = length;
        }

        lengths[1] = weight.Shape[1] * groups;
        Destination.Check(operation, new Shape(lengths), destination);

        Tensor<T, TDevice> wide = Tensor<T, TDevice>.Zeros(room);
        wide[places] = x;
        Tensor<T, TDevice> input = wide[kept], kernels = Turned(weight, axes, groups);
        return axes switch
        {
            1 => input.Conv1d(kernels, bias, dilation: dilations, groups: groups, destination: destination),
            2 => input.Conv2d(kernels, bias, dilation: dilations, groups: groups, destination: destination),
            _ => input.Conv3d(kernels, bias, dilation: dilations, groups: groups, destination: destination),
        };
    }

    /// <summary>The kernels back to front, with the output channels of all groups first.</summary>
    private static Tensor<T, TDevice> Turned<T, TDevice>(Tensor<T, TDevice> weight, int axes, int groups)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        nint[] sizes = weight.Shape.ToArray();
        nint inputs = sizes[0] / groups, outputs = sizes[1];
        Tensor<T, TDevice> turned = weight.Flip([.. Enumerable.Range(2, axes)]).Clone();
        return turned.Reshape([groups, inputs, outputs, .. sizes[2..]]).Transpose(1, 2).Clone().Reshape([groups * outputs, inputs, .. sizes[2..]]);
    }
}
