namespace TypedTensors.Tests.LinearAlgebra;

/// <summary>The matrices of the literal tests, whose results are those of numpy.linalg 1.24, and random ones.</summary>
static class Samples
{
    /// <summary>Symmetric and positive definite.</summary>
    public static Tensor<double, Cpu> Definite => new[] { 4.0, -2, 1, -2, 4, -2, 1, -2, 3 }.AsTensor(3, 3);

    /// <summary>Regular; its first pivot is 0 unless rows are exchanged.</summary>
    public static Tensor<double, Cpu> Mixed => new[] { 0.0, 2, 1, 1, -1, 0, 3, 0, -2 }.AsTensor(3, 3);

    /// <summary>Three by two.</summary>
    public static Tensor<double, Cpu> Tall => new[] { 1.0, 2, 3, 4, 5, 6 }.AsTensor(3, 2);

    /// <summary>Of rank 1.</summary>
    public static Tensor<double, Cpu> Singular => new[] { 1.0, 2, 3, 2, 4, 6, 3, 6, 9 }.AsTensor(3, 3);

    /// <summary>Elements from -1 to 1, the same for the same shape.</summary>
    public static Tensor<double, Cpu> Random(params nint[] shape)
    {
        var random = new Random(7);
        return Tensor<double, Cpu>.FromFunction(_ => (random.NextDouble() * 2) - 1, shape);
    }

    /// <summary>Two layouts of the same stacked matrices: in C order, and with axes turned and gaps in between.</summary>
    public static IEnumerable<Tensor<double, Cpu>> Layouts(Tensor<double, Cpu> matrices)
    {
        yield return matrices;
        yield return matrices.Transpose().Clone().Transpose();
        Tensor<double, Cpu> spread = Tensor<double, Cpu>.Empty([.. matrices.Shape.ToArray(), 2])[Tensor.Ellipsis, 1].Flip();
        spread.CopyFrom(matrices);
        yield return spread;
    }
}
