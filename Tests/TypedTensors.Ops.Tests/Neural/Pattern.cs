namespace TypedTensors.Ops.Tests;

/// <summary>Operands with few bits, so that sums of their products are exact in any order; the very numbers that the literals were made of.</summary>
static class Pattern
{
    /// <summary>Element i is <c>((i * factor) % modulus - offset) / divisor</c>.</summary>
    public static Tensor<double, Device> Of(int factor, int modulus, int offset, int divisor, params ReadOnlySpan<nint> shape)
    {
        nint length = 1;
        foreach (nint size in shape)
        {
            length *= size;
        }

        return Tensor<double, Device>.FromFunction(i => ((i * factor % modulus) - offset) / (double)divisor, length).Reshape(shape);
    }

    /// <summary>A common operand.</summary>
    public static Tensor<double, Device> X(params ReadOnlySpan<nint> shape) => Of(7, 11, 5, 4, shape);

    /// <summary>Another.</summary>
    public static Tensor<double, Device> W(params ReadOnlySpan<nint> shape) => Of(5, 7, 3, 2, shape);

    /// <summary>The same elements, an element apart from one another.</summary>
    public static Tensor<T, Device> Sparse<T>(Tensor<T, Device> x)
        where T : unmanaged
    {
        Tensor<T, Device> wide = Tensor<T, Device>.Zeros([.. x.Shape.AsSpan()[..^1], 2 * x.Shape[^1]]);
        Tensor<T, Device> every = wide[Tensor.Ellipsis, new Slice(step: 2)];
        every.CopyFrom(x);
        return every;
    }

    /// <summary>Checks elements in C order against literals, to a few times their last digits.</summary>
    public static void Near<T>(Tensor<T, Device> actual, double tolerance, params double[] expected)
        where T : unmanaged
    {
        double[] elements = actual.Cast<double>().ToArray();
        Assert.Equal(expected.Length, elements.Length);
        for (int i = 0; i < elements.Length; i++)
        {
            Assert.True(
                expected[i].Equals(elements[i]) || Math.Abs(expected[i] - elements[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                FormattableString.Invariant($"Element {i}: {elements[i]:R} in place of {expected[i]:R}."));
        }
    }
}
