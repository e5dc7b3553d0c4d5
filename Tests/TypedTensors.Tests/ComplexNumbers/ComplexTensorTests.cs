namespace TypedTensors.Tests;

/// <summary>Tensors of complex numbers: sharing, views, casts, text and files. Expected texts and bytes are what NumPy 1.24 wrote.</summary>
public class ComplexTensorTests
{
    private static Complex<double>[] Numbers => [new(1, 2), new(-1.5, -0.25), 0];

    [Fact]
    public void AsTensor_Shares()
    {
        Complex<double>[] numbers = Numbers;
        Tensor<Complex<double>, Cpu> x = numbers.AsTensor();
        numbers[2] = new Complex<double>(7, 8);
        Assert.Equal(new Complex<double>(7, 8), x[2]);
        Assert.Equal(Dtype.ComplexDouble, x.Dtype);
    }

    [Fact]
    public void Parts_AreViews()
    {
        Tensor<Complex<float>, Cpu> x = Tensor<Complex<float>, Cpu>.Zeros(2, 3);
        x.Real().Fill(1);
        x.Imag()[1, 1..].Fill(5);
        Assert.Equal([new(1, 0), new(1, 0), new(1, 0), new(1, 0), new(1, 5), new(1, 5)], x.ToArray());
        Assert.True(x.Real().SharesMemoryWith(x));
        Assert.False(x.Real().SharesMemoryWith(x.Imag()));
        Assert.Equal([0f, 5, 0, 5], x.Transpose()[1.., ..].Imag().ToArray());
    }

    [Fact]
    public void AsReal_AndAsComplex_AreInverse_AndShare()
    {
        Tensor<Complex<double>, Cpu> x = Numbers.AsTensor();
        Tensor<double, Cpu> parts = x.AsReal();
        Assert.Equal(new Shape(3, 2), parts.Shape);
        Assert.Equal([1, 2, -1.5, -0.25, 0, 0], parts.ToArray());
        parts[2, 1] = 9;
        Assert.Equal(new Complex<double>(0, 9), parts.AsComplex()[2]);
        Assert.True(parts.AsComplex().SharesMemoryWith(x));
    }

    [Fact]
    public void AsComplex_RefusesWhatIsNotPairs()
    {
        Assert.Throws<ShapeException>(() => Tensor<float, Cpu>.Zeros(4).AsComplex());
        Assert.Throws<ShapeException>(() => Tensor<float, Cpu>.Zeros(2, 3).Transpose().AsComplex());
        Assert.Throws<ShapeException>(() => Tensor<float, Cpu>.Zeros(3, 3)[.., 1..].AsComplex());
    }

    [Fact]
    public void Casts_WidenAndChangeBetweenTheTwo_ButKeepBothParts()
    {
        Assert.Equal([new(1, 0), new(2, 0)], new[] { 1, 2 }.AsTensor().Cast<Complex<float>>().ToArray());
        Assert.Equal([new(1, 0), new(0, 0)], new[] { true, false }.AsTensor().Cast<Complex<double>>().ToArray());
        Assert.Equal([new(1, 2), new(-1.5f, -0.25f), new(0, 0)], Numbers.AsTensor().Cast<Complex<float>>().ToArray());
        Assert.Equal(Numbers, Numbers.AsTensor().Cast<Complex<float>>().Cast<Complex<double>>().ToArray());
        Assert.Contains("Real()", Assert.Throws<NotSupportedException>(() => Numbers.AsTensor().Cast<double>()).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Numbers.AsTensor().NarrowChecked<Complex<float>>());
    }

    [Fact]
    public void LargeStridedCopies_AreRight()
    {
        Tensor<Complex<double>, Cpu> x = Tensor<Complex<double>, Cpu>.FromFunction((i, j) => new Complex<double>(i, j), 300, 200);
        Tensor<Complex<double>, Cpu> turned = x.Transpose().Clone();
        Assert.Equal(new Complex<double>(299, 100), turned[100, 299]);
        Assert.Equal(x.ToArray(), turned.Transpose().ToArray());
        Assert.Equal(Enumerable.Repeat(new Complex<double>(3, 4), 70000), Tensor<Complex<double>, Cpu>.Full(new Complex<double>(3, 4), 70000).ToArray());
        Assert.Equal([new(1, 0), new(0, 0), new(0, 0), new(1, 0)], Tensor<Complex<float>, Cpu>.Eye(2).ToArray());
    }

    [Fact]
    public void Text_IsNumpys()
    {
        Assert.Equal("[ 1. +2.j   -1.5-0.25j  0. +0.j  ]", Text(1, 2, -1.5, -0.25, 0, 0));
        Assert.Equal("[1.e+10+1.e+00j 0.e+00+1.e-05j]", Text(1e10, 1, 0, 1e-5));
        Assert.Equal("[nan +1.j inf-infj  2.+nanj]", Text(double.NaN, 1, double.PositiveInfinity, double.NegativeInfinity, 2, double.NaN));
        Assert.Equal("[nan+nanj]", Text(double.NaN, double.NaN));

        static string Text(params double[] parts) => parts.AsTensor(-1, 2).AsComplex().ToString();
    }

    [Fact]
    public void TextOfFloats_IsNumpys() => Assert.Equal(
        "[[1.5  +1.j 2.   +0.j]\n [3.   +0.j 4. -100.j]]", new Complex<float>[] { new(1.5f, 1), 2, 3, new(4, -100) }.AsTensor(2, 2).ToString());

    [Theory]
    [InlineData("(1+2j)", 1, 2)]
    [InlineData("2j", 0, 2)]
    [InlineData("(-0+2j)", -0.0, 2)]
    [InlineData("(1.5-0.1j)", 1.5, -0.1)]
    [InlineData("(nan+infj)", double.NaN, double.PositiveInfinity)]
    [InlineData("(1e+20+1e-07j)", 1e20, 1e-7)]
    [InlineData("0j", 0, 0)]
    public void TextOfScalar_IsNumpys(string expected, double real, double imaginary)
    {
        Assert.Equal(expected, Tensor<Complex<double>, Cpu>.Scalar(new Complex<double>(real, imaginary)).ToString());
        Assert.Equal(expected, Tensor<Complex<float>, Cpu>.Scalar(new Complex<float>((float)real, (float)imaginary)).ToString());
    }

    [Theory]
    [InlineData("<c8", "0000803f00000040000000bf00004040")]
    [InlineData(">c8", "3f80000040000000bf00000040400000")]
    public void FilesOfFloats_AreNumpys(string descr, string elements) => CheckFile<float>(descr, elements);

    [Theory]
    [InlineData("<c16", "000000000000f03f0000000000000040000000000000e0bf0000000000000840")]
    [InlineData(">c16", "3ff00000000000004000000000000000bfe00000000000004008000000000000")]
    public void FilesOfDoubles_AreNumpys(string descr, string elements) => CheckFile<double>(descr, elements);

    private static void CheckFile<T>(string descr, string elements)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Complex<T>[] expected = [new(T.CreateTruncating(1), T.CreateTruncating(2)), new(T.CreateTruncating(-0.5), T.CreateTruncating(3))];
        byte[] file = NumpyFiles.Make($"{{'descr': '{descr}', 'fortran_order': False, 'shape': (2,), }}", Convert.FromHexString(elements));
        Assert.Equal(expected, Npy.Load<Complex<T>>(NumpyFiles.Stream(file)).ToArray());

        var archive = new MemoryStream();
        Npz.Save(archive, compressed: false, ("x", expected.AsTensor()));
        archive.Position = 0;
        using (NpzArchive read = Npz.Load(archive))
        {
            Assert.Equal(expected, read.Get<Complex<T>>("x").ToArray());
        }

        if (descr[0] == '<')
        {
            byte[] saved = NumpyFiles.Save(expected.AsTensor());
            Assert.Equal(elements, Convert.ToHexString(saved[128..]), ignoreCase: true);
            Assert.Contains($"'descr': '{descr}'", System.Text.Encoding.Latin1.GetString(saved, 10, 60), StringComparison.Ordinal);
        }
    }
}
