namespace TypedTensors.Ops.Tests;

/// <summary>Arithmetic and functions of complex tensors; expected values are NumPy 1.24's.</summary>
public class ComplexFunctionsTests
{
    static Tensor<Complex<double>, Cpu> X => new Complex<double>[] { new(1, 2), new(0, 2), new(-3, 4) }.AsTensor();

    static Tensor<Complex<double>, Cpu> Y => new Complex<double>[] { new(3, -4), new(1, 3), new(2, 0) }.AsTensor();

    [Fact]
    public void Operators_OfTensors()
    {
        Assert.Equal([new(4, -2), new(1, 5), new(-1, 4)], (X + Y).ToArray());
        Assert.Equal([new(-2, 6), new(-1, -1), new(-5, 4)], (X - Y).ToArray());
        Assert.Equal([new(11, 2), new(-6, 2), new(-6, 8)], (X * Y).ToArray());
        Assert.Equal([new(-0.2, 0.4), new(0.6, 0.19999999999999998), new(-1.5, 2)], (X / Y).ToArray());
        Assert.Equal([new(-1, -2), new(-0.0, -2), new(3, -4)], (-X).ToArray());
    }

    [Fact]
    public void Quotient_ByZero_IsNotFinite()
    {
        Complex<double>[] quotients = (X / default(Complex<double>)).ToArray();
        Assert.Equal((double.PositiveInfinity, double.PositiveInfinity), (quotients[0].Real, quotients[0].Imaginary));
        Assert.True(double.IsNaN(quotients[1].Real));
    }

    [Fact]
    public void Operators_WithScalars_AndBroadcast()
    {
        Complex<double> i = Complex<double>.ImaginaryOne;
        Assert.Equal([new(-2, 1), new(-2, 0), new(-4, -3)], (X * i).ToArray());
        Assert.Equal([new(1, 1), new(0, 1), new(-3, 3)], (X - i).ToArray());
        Assert.Equal([new(2, -1), new(2, 0), new(4, 3)], (X / i).ToArray());
        Tensor<Complex<double>, Cpu> outer = X.Unsqueeze(1) * Y;
        Assert.Equal(new Shape(3, 3), outer.Shape);
        Assert.Equal(new Complex<double>(-15, -5), outer[2, 1]);
    }

    [Fact]
    public void Operators_InPlace()
    {
        Tensor<Complex<double>, Cpu> x = X;
        x += Y;
        x *= new Complex<double>(2, 0);
        Assert.Equal([new(8, -4), new(2, 10), new(-2, 8)], x.ToArray());
    }

    [Fact]
    public void Conj_Abs_Angle()
    {
        Assert.Equal([new(1, -2), new(0, -2), new(-3, -4)], X.Conj().ToArray());
        Assert.Equal([2.23606797749979, 2, 5], X.Abs().ToArray());
        Assert.Equal([0.4636476090008061, -0.3217505543966422], new Complex<double>[] { new(2, 1), new(3, -1) }.AsTensor().Angle().ToArray());
        Assert.Equal(double.PositiveInfinity, Tensor<Complex<double>, Cpu>.Scalar(new Complex<double>(double.NaN, double.NegativeInfinity)).Abs().Item());
        Assert.Equal(0, Tensor<Complex<float>, Cpu>.Zeros(3, 0).Conj().Length);
    }

    [Fact]
    public void StridedOperands_AreReadAsTheyLie()
    {
        Tensor<Complex<float>, Cpu> x = Tensor<Complex<float>, Cpu>.FromFunction((i, j) => new Complex<float>(i, j), 40, 30);
        Tensor<Complex<float>, Cpu> product = x.Transpose() * x.Transpose().Conj();
        Assert.Equal(new Complex<float>((29 * 29) + (39 * 39), 0), product[29, 39]);
        Assert.Equal(5f, x[3.., 4..].Abs()[0, 0]);
    }
}
