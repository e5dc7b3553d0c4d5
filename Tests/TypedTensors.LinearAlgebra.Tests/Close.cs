namespace TypedTensors.Tests.LinearAlgebra;

/// <summary>Compares results that are rounded.</summary>
static class Close
{
    public static void To(Tensor<double, Cpu> actual, nint[] shape, params double[] expected)
    {
        Assert.Equal(shape, actual.Shape.ToArray());
        double[] elements = actual.ToArray();
        Assert.Equal(expected.Length, elements.Length);
        Assert.All(elements.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    public static void To(Tensor<double, Cpu> actual, Tensor<double, Cpu> expected) => To(actual, expected.Shape.ToArray(), expected.ToArray());

    /// <summary>Compares columns that are known but for a sign.</summary>
    public static void ToColumns(Tensor<double, Cpu> actual, nint[] shape, params double[] expected)
    {
        Assert.Equal(shape, actual.Shape.ToArray());
        Tensor<double, Cpu> reference = expected.AsTensor(shape);
        for (nint column = 0; column < shape[1]; column++)
        {
            double sign = Math.Sign(actual[0, column]) == Math.Sign(reference[0, column]) ? 1 : -1;
            for (nint row = 0; row < shape[0]; row++)
            {
                Assert.Equal(reference[row, column], sign * actual[row, column], 1e-12);
            }
        }
    }
}
