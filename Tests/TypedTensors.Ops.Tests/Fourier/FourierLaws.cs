using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>What holds of Fourier transforms of every length, layout and precision.</summary>
public class FourierLaws
{
    /// <summary>All short lengths; beyond: powers of two, products of other primes, primes, on both sides of where the method changes.</summary>
    static readonly int[] Lengths = [.. Enumerable.Range(1, 100), 128, 221, 255, 256, 257, 360, 509, 512, 1000, 1009, 1155, 2209, 4096, 4099, 4100, 6561, 15625, 16384, 30030, 65536];

    [Fact]
    public void ShortTransforms_AreTheDefinition()
    {
        foreach (int length in Lengths.Where(length => length <= 512))
        {
            Definition<double, Cpu>(length, 1e-15);
            Definition<float, Cpu>(length, 4e-7);
        }
    }

    [Fact]
    public void Inverses_UndoTransforms()
    {
        foreach (int length in Lengths)
        {
            RoundTrip<double, Cpu>(length, 2e-15);
            RoundTrip<float, Cpu>(length, 1e-6);
        }
    }

    [Fact]
    public void Exponentials_BecomeImpulses_AndKeepTheirSquares()
    {
        foreach (int length in Lengths)
        {
            int frequency = length / 3;
            Tensor<Complex<double>, Cpu> wave = Tensor<Complex<double>, Cpu>.FromFunction((nint j) => Root(-(long)j * frequency, length), length);
            Complex<double>[] impulse = wave.Fft(norm: FourierNorm.Forward).ToArray();
            for (int k = 0; k < length; k++)
            {
                Assert.Equal(k == frequency ? 1 : 0, impulse[k].Magnitude, 3e-15);
            }

            Tensor<Complex<double>, Cpu> noise = Noise<double>(length);
            Assert.Equal(1, Squares<double>(noise.Fft(norm: FourierNorm.Ortho).ToArray()) / Squares<double>(noise.ToArray()), 1e-14);
        }
    }

    [Fact]
    public void Transforms_AreLinear()
    {
        Tensor<Complex<double>, Cpu> x = Noise<double>(1000), y = Noise<double>(1000, seed: 2);
        Complex<double> factor = new(2, -3);
        Assert.True(Distance((x * factor + y).Fft(), x.Fft() * factor + y.Fft()) < 1e-15);
    }

    [Fact]
    public void EveryLayoutAndAxis_IsTheContiguousTransform()
    {
        foreach (int length in new[] { 6, 37, 64, 67, 300, 512 })
        {
            Tensor<Complex<float>, Cpu> x = Noise<float>(3 * length * 20).Reshape(3, length, 20);
            Tensor<Complex<float>, Cpu> expected = x.Transpose(1, 2).Clone().Fft().Transpose(1, 2);
            Assert.True(Distance(expected, x.Fft(axis: 1)) < 4e-7);
            Assert.True(Distance(expected, x.Transpose().Clone().Transpose().Fft(axis: -2)) < 4e-7);
            Assert.True(Distance(expected.Flip(0), x.Flip(0).Fft(axis: 1)) < 4e-7);
            Assert.True(Distance(x.Real().Cast<Complex<float>>().Fft(axis: 1), x.Real().Fft(axis: 1)) < 4e-7);
            Assert.True(Distance(x.Real().Cast<Complex<float>>().Fft(axis: 1)[.., ..((length / 2) + 1), ..], x.Real().Rfft(axis: 1)) < 4e-7);
            Assert.True(Distance(x.Real().Cast<Complex<float>>(), x.Real().Rfft(axis: 1).Irfft(length, 1).Cast<Complex<float>>()) < 4e-7);
        }
    }

    [Fact]
    public void CroppedAndFilled_IsTheTransformOfWhatIsThere()
    {
        foreach ((int there, int length) in new[] { (10, 7), (7, 10), (300, 301), (500, 256), (200, 256), (5000, 8192), (9000, 8192), (999, 1009) })
        {
            foreach (int lines in new[] { 1, 2, 9 })
            {
                Tensor<Complex<double>, Cpu> x = Noise<double>(lines * there).Reshape(lines, there), filled = Tensor<Complex<double>, Cpu>.Zeros(lines, length);
                int kept = Math.Min(there, length);
                filled[.., ..kept].CopyFrom(x[.., ..kept]);
                Assert.True(Distance(filled.Fft(), x.Fft(length)) < 1e-15);
                Assert.True(Distance(filled.Real().Rfft(), x.Real().Rfft(length)) < 1e-15);
            }
        }
    }

    [Fact]
    public void Threads_ChangeNoBit()
    {
        int threads = Cpu.ThreadCount;
        try
        {
            foreach (int length in new[] { 512, 30030, 65536 })
            {
                Tensor<Complex<float>, Cpu> x = Noise<float>(5 * length).Reshape(5, length);
                Cpu.ThreadCount = 1;
                Complex<float>[] one = x.Fft().ToArray(), line = x[0, ..].Fft().ToArray();
                Cpu.ThreadCount = 3;
                Assert.Equal(one, x.Fft().ToArray());
                Assert.Equal(line, x[0, ..].Fft().ToArray());
            }
        }
        finally
        {
            Cpu.ThreadCount = threads;
        }
    }

    [Fact]
    public void NaN_SpreadsOverItsLineOnly()
    {
        Tensor<Complex<double>, Cpu> x = Noise<double>(40).Reshape(4, 10);
        x[1, 3] = new Complex<double>(double.NaN, 0);
        Complex<double>[] result = x.Fft().ToArray();
        for (int i = 0; i < result.Length; i++)
        {
            Assert.Equal(i / 10 == 1, Complex<double>.IsNaN(result[i]));
        }
    }

    static void Definition<T, TDevice>(int length, double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Tensor<Complex<T>, TDevice> x = Noise<T, TDevice>(length);
        Complex<double>[] values = x.Cast<Complex<double>>().ToArray(), expected = new Complex<double>[length];
        for (int k = 0; k < length; k++)
        {
            for (int j = 0; j < length; j++)
            {
                expected[k] += values[j] * Root((long)j * k, length);
            }
        }

        Assert.True(Distance<double>(expected, x.Fft().Cast<Complex<double>>().ToArray()) < limit, $"{length}");
    }

    static void RoundTrip<T, TDevice>(int length, double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<Complex<T>>
    {
        Tensor<Complex<T>, TDevice> x = Noise<T, TDevice>(length);
        Assert.True(Distance(x, x.Fft().Ifft()) < limit, $"{length}");
        Tensor<T, TDevice> real = x.Real().Clone();
        Assert.True(Distance(real.Cast<Complex<T>>(), real.Rfft().Irfft(length).Cast<Complex<T>>()) < limit, $"real {length}");
        Assert.True(Distance(real.Cast<Complex<T>>().Fft()[..((length / 2) + 1)], real.Rfft()) < limit, $"half {length}");
    }

    static Complex<double> Root(long numerator, int length)
    {
        double angle = -2 * Math.PI * (numerator % length) / length;
        return new Complex<double>(Math.Cos(angle), Math.Sin(angle));
    }

    static Tensor<Complex<T>, Cpu> Noise<T>(int length, int seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Noise<T, Cpu>(length, seed);

    static Tensor<Complex<T>, TDevice> Noise<T, TDevice>(int length, int seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice
    {
        var random = new Random(seed);
        return Tensor<Complex<T>, TDevice>.FromFunction((nint _) => new Complex<T>(T.CreateTruncating(random.NextDouble() - 0.5), T.CreateTruncating(random.NextDouble() - 0.5)), length);
    }

    static double Squares<T>(ReadOnlySpan<Complex<T>> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (Complex<T> value in values)
        {
            sum += double.CreateTruncating((value.Real * value.Real) + (value.Imaginary * value.Imaginary));
        }

        return sum;
    }

    static double Distance<T, TDevice>(Tensor<Complex<T>, TDevice> expected, Tensor<Complex<T>, TDevice> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice
    {
        Assert.Equal(expected.Shape, actual.Shape);
        return Distance<T>(expected.ToArray(), actual.ToArray());
    }

    static double Distance<T>(Complex<T>[] expected, Complex<T>[] actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Math.Sqrt(Squares<T>([.. expected.Zip(actual, (x, y) => x - y)]) / Squares<T>(expected));
}
