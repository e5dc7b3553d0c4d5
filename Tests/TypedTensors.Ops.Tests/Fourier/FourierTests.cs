namespace TypedTensors.Ops.Tests;

/// <summary>Fourier transforms against NumPy 1.24's.</summary>
public class FourierTests
{
    static readonly double[] Reals = [1, 2, 3, 4, 5, 6];

    static readonly Complex<double>[] Numbers = [new(1, 0), new(2, 1), new(3, -1), new(4, 2), new(5, 0.5), new(6, -2)];

    static readonly Complex<double>[] Transformed =
    [
        new(21, 0.5), new(-1.700961894323342, 2.946152422706632), new(0.8971143170299736, 4.482050807568877), new(-3, -1.5000000000000009),
        new(-6.897114317029974, 1.0179491924311228), new(-4.299038105676658, -7.446152422706631),
    ];

    [Fact]
    public void Fft_OfComplex()
    {
        Near(Transformed, Numbers.AsTensor().Fft());
        Near([.. Transformed.Select(x => x / Math.Sqrt(6))], Numbers.AsTensor().Fft(norm: FourierNorm.Ortho));
        Near([.. Transformed.Select(x => x / 6)], Numbers.AsTensor().Fft(norm: FourierNorm.Forward));
    }

    [Fact]
    public void Fft_OfReal_CropsAndFills()
    {
        Near([new(10, 0), new(-2, 2), new(-2, 0), new(-2, -2)], Reals.AsTensor().Fft(4));
        Near(
            [
                new(21, 0), new(-9.65685424949238, -3), new(3, -4), new(1.6568542494923806, 3), new(-3, 0), new(1.6568542494923806, -3), new(3, 4),
                new(-9.65685424949238, 3),
            ],
            Reals.AsTensor().Fft(8));
    }

    [Fact]
    public void Ifft_OfComplex()
    {
        Complex<double>[] expected =
        [
            new(3.5, 0.08333333333333333), new(-0.7165063509461096, -1.2410254037844386), new(-1.149519052838329, 0.16965819873852045), new(-0.5, -0.24999999999999992),
            new(0.14951905283832892, 0.7470084679281461), new(-0.2834936490538903, 0.4910254037844386),
        ];
        Near(expected, Numbers.AsTensor().Ifft());
        Near([.. expected.Select(x => x * 6)], Numbers.AsTensor().Ifft(norm: FourierNorm.Forward));
    }

    [Fact]
    public void Rfft_OfEvenAndOddLengths()
    {
        Near([new(21, 0), new(-3, 5.196152422706632), new(-3, 1.7320508075688772), new(-3, 0)], Reals.AsTensor().Rfft());
        Near([new(15, 0), new(-2.5, 3.4409548011779334), new(-2.5, 0.8122992405822659)], Reals.AsTensor().Rfft(5));
    }

    [Fact]
    public void Irfft_OfEvenAndOddLengths()
    {
        Tensor<Complex<double>, Cpu> x = Numbers.AsTensor();
        Near([2.5, -0.6666666666666666, -0.5773502691896257, -0.16666666666666669, 0.5773502691896257, -0.6666666666666666], x.Irfft(6));
        Near(
            [
                2.714285714285714e+00, -9.140370623664215e-01, 2.462998433502759e-04, -9.963208891437516e-01, 8.125768513986685e-01, -8.824016509189443e-02,
                -5.285107489256657e-01,
            ],
            x[..4].Irfft(7));
        Near([2, -1, 0, 0], x[..4].Irfft(4));
        Near(
            [0.7142857142857142, 0.27575660607126773, -0.26284850859841496, -0.49594899283497035, -0.2480154276249372, 0.2942531555054842, 0.7225174531958563],
            x[..2].Irfft(7));
        Assert.Equal(new Shape(10), x.Irfft().Shape);
    }

    [Fact]
    public void FftN_AndIfftN()
    {
        Tensor<Complex<double>, Cpu> x = Numbers.AsTensor(2, 3);
        Near(
            [
                new(21, 0.5), new(0.8971143170299736, 4.482050807568877), new(-6.897114317029974, 1.0179491924311228), new(-9, -0.5),
                new(-0.4330127018922192, -2.75), new(0.4330127018922192, -2.75),
            ],
            x.FftN());
        Near([new(2.5, 1), new(3.5, 0.75), new(4.5, -1.5), new(-1.5, -1), new(-1.5, 0.25), new(-1.5, 0.5)], x.IfftN(axes: 0));
    }

    [Fact]
    public void Frequencies_AndTheirOrder()
    {
        Assert.Equal([0, 0.4, 0.8, -0.8, -0.4], FourierFrequencies.FftFreq<double>(5, 0.5).ToArray());
        Assert.Equal([0, 0.16666666666666666, 0.3333333333333333, -0.5, -0.3333333333333333, -0.16666666666666666], FourierFrequencies.FftFreq<double>(6).ToArray());
        Assert.Equal([0f, 0.2f, 0.4f], FourierFrequencies.RfftFreq<float>(5).ToArray());
        Assert.Equal([3, 4, 0, 1, 2], Tensor<int, Cpu>.Arange(5).FftShift().ToArray());
        Assert.Equal([2, 3, 4, 0, 1], Tensor<int, Cpu>.Arange(5).IfftShift().ToArray());
        Assert.Equal([2, 3, 0, 1, 6, 7, 4, 5], Tensor<int, Cpu>.Arange(8).Reshape(2, 4).FftShift().ToArray());
        Assert.Equal([4, 5, 6, 7, 0, 1, 2, 3], Tensor<int, Cpu>.Arange(8).Reshape(2, 4).FftShift(0).ToArray());
    }

    [Fact]
    public void Refusals_NameOperationAndAxis()
    {
        Tensor<double, Cpu> empty = Tensor<double, Cpu>.Zeros(2, 0);
        Assert.Contains("Fft: axis -1", Assert.Throws<ShapeException>(() => empty.Fft()).Message, StringComparison.Ordinal);
        Assert.Contains("Rfft: axis 2", Assert.Throws<ShapeException>(() => empty.Rfft(axis: 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => Tensor<double, Cpu>.Scalar(1).Fft());
        Assert.Throws<ShapeException>(() => Tensor<Complex<float>, Cpu>.Zeros(1).Irfft());
        Assert.Throws<ArgumentOutOfRangeException>(() => Reals.AsTensor().Rfft(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers.AsTensor().Ifft(norm: (FourierNorm)3));
        Assert.Equal(new Shape(0, 3), empty.Transpose().Rfft(4).Shape);
        Assert.Equal([0, 0, 0], empty[..1, ..].Rfft(4).Abs().ToArray());
    }

    static void Near(Complex<double>[] expected, Tensor<Complex<double>, Cpu> actual) => Near([.. expected.SelectMany(x => new[] { x.Real, x.Imaginary })], actual.AsReal());

    static void Near(double[] expected, Tensor<double, Cpu> actual)
    {
        double[] values = actual.ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(expected[i], values[i], 8e-15);
        }
    }
}
