using TypedTensors.Kernels;

namespace TypedTensors.Tests.Loops;

public sealed class ParallelTests : IDisposable
{
    private readonly int threadCount = Cpu.ThreadCount;

    public ParallelTests() => Cpu.ThreadCount = 7;

    public void Dispose() => Cpu.ThreadCount = threadCount;

    public static TheoryData<int, int, string> Layouts()
    {
        var data = new TheoryData<int, int, string>();
        foreach ((int rows, int columns) in new[] { (1, 3_000_001), (3_000_001, 1), (1_500, 2_000), (255, 9_000), (20_000, 31), (31, 20_000), (257, 4_097) })
        {
            foreach (string kind in new[] { "plain", "transposed", "row", "column", "reversed", "stepped", "byte", "into transposed" })
            {
                data.Add(rows, columns, kind);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void LargeOperations_MatchTheNaiveLoop(int rows, int columns, string kind)
    {
        Tensor<float, Cpu> x = kind switch
        {
            "transposed" => Counting(rows * columns).AsTensor(columns, rows).Transpose(),
            "reversed" => Counting(rows * columns).AsTensor(rows, columns).Flip(),
            "stepped" => Counting(rows * columns * 2).AsTensor(rows, columns * 2)[.., new Slice(step: 2)],
            _ => Counting(rows * columns).AsTensor(rows, columns),
        };
        Tensor<float, Cpu> y = kind switch
        {
            "row" => Counting(columns).AsTensor(columns),
            "column" => Counting(rows).AsTensor(rows, 1),
            _ => x,
        };
        KernelOperand right = kind == "byte" ? Operand<float, Cpu>.Convert(Enumerable.Range(0, rows * columns).Select(i => (byte)i).ToArray().AsTensor(rows, columns)) : y;
        Tensor<float, Cpu> result = kind == "into transposed"
            ? Tensor<float, Cpu>.Zeros(columns, rows).Transpose()
            : Elementwise.Allocate<float, Cpu>("Affine", [x, right]);
        Elementwise.Run<AffineKernel, Cpu>([x, right], [result]);

        float[] a = x.ToArray(), c = result.ToArray(), vector = kind is "row" or "column" ? y.ToArray() : [];
        for (int i = 0; i < a.Length; i++)
        {
            float b = kind switch
            {
                "row" => vector[i % columns],
                "column" => vector[i / columns],
                "byte" => (byte)i,
                _ => a[i],
            };
            if (c[i] != (a[i] * 2) + b)
            {
                Assert.Fail($"element {i} is {c[i]}, not {(a[i] * 2) + b}");
            }
        }
    }

    [Fact]
    public void ThrowingKernel_ThrowsToTheCallerAndLeavesTheLoopUsable()
    {
        float[] array = Counting(4_000_000);
        array[3_000_000] = -1;
        Tensor<float, Cpu> x = array.AsTensor(), result = Tensor<float, Cpu>.Empty(x.Shape);
        for (int round = 0; round < 5; round++)
        {
            Assert.Throws<InvalidDataException>(() => Elementwise.Run<ThrowingKernel, Cpu>([x], [result]));
        }

        array[3_000_000] = 1;
        Elementwise.Run<ThrowingKernel, Cpu>([x], [result]);
        Assert.True(array.AsSpan().SequenceEqual(result.AsReadOnlySpan()));
    }

    [Fact]
    public void SeveralCallersAtOnce_DoNotDisturbEachOther()
    {
        float[] array = Counting(600_000);
        Tensor<float, Cpu> x = array.AsTensor();
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, caller =>
        {
            Tensor<float, Cpu> result = Tensor<float, Cpu>.Empty(x.Shape);
            for (int round = 0; round < 8; round++)
            {
                float add = (caller * 100) + round;
                Elementwise.Run<AffineKernel, Cpu>([x, KernelOperand.Scalar(add)], [result]);
                ReadOnlySpan<float> elements = result.AsReadOnlySpan();
                for (int i = 0; i < elements.Length; i += 7)
                {
                    if (elements[i] != (array[i] * 2) + add)
                    {
                        Assert.Fail($"caller {caller}, round {round}, element {i}");
                    }
                }
            }
        });
    }

    [Fact]
    public void SteadyState_AllocatesNothing()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Zeros(1_000_000), result = Tensor<float, Cpu>.Empty(1_000_000);
        Elementwise.Run<AffineKernel, Cpu>([x, x], [result]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            Elementwise.Run<AffineKernel, Cpu>([x, x], [result]);
        }

        // A job may be taken by another test at that moment; beyond that and the queue's own pages there is nothing.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_384);
    }

    /// <summary>Whole numbers small enough that their sums are exact.</summary>
    private static float[] Counting(int length)
    {
        var array = new float[length];
        for (int i = 0; i < length; i++)
        {
            array[i] = i % 65_521;
        }

        return array;
    }
}
