namespace TypedTensors;

/// <summary>The sizes of a convolution over three spatial axes; of fewer axes the first have the length 1.</summary>
internal sealed record ConvolutionShape(
    int Images, int Groups, int InputsPerGroup, int OutputsPerGroup, int[] Input, int[] Kernel, int[] Stride, int[] Padding, int[] Dilation, int[] Output)
{
    /// <summary>The input channels of all groups.</summary>
    public int Inputs => Groups * InputsPerGroup;

    /// <summary>The output channels of all groups.</summary>
    public int Outputs => Groups * OutputsPerGroup;

    /// <summary>Checks operands against one another.</summary>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static ConvolutionShape Of(
        string operation, int axes, Tensor x, Tensor weight, Tensor? bias, PerAxis stride, PerAxis padding, PerAxis dilation, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (x.Rank != axes + 2)
        {
            throw new ShapeException($"{operation}: input of shape {x.Shape} has {x.Rank} axes; it needs {axes + 2}: images, channels and {axes} spatial ones.");
        }

        if (weight.Rank != axes + 2)
        {
            throw new ShapeException($"{operation}: weight of shape {weight.Shape} has {weight.Rank} axes; it needs {axes + 2}: output channels, input channels of a group and {axes} spatial ones.");
        }

        int inputs = checked((int)x.Shape[1]), outputs = checked((int)weight.Shape[0]);
        if (inputs % groups != 0 || outputs % groups != 0 || weight.Shape[1] != inputs / groups)
        {
            throw new ShapeException($"{operation}: input of shape {x.Shape} and weight of shape {weight.Shape} do not fit in {groups} groups: axis 1 is {inputs} against {weight.Shape[1]} x {groups}, and axis 0 of the weight {outputs}.");
        }

        if (bias is not null && (bias.Rank != 1 || bias.Shape[0] != outputs))
        {
            throw new ShapeException($"{operation}: bias of shape {bias.Shape} does not fit weight of shape {weight.Shape}: it needs the shape [{outputs}].");
        }

        int[] sizes = Spatial(x.Shape, axes), kernel = Spatial(weight.Shape, axes);
        int[] strides = Padded(stride.For(operation, nameof(stride), axes, least: 1, absent: 1), 1);
        int[] paddings = Padded(padding.For(operation, nameof(padding), axes, least: 0, absent: 0), 0);
        int[] dilations = Padded(dilation.For(operation, nameof(dilation), axes, least: 1, absent: 1), 1);
        var output = new int[3];
        for (int axis = 0; axis < 3; axis++)
        {
            int reach = (dilations[axis] * (kernel[axis] - 1)) + 1, room = sizes[axis] + (2 * paddings[axis]);
            if (kernel[axis] < 1 || reach > room)
            {
                throw new ShapeException($"{operation}: a kernel of shape {weight.Shape} does not fit input of shape {x.Shape}: it reaches over {reach} elements of axis {axis + axes - 1}, which is {room} with its padding.");
            }

            output[axis] = ((room - reach) / strides[axis]) + 1;
        }

        return new ConvolutionShape(checked((int)x.Shape[0]), groups, inputs / groups, outputs / groups, sizes, kernel, strides, paddings, dilations, output);
    }

    /// <summary>The numbers of the last three axes, with <paramref name="absent"/> for those that are not there.</summary>
    public static int[] Padded(int[] numbers, int absent) => [.. Enumerable.Repeat(absent, 3 - numbers.Length), .. numbers];

    private static int[] Spatial(Shape shape, int axes) => Padded([.. shape.ToArray()[2..].Select(size => checked((int)size))], 1)[^3..];
}
