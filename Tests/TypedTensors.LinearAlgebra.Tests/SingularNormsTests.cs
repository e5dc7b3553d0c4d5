namespace TypedTensors.Tests.LinearAlgebra;

/// <summary>Norms that singular values give, against NumPy 1.24.</summary>
public class SingularNormsTests
{
    static Tensor<double, Cpu> X => new[] { 3.0, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4);

    [Fact]
    public void Norms_AreNumpys()
    {
        Tensor<double, Cpu> stack = Tensor.Stack([X, X.Transpose().Clone().Reshape(3, 4).Multiply(-2)]);
        foreach (Tensor<double, Cpu> x in Samples.Layouts(stack))
        {
            Close.To(x.SpectralNorm(), [2], 13.908011876632457, 28.16036109597727);
            Close.To(x.SpectralNorm(smallest: true), [2], 4.66979838388462, 10.248571231182728);
            Close.To(x.NuclearNorm(), [2], 27.564477534502416, 55.31930933843753);
            Assert.Equal([2, 1, 1], x.NuclearNorm(keepDims: true).Shape.ToArray());
        }

        Close.To(X.Transpose().SpectralNorm(), [], 13.908011876632457);
        Assert.Equal(13.908011876632457f, X.Cast<float>().SpectralNorm().Item());
    }

    [Fact]
    public void Nothing_HasNoSpectrum()
    {
        Close.To(X[..0, ..].NuclearNorm(), [], 0);
        Assert.Equal([0], Tensor<double, Cpu>.Zeros(0, 3, 2).SpectralNorm().Shape.ToArray());
        Assert.Equal(
            "SpectralNorm: matrices of shape [0, 4] have no elements, and so no singular values.",
            Assert.Throws<ShapeException>(() => X[..0, ..].SpectralNorm()).Message);
        Assert.Throws<ShapeException>(() => X[0, ..].NuclearNorm());
        Assert.Throws<ArithmeticException>(() => new[] { double.NaN, 1 }.AsTensor(1, 2).NuclearNorm());
    }
}
