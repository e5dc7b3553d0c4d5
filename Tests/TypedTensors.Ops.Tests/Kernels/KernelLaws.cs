using System.Numerics;

namespace TypedTensors.Ops.Tests.Kernels;

/// <summary>What kernels over an index space compute on any device, against NumPy and plain Python.</summary>
public static class KernelLaws<TDevice>
    where TDevice : struct, IDevice, IComputes<double>
{
    /// <summary>Loops in double that end element by element.</summary>
    public static void Mandelbrot()
    {
        Tensor<int, TDevice> counts = Tensor<int, TDevice>.Zeros(21, 37);
        SampleKernels.Mandelbrot(counts, -2.25, 1.25, 0.09375, 200);
        int[] all = counts.ToArray();
        Assert.Equal(37294, all.Sum());
        Assert.Equal(18786280, all.Select((count, place) => count * (place + 1)).Sum());
        Assert.Equal([1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 8, 14, 7, 4, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2, 2], counts[3, ..].ToArray());
    }

    /// <summary>Shared tiles and barriers, in several dtypes.</summary>
    public static void TiledProduct()
    {
        VerifyProduct<float>(SampleKernels.Multiply);
        VerifyProduct<double>(SampleKernels.Multiply);
        VerifyProduct<int>(SampleKernels.Multiply);
        VerifyProduct<short>(SampleKernels.Multiply);
        VerifyProduct<sbyte>(SampleKernels.Multiply);
        VerifyProduct<Half>(SampleKernels.Multiply);
    }

    /// <summary>The same of numbers whose products are not exact: the bits that the processor has, as nothing is reordered.</summary>
    public static void InexactProduct()
    {
        VerifyProcessorsBits<float>(SampleKernels.Multiply, SampleKernels.Multiply);
        VerifyProcessorsBits<double>(SampleKernels.Multiply, SampleKernels.Multiply);
        VerifyProcessorsBits<Half>(SampleKernels.Multiply, SampleKernels.Multiply);
    }

    /// <summary>Transposed, flipped and stretched operands.</summary>
    public static void TiledProductOfViews()
    {
        Tensor<int, TDevice> a = Left<int>(), b = Right<int>();
        Tensor<int, TDevice> product = Tensor<int, TDevice>.Zeros(10, 13), reversed = Tensor<int, TDevice>.Zeros(13, 10);
        SampleKernels.Multiply(b.Transpose(), a.Transpose(), product);
        SampleKernels.Multiply(a, b.Flip(1), reversed.Flip(1));
        int[] expected = product.Transpose().ToArray();
        Assert.Equal([90, -9, 22, -38, -20, -2, 29, -18, 52, -34], expected[..10]);
        Assert.Equal(expected[..10], reversed[0, ..].ToArray());

        Tensor<int, TDevice> ones = Tensor<int, TDevice>.Ones(1, 1).BroadcastTo(3, 21), sums = Tensor<int, TDevice>.Zeros(3, 10);
        SampleKernels.Multiply(ones, b, sums);
        Assert.Equal(Enumerable.Range(0, 10).Select(column => b[.., column].ToArray().Sum()), sums[2, ..].ToArray());
    }

    /// <summary>Running sums in shared memory.</summary>
    public static void GroupSums()
    {
        Tensor<int, TDevice> x = Enumerable.Range(0, 150).Select(i => i * 37 % 101 - 50).ToArray().AsTensor(150).To<TDevice>(), sums = Tensor<int, TDevice>.Zeros(150);
        SampleKernels.GroupSums(x, sums);
        int[] actual = sums.ToArray();
        Assert.Equal([-15, -64, 34], [actual[63], actual[127], actual[149]]);
        Assert.Equal([-47, -17], [actual[20], actual[64 + 33]]);
    }

    /// <summary>Arrays of a thread and of a group.</summary>
    public static void Transpose()
    {
        Tensor<short, Cpu> x = Tensor<short, Cpu>.FromFunction(index => (short)(index[0] * 100 + index[1]), 19, 45);
        Tensor<short, TDevice> transposed = Tensor<short, TDevice>.Zeros(45, 19);
        SampleKernels.Transpose((48, 8), x.To<TDevice>(), transposed);
        Assert.Equal(x.Transpose().ToArray(), transposed.ToArray());
    }

    /// <summary>Calls, with bool and 16-bit results.</summary>
    public static void CalledMethods()
    {
        Tensor<bool, TDevice> prime = Tensor<bool, TDevice>.Zeros(30);
        Tensor<ushort, TDevice> steps = Tensor<ushort, TDevice>.Zeros(30);
        SampleKernels.Numbers(30, prime, steps);
        int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
        Assert.Equal(primes, Enumerable.Range(0, 30).Where(n => prime.ToArray()[n]));
        Assert.Equal([0, 0, 1, 7, 2, 5, 8, 16, 3, 19, 6, 14, 9, 9, 17, 17, 4, 12, 20, 20, 7, 7, 15, 15, 10, 23, 10, 111, 18, 18], steps.ToArray().Select(n => (int)n));
    }

    /// <summary>Half, read and written twice in place, with small scalars.</summary>
    public static void HalfRounding()
    {
        Half[] values = [.. Enumerable.Range(0, 180).Select(n => (Half)(n / 7.0))];
        Tensor<Half, TDevice> x = values.AsTensor(2, 3, 5, 6).To<TDevice>();
        SampleKernels.Scale(x, (Half)1.1, 3);
        values = x.ToArray();
        Assert.Equal([8.0, 8.15625, 8.3125, 15.859375, 23.71875, 36.125], new[] { 0, 1, 2, 50, 100, 179 }.Select(n => (double)values[n]));
        Assert.Equal(3970.7109375, values.Sum(value => (double)value));
    }

    /// <summary>Layouts for which the constants have no room.</summary>
    public static void ManyAxes()
    {
        Tensor<int, Cpu> numbers = Tensor<int, Cpu>.FromFunction(index => (int)((((index[0] * 10) + index[1]) * 10 + index[2]) * 10 + index[3]), 3, 2, 5, 6);
        Tensor<int, TDevice> white = numbers.To<TDevice>(), result = Tensor<int, TDevice>.Zeros(3, 2, 5, 6);
        SampleKernels.Chequer(white, Tensor<int, TDevice>.Full(-1, 1, 1, 1, 1).BroadcastTo(3, 2, 5, 6), result.Flip(3));
        Assert.Equal(Enumerable.Range(0, 180).Select(Expected), result.ToArray());

        static int Expected(int place)
        {
            (int block, int plane, int row, int column) = (place / 60, place / 30 % 2, place / 6 % 5, 5 - (place % 6));
            return (block + plane + row + column) % 2 == 0 ? (block * 1000) + (plane * 100) + (row * 10) + column : -1;
        }
    }

    static Tensor<T, TDevice> Left<T>()
        where T : unmanaged, INumber<T> => Tensor<T, TDevice>.FromFunction(index => T.CreateTruncating(((index[0] * 21 + index[1]) * 7 % 11) - 5), 13, 21);

    static Tensor<T, TDevice> Right<T>()
        where T : unmanaged, INumber<T> => Tensor<T, TDevice>.FromFunction(index => T.CreateTruncating(((index[0] * 10 + index[1]) * 5 % 13) - 6), 21, 10);

    internal static void VerifyProduct<T>(Action<Tensor<T, TDevice>, Tensor<T, TDevice>, Tensor<T, TDevice>> multiply)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, TDevice> product = Tensor<T, TDevice>.Zeros(13, 10);
        multiply(Left<T>(), Right<T>(), product);
        double[] all = [.. product.ToArray().Select(double.CreateTruncating)];
        Assert.Equal(61, all.Sum());
        Assert.Equal([90, -9, 22, -38, -20, -2, 29, -18, 52, -34], all[..10]);
        Assert.Equal([-9, 28, -91, 76, -4, 7, -21, -23, -12, 38], all[120..]);
    }

    static void VerifyProcessorsBits<T>(
        Action<Tensor<T, TDevice>, Tensor<T, TDevice>, Tensor<T, TDevice>> multiply, Action<Tensor<T, Cpu>, Tensor<T, Cpu>, Tensor<T, Cpu>> multiplyHere)
        where T : unmanaged, IFloatingPoint<T>
    {
        Tensor<T, Cpu> a = Tensor<T, Cpu>.FromFunction(index => T.One / T.CreateTruncating(1 + index[0] + (2 * index[1])), 37, 50), b = a.Transpose()[.., ..29];
        Tensor<T, Cpu> expected = Tensor<T, Cpu>.Zeros(37, 29);
        Tensor<T, TDevice> actual = Tensor<T, TDevice>.Zeros(37, 29);
        multiplyHere(a, b, expected);
        multiply(a.To<TDevice>(), b.To<TDevice>(), actual);
        Assert.Equal(expected.ToArray(), actual.ToArray());
    }
}

/// <summary>What they compute with 64-bit integers, which not every device has.</summary>
public static class WideKernelLaws<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<double>
{
    /// <summary>Shared tiles and barriers.</summary>
    public static void TiledProduct() => KernelLaws<TDevice>.VerifyProduct<long>(SampleKernels.Multiply);

    /// <summary>One thread that walks along a buffer of 64-bit numbers.</summary>
    public static void SideEffects()
    {
        Tensor<long, TDevice> x = new[] { 1L, 2, -3, 4 }.AsTensor(4).To<TDevice>(), full = new[] { 1L, 2 }.AsTensor(2).To<TDevice>();
        SampleKernels.Bump(1, x);
        SampleKernels.Bump(1, full);
        Assert.Equal([11, 11, 2, 4], x.ToArray());
        Assert.Equal([11, 12], full.ToArray());
    }
}
