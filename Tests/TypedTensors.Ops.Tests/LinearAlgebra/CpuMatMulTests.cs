using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors.Ops.Tests;

/// <summary>What products in this process promise beyond their values: the order of sums, whatever the blocks and threads, and no allocation.</summary>
public class CpuMatMulTests
{
    /// <summary>Lengths of the result's rows, the sums and the result's columns that end within a tile, a panel and a block, and at their edges.</summary>
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 2 }, { 2, 600, 1 }, { 1, 600, 3 }, { 12, 7, 32 }, { 13, 64, 31 }, { 64, 64, 64 }, { 97, 513, 33 }, { 250, 130, 270 }, { 33, 1030, 65 }, { 7, 20, 4500 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sums_GoAlongTheInnerAxisInOrder(int rows, int inner, int columns)
    {
        Tensor<float, Cpu> x = Inexact<float>(rows, inner), y = Inexact<float>(inner, columns);
        float[] expected = Chains(x, y, MathF.FusedMultiplyAdd);
        Tensor<double, Cpu> wideX = Inexact<double>(rows, inner), wideY = Inexact<double>(inner, columns);
        double[] wideExpected = Chains(wideX, wideY, Math.FusedMultiplyAdd);
        OnThreads(threads =>
        {
            // A matrix along its rows times a vector has sums of its own.
            if (columns > 1)
            {
                Assert.Equal(expected, x.MatMul(y).ToArray());
                Assert.Equal(wideExpected, wideX.MatMul(wideY).ToArray());
                Assert.Equal(expected, Turned(x).MatMul(y).ToArray());
            }

            if (rows > 1 && columns > 1)
            {
                Assert.Equal(expected, x.MatMul(Turned(y)).ToArray());
                Assert.Equal(expected, Turned(x).MatMul(Turned(y), Tensor<float, Cpu>.Empty(columns, rows).Transpose()).ToArray());
                Assert.Equal(expected, x.MatMul(y, Tensor<float, Cpu>.Empty(rows, 2 * columns)[.., new Slice(step: 2)]).ToArray());
            }
        });
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryDtypeAndLayout_WrapsLikeTheNaiveProduct(int rows, int inner, int columns)
    {
        Wraps<sbyte>(rows, inner, columns);
        Wraps<ushort>(rows, inner, columns);
        Wraps<int>(rows, inner, columns);
        Wraps<long>(rows, inner, columns);
    }

    [Theory]
    [InlineData(3000, 700)]
    [InlineData(40, 33)]
    [InlineData(1, 100_000)]
    public void MatrixTimesVector_IsTheSameOnEveryThreadCount(int rows, int inner)
    {
        Tensor<float, Cpu> x = Inexact<float>(rows, inner), y = Inexact<float>(inner);
        float[]? first = null;
        OnThreads(threads =>
        {
            float[] product = x.MatMul(y).ToArray();
            Assert.Equal(first ??= product, product);
            Assert.Equal(first, x.MatMul(Spread(y)).ToArray());
        });
        for (int row = 0; row < Math.Min(rows, 50); row++)
        {
            double exact = Enumerable.Range(0, inner).Sum(k => (double)x[row, k] * y[k]);
            double bound = Enumerable.Range(0, inner).Sum(k => Math.Abs((double)x[row, k] * y[k])) * (inner / 64 + 8) / (1 << 24);
            Assert.InRange(first![row], exact - bound, exact + bound);
        }
    }

    [Fact]
    public void StacksOnThreads_AreThoseOfTheirMatrices()
    {
        Tensor<float, Cpu> x = Inexact<float>(40, 3, 33, 64), y = Inexact<float>(3, 64, 70), shared = Inexact<float>(64, 70);
        OnThreads(threads =>
        {
            Tensor<float, Cpu> product = x.MatMul(y), merged = x.MatMul(shared);
            for (int place = 0; place < 40; place++)
            {
                Assert.Equal(Chains(x[place, 1, .., ..], y[1, .., ..], MathF.FusedMultiplyAdd), product[place, 1, .., ..].ToArray());
                Assert.Equal(Chains(x[place, 2, .., ..], shared, MathF.FusedMultiplyAdd), merged[place, 2, .., ..].ToArray());
            }
        });
    }

    [Theory]
    [InlineData(8)]
    [InlineData(128)]
    [InlineData(300)]
    public void WithADestination_AllocatesNothing(int length)
    {
        Tensor<float, Cpu> x = Inexact<float>(length, length), y = Inexact<float>(length, length).Transpose(), result = Tensor<float, Cpu>.Empty(length, length);
        Tensor<float, Cpu> vector = Inexact<float>(length), image = Tensor<float, Cpu>.Empty(length), scalar = Tensor<float, Cpu>.Empty();
        Tensor<double, Cpu> stack = Inexact<double>(3, length, 20), results = Tensor<double, Cpu>.Empty(3, length, length);
        Tensor<double, Cpu> other = stack.Transpose(-1, -2);
        OnThreads(threads => Assert.Equal(0, LeastAllocation(() =>
        {
            x.MatMul(y, result);
            x.MatMul(vector, image);
            vector.MatMul(x, image);
            vector.MatMul(vector, scalar);
            stack.MatMul(other, results);
        })));
    }

    static void OnThreads(Action<int> check)
    {
        int threads = Cpu.ThreadCount;
        try
        {
            foreach (int count in (int[])[1, 2, 5])
            {
                Cpu.ThreadCount = count;
                check(count);
            }
        }
        finally
        {
            Cpu.ThreadCount = threads;
        }
    }

    static long LeastAllocation(Action call)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 30; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    static Tensor<T, Cpu> Inexact<T>(params nint[] shape)
        where T : unmanaged, INumber<T>
    {
        nint length = shape.Aggregate((nint)1, (product, axis) => product * axis);
        return Enumerable.Range(0, (int)length).Select(position => T.CreateTruncating(Math.Sin(position * 0.7) * 3)).ToArray().AsTensor(shape);
    }

    /// <summary>The same matrix, its columns along memory.</summary>
    static Tensor<T, Cpu> Turned<T>(Tensor<T, Cpu> matrix)
        where T : unmanaged => matrix.Transpose().Clone().Transpose();

    /// <summary>The same vector with gaps in between, backwards in memory.</summary>
    static Tensor<float, Cpu> Spread(Tensor<float, Cpu> vector)
    {
        Tensor<float, Cpu> spread = Tensor<float, Cpu>.Empty(vector.Length, 3).Flip(0)[.., 1];
        spread.CopyFrom(vector);
        return spread;
    }

    static T[] Chains<T>(Tensor<T, Cpu> x, Tensor<T, Cpu> y, Func<T, T, T, T> multiplyAdd)
        where T : unmanaged, INumber<T>
    {
        nint rows = x.Shape[0], inner = x.Shape[1], columns = y.Shape[1];
        T[] left = x.ToArray(), right = y.ToArray(), sums = new T[rows * columns];
        for (nint row = 0; row < rows; row++)
        {
            for (nint k = 0; k < inner; k++)
            {
                for (nint column = 0; column < columns; column++)
                {
                    sums[(row * columns) + column] = multiplyAdd(left[(row * inner) + k], right[(k * columns) + column], sums[(row * columns) + column]);
                }
            }
        }

        return sums;
    }

    static void Wraps<T>(int rows, int inner, int columns)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, Cpu> x = Layouts.Filled<T, Cpu>(rows, inner), y = Layouts.Filled<T, Cpu>(inner, columns);
        T[] expected = Chains(x, y, (a, b, sum) => unchecked((a * b) + sum));
        OnThreads(threads =>
        {
            Tensor<T, Cpu> product = Tensor<T, Cpu>.Empty(rows, columns), turned = Tensor<T, Cpu>.Empty(rows, columns);
            MatrixProduct.Run(x, y, product);
            MatrixProduct.Run(Turned(x), Turned(y), turned);
            Assert.Equal(expected, product.ToArray());
            Assert.Equal(expected, turned.ToArray());
        });
    }
}
