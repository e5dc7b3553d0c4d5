namespace TypedTensors;

/// <summary>The windows of a pooling: where they lie, and the padded input seen through each of their elements.</summary>
internal sealed class PoolingWindows
{
    private readonly int[] input;
    private readonly int[] stride;
    private readonly int[] padding;
    private readonly int[] dilation;

    private PoolingWindows(int[] input, int[] kernel, int[] stride, int[] padding, int[] dilation, int[] output) =>
        (this.input, Kernel, this.stride, this.padding, this.dilation, Output) = (input, kernel, stride, padding, dilation, output);

    /// <summary>The lengths of a window.</summary>
    public int[] Kernel { get; }

    /// <summary>The number of windows along each axis.</summary>
    public int[] Output { get; }

    /// <summary>The shape of what is left of an input.</summary>
    public Shape ShapeOf(Tensor x) => new([x.Shape[0], x.Shape[1], .. Output.Select(length => (nint)length)]);

    /// <summary>The elements of a window, by their places in it.</summary>
    public IEnumerable<int[]> Elements => Places(Kernel);

    /// <summary>Checks a pooling.</summary>
    /// <exception cref="ShapeException">The input has no spatial axes or more than three, or a window does not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static PoolingWindows Of(string operation, Tensor x, PerAxis kernel, PerAxis? stride, PerAxis padding, PerAxis dilation, bool ceilMode)
    {
        int axes = SpatialAxes(operation, x);
        int[] input = [.. x.Shape.ToArray()[2..].Select(size => checked((int)size))];
        int[] kernels = kernel.For(operation, nameof(kernel), axes, least: 1, absent: 0);
        int[] strides = stride?.For(operation, nameof(stride), axes, least: 1, absent: 1) ?? kernels;
        int[] paddings = padding.For(operation, nameof(padding), axes, least: 0, absent: 0), dilations = dilation.For(operation, nameof(dilation), axes, least: 1, absent: 1);
        var output = new int[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            int reach = (dilations[axis] * (kernels[axis] - 1)) + 1, room = input[axis] + (2 * paddings[axis]) - reach;
            if (2 * paddings[axis] > reach || room < 0)
            {
                throw new ShapeException($"{operation}: a window that reaches over {reach} elements does not fit axis {axis + 2} of shape {x.Shape} with padding {paddings[axis]}, which may be half a window.");
            }

            output[axis] = ((room + (ceilMode ? strides[axis] - 1 : 0)) / strides[axis]) + 1;
            if (ceilMode && (output[axis] - 1) * strides[axis] >= input[axis] + paddings[axis])
            {
                output[axis]--; // a window must begin within the input or the padding before it
            }
        }

        return new PoolingWindows(input, kernels, strides, paddings, dilations, output);
    }

    /// <summary>The number of spatial axes of images, 1 to 3.</summary>
    /// <exception cref="ShapeException">There are others.</exception>
    public static int SpatialAxes(string operation, Tensor x) => x.Rank is >= 3 and <= 5
        ? x.Rank - 2
        : throw new ShapeException($"{operation}: input of shape {x.Shape} has {x.Rank} axes; it needs images, channels and one to three spatial axes.");

    /// <summary>All places within an array of some lengths, the last index first.</summary>
    public static IEnumerable<int[]> Places(int[] lengths)
    {
        int count = lengths.Aggregate(1, (product, length) => product * length);
        for (int number = 0; number < count; number++)
        {
            var place = new int[lengths.Length];
            int rest = number;
            for (int axis = lengths.Length - 1; axis >= 0; axis--)
            {
                (rest, place[axis]) = Math.DivRem(rest, lengths[axis]);
            }

            yield return place;
        }
    }

    /// <summary>The input with its padding, and as much more at the end as the last windows reach over.</summary>
    public Tensor<T, TDevice> Pad<T, TDevice>(Tensor<T, TDevice> x, T value)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        nint[] sizes = x.Shape.ToArray();
        var places = new TensorIndex[sizes.Length];
        Array.Fill(places, Range.All);
        bool isPadded = false;
        for (int axis = 0; axis < Kernel.Length; axis++)
        {
            sizes[axis + 2] = Math.Max(input[axis] + (2 * padding[axis]), ((Output[axis] - 1) * stride[axis]) + (dilation[axis] * (Kernel[axis] - 1)) + 1);
            places[axis + 2] = padding[axis]..(padding[axis] + input[axis]);
            isPadded |= sizes[axis + 2] != input[axis];
        }

        if (!isPadded)
        {
            return x;
        }

        Tensor<T, TDevice> padded = Tensor<T, TDevice>.Full(value, sizes);
        padded[places] = x;
        return padded;
    }

    /// <summary>What all windows have at one of their elements.</summary>
    [SharesMemory]
    public Tensor<T, TDevice> At<T, TDevice>(Tensor<T, TDevice> padded, int[] element)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        var places = new TensorIndex[padded.Rank];
        Array.Fill(places, Range.All);
        for (int axis = 0; axis < element.Length; axis++)
        {
            int start = element[axis] * dilation[axis];
            places[axis + 2] = new Slice(start, start + ((Output[axis] - 1) * stride[axis]) + 1, stride[axis]);
        }

        return padded[places];
    }

    /// <summary>How many elements of a window count.</summary>
    /// <param name="window">The window.</param>
    /// <param name="includePadding">Whether those of the padding do.</param>
    public double Count(ReadOnlySpan<nint> window, bool includePadding)
    {
        double count = 1;
        for (int axis = 0; axis < Kernel.Length; axis++)
        {
            nint start = (window[axis] * stride[axis]) - padding[axis];
            int inside = 0;
            for (int element = 0; element < Kernel[axis]; element++)
            {
                nint place = start + (element * dilation[axis]);
                bool isInside = includePadding ? place < input[axis] + padding[axis] : place >= 0 && place < input[axis];
                inside += isInside ? 1 : 0;
            }

            count *= inside;
        }

        return count;
    }

    /// <summary>The place in the input, counted over all spatial axes, of an element of a window.</summary>
    public long PlaceOf(ReadOnlySpan<nint> window, int[] element)
    {
        long place = 0;
        for (int axis = 0; axis < Kernel.Length; axis++)
        {
            place = (place * input[axis]) + (window[axis] * stride[axis]) - padding[axis] + (element[axis] * dilation[axis]);
        }

        return place;
    }
}
