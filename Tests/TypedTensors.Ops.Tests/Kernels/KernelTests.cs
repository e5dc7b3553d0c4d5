using TypedTensors.Kernels;

namespace TypedTensors.Ops.Tests.Kernels;

/// <summary>Kernels over an index space on the processor, against NumPy and plain Python.</summary>
public class KernelTests
{
    [Fact]
    public void Mandelbrot_HasTheCountsOfPythonsComplexNumbers() => KernelLaws<Cpu>.Mandelbrot();

    [Fact]
    public void TiledProduct_IsNumpys() => KernelLaws<Cpu>.TiledProduct();

    [Fact]
    public void TiledProductOfLongs_IsNumpys() => WideKernelLaws<Cpu>.TiledProduct();

    [Fact]
    public void TiledProduct_TakesStridedAndBroadcastTensors() => KernelLaws<Cpu>.TiledProductOfViews();

    [Fact]
    public void GroupSums_AreNumpysCumsumOfEachGroup() => KernelLaws<Cpu>.GroupSums();

    [Fact]
    public void Transpose_MovesEveryElement() => KernelLaws<Cpu>.Transpose();

    [Fact]
    public void CalledMethods_ReturnEarlyAndFromLoops() => KernelLaws<Cpu>.CalledMethods();

    [Fact]
    public void Half_IsRoundedAtEachWrite() => KernelLaws<Cpu>.HalfRounding();

    [Fact]
    public void ManyAxes_AreFoundThroughTheLayoutBuffer() => KernelLaws<Cpu>.ManyAxes();

    [Fact]
    public void SideEffects_HappenOnce() => WideKernelLaws<Cpu>.SideEffects();

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
    public void SideEffects_AreThoseOfTheMethodItself()
    {
        long[] x = [1, 2, -3, 4];
        SampleKernels.Bump(new Threads(1, 0), x.AsTensor(4).AsBuffer1D());
        Assert.Equal([11, 11, 2, 4], x);
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
    public void OperandsOfAnotherDtype_AreRefused()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Zeros(4);
        Compute.Launch<Untouched, Cpu>(1, [x], [KernelOperand.Scalar(2)]);
        Assert.Equal("Untouched: x is of dtype double; the kernel takes float.", Refusal(() => Compute.Launch<Untouched, Cpu>(1, [Tensor<double, Cpu>.Zeros(4)], [KernelOperand.Scalar(2)])));
        Assert.Equal("Untouched: scalar 0 is of dtype long; the kernel takes int.", Refusal(() => Compute.Launch<Untouched, Cpu>(1, [x], [KernelOperand.Scalar(2L)])));

        static string Refusal(Action launch) => Assert.Throws<ArgumentException>(launch).Message;
    }

    [Fact]
    public void EmptyGrid_RunsNothing()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Zeros(0, 0), y = Tensor<float, Cpu>.Zeros(0);
        SampleKernels.Stray(0, x, y);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleKernels.Stray(-1, x, y));
    }

    /// <summary>A kernel written by hand, as a caller of the runtime could.</summary>
    readonly struct Untouched : IComputeKernel
    {
        public static string Name => nameof(Untouched);

        public static GridSize GroupSize => 1;

        public static int BufferCount => 1;

        public static int ScalarCount => 1;

        public static bool HasLayoutBuffer => false;

        public static DeviceTextAttribute DeviceText => new("");

        public static ComputeBuffer Buffer(int index) => new("x", Dtype.Single, Dtype.Single, 1, IsReadOnly: false);

        public static Dtype ScalarType(int index) => Dtype.Int32;

        public static void Run(in ComputeGroup group)
        {
        }
    }
}
