using System.Numerics;

namespace TypedTensors.Ops.Tests.Kernels;

/// <summary>Kernels over an index space on the processor, against NumPy and plain Python.</summary>
public class KernelTests
{
    [Fact]
    public void Mandelbrot_HasTheCountsOfPythonsComplexNumbers()
    {
        Tensor<int, Cpu> counts = Tensor<int, Cpu>.Zeros(21, 37);
        SampleKernels.Mandelbrot(counts, -2.25, 1.25, 0.09375, 200);
        int[] all = counts.ToArray();
        Assert.Equal(37294, all.Sum());
        Assert.Equal(18786280, all.Select((count, place) => count * (place + 1)).Sum());
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 8, 14, 7, 4, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2], counts[3, ..].ToArray());
    }

    [Fact]
    public void ThreadByThread_GivesTheSameAsWholeGroups()
    {
        Tensor<int, Cpu> expected = Tensor<int, Cpu>.Zeros(21, 37), actual = Tensor<int, Cpu>.Zeros(21, 37);
        SampleKernels.Mandelbrot(actual, -2, 1, 0.07, 300);
        for (int y = 0; y < 21; y++)
        {
            for (int x = 0; x < 37; x++)
            {
                SampleKernels.Mandelbrot(new Threads((37, 21), x, y), expected.AsBuffer2D(), -2, 1, 0.07, 300);
            }
        }

        Assert.Equal(expected.ToArray(), actual.ToArray());
    }

    [Fact]
    public void TiledProduct_IsNumpys()
    {
        VerifyProduct<float>(SampleKernels.Multiply);
        VerifyProduct<double>(SampleKernels.Multiply);
        VerifyProduct<int>(SampleKernels.Multiply);
        VerifyProduct<Half>(SampleKernels.Multiply);
    }

    [Fact]
    public void TiledProduct_TakesStridedAndBroadcastTensors()
    {
        Tensor<int, Cpu> a = Left<int>(), b = Right<int>();
        Tensor<int, Cpu> product = Tensor<int, Cpu>.Zeros(10, 13), reversed = Tensor<int, Cpu>.Zeros(13, 10);
        SampleKernels.Multiply(b.Transpose(), a.Transpose(), product);
        SampleKernels.Multiply(a, b.Flip(1), reversed.Flip(1));
        int[] expected = product.Transpose().ToArray();
        Assert.Equal([90, -9, 22, -38, -20, -2, 29, -18, 52, -34], expected[..10]);
        Assert.Equal(expected[..10], reversed[0, ..].ToArray());

        Tensor<int, Cpu> ones = new[] { 1 }.AsTensor(1, 1).BroadcastTo(3, 21), sums = Tensor<int, Cpu>.Zeros(3, 10);
        SampleKernels.Multiply(ones, b, sums);
        Assert.Equal(Enumerable.Range(0, 10).Select(column => b[.., column].ToArray().Sum()), sums[2, ..].ToArray());
    }

    [Fact]
    public void GroupSums_AreNumpysCumsumOfEachGroup()
    {
        Tensor<int, Cpu> x = Enumerable.Range(0, 150).Select(i => i * 37 % 101 - 50).ToArray().AsTensor(150), sums = Tensor<int, Cpu>.Zeros(150);
        SampleKernels.GroupSums(x, sums);
        int[] actual = sums.ToArray();
        Assert.Equal([-15, -64, 34], [actual[63], actual[127], actual[149]]);
        Assert.Equal([-47, -17], [actual[20], actual[64 + 33]]);
    }

    [Fact]
    public void Transpose_MovesEveryElement()
    {
        Tensor<short, Cpu> x = Tensor<short, Cpu>.FromFunction(index => (short)(index[0] * 100 + index[1]), 19, 45);
        Tensor<short, Cpu> transposed = Tensor<short, Cpu>.Zeros(45, 19);
        SampleKernels.Transpose((48, 8), x, transposed);
        Assert.Equal(x.Transpose().ToArray(), transposed.ToArray());
    }

    [Fact]
    public void CalledMethods_ReturnEarlyAndFromLoops()
    {
        Tensor<bool, Cpu> prime = Tensor<bool, Cpu>.Zeros(30);
        Tensor<ushort, Cpu> steps = Tensor<ushort, Cpu>.Zeros(30);
        SampleKernels.Numbers(30, prime, steps);
        int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
        Assert.Equal(primes, Enumerable.Range(0, 30).Where(n => prime.ToArray()[n]));
        Assert.Equal([0, 0, 1, 7, 2, 5, 8, 16, 3, 19, 6, 14, 9, 9, 17, 17, 4, 12, 20, 20, 7, 7, 15, 15, 10, 23, 10, 111, 18, 18], steps.ToArray().Select(n => (int)n));
    }

    [Fact]
    public void Half_IsRoundedAtEachWrite()
    {
        Half[] values = [.. Enumerable.Range(0, 180).Select(n => (Half)(n / 7.0))];
        Tensor<Half, Cpu> x = values.AsTensor(2, 3, 5, 6);
        SampleKernels.Scale(x, (Half)1.1, 3);
        Assert.Equal([8.0, 8.15625, 8.3125, 15.859375, 23.71875, 36.125], new[] { 0, 1, 2, 50, 100, 179 }.Select(n => (double)values[n]));
        Assert.Equal(3970.7109375, values.Sum(value => (double)value));
    }

    [Fact]
    public void SideEffects_HappenOnceAndInOrder()
    {
        long[] x = [1, 2, -3, 4], full = [1, 2];
        SampleKernels.Bump(1, x.AsTensor(4));
        SampleKernels.Bump(1, full.AsTensor(2));
        Assert.Equal([11, 11, 2, 4], x);
        Assert.Equal([11, 12], full);

        long[] direct = [1, 2, -3, 4];
        SampleKernels.Bump(new Threads(1, 0), direct.AsTensor(4).AsBuffer1D());
        Assert.Equal(direct, x);
    }

    [Fact]
    public void Threads_DoNotChangeTheResult()
    {
        Tensor<float, Cpu> a = Tensor<float, Cpu>.FromFunction(index => 1f / (1 + index[0] + index[1]), 150, 70), b = a.Transpose();
        int before = Cpu.ThreadCount;
        try
        {
            var results = new List<float[]>();
            foreach (int threads in (int[])[1, 2, 5])
            {
                Cpu.ThreadCount = threads;
                Tensor<float, Cpu> product = Tensor<float, Cpu>.Zeros(150, 150);
                SampleKernels.Multiply(a, b, product);
                results.Add(product.ToArray());
            }

            Assert.Equal(results[0], results[1]);
            Assert.Equal(results[0], results[2]);
        }
        finally
        {
            Cpu.ThreadCount = before;
        }
    }

    [Fact]
    public void IndexOutsideABuffer_SaysWhichAndWhere()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Zeros(3, 4), y = Tensor<float, Cpu>.Zeros(4);
        var exception = Assert.Throws<IndexOutOfRangeException>(() => SampleKernels.Stray(4, x, y));
        Assert.Equal("Stray: x[3, 2] is outside the buffer's shape [3, 4].", exception.Message);
    }

    [Fact]
    public void OperandsThatDoNotFit_AreRefused()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Zeros(4, 4), y = Tensor<float, Cpu>.Zeros(4);
        Assert.Throws<ArgumentNullException>(() => SampleKernels.Stray(4, x, null!));
        Assert.Equal("Stray: y has shape [4, 4] of rank 2; the kernel takes rank 1.", Assert.Throws<ShapeException>(() => SampleKernels.Stray(4, x, x)).Message);
        Assert.Contains("read-only", Assert.Throws<InvalidOperationException>(() => SampleKernels.Stray(4, x, y[..1].BroadcastTo(4))).Message, StringComparison.Ordinal);
        Assert.Contains("y, which the kernel writes, shares memory with x", Assert.Throws<InvalidOperationException>(() => SampleKernels.Stray(4, x, x[0, ..])).Message, StringComparison.Ordinal);
        y.Dispose();
        Assert.Throws<ObjectDisposedException>(() => SampleKernels.Stray(4, x, y));
    }

    [Fact]
    public void EmptyGrid_RunsNothing()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Zeros(0, 0), y = Tensor<float, Cpu>.Zeros(0);
        SampleKernels.Stray(0, x, y);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleKernels.Stray(-1, x, y));
    }

    static Tensor<T, Cpu> Left<T>()
        where T : unmanaged, INumber<T> => Tensor<T, Cpu>.FromFunction(index => T.CreateTruncating(((index[0] * 21 + index[1]) * 7 % 11) - 5), 13, 21);

    static Tensor<T, Cpu> Right<T>()
        where T : unmanaged, INumber<T> => Tensor<T, Cpu>.FromFunction(index => T.CreateTruncating(((index[0] * 10 + index[1]) * 5 % 13) - 6), 21, 10);

    static void VerifyProduct<T>(Action<Tensor<T, Cpu>, Tensor<T, Cpu>, Tensor<T, Cpu>> multiply)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, Cpu> product = Tensor<T, Cpu>.Zeros(13, 10);
        multiply(Left<T>(), Right<T>(), product);
        double[] all = [.. product.ToArray().Select(double.CreateTruncating)];
        Assert.Equal(61, all.Sum());
        Assert.Equal([90, -9, 22, -38, -20, -2, 29, -18, 52, -34], all[..10]);
        Assert.Equal([-9, 28, -91, 76, -4, 7, -21, -23, -12, 38], all[120..]);
    }
}
