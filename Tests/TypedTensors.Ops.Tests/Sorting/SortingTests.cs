using System.Numerics;
using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Sorted;

/// <summary>Elements in order, against NumPy 1.24 and PyTorch 1.13.</summary>
public class SortingTests
{
    static Tensor<int, Cpu> N => new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4);

    static Tensor<double, Cpu> Special => new[] { double.NaN, 1, double.NegativeInfinity, 0.0, -0.0, double.PositiveInfinity, -2.5, double.NaN }.AsTensor();

    [Fact]
    public void Sort_IsNumpys()
    {
        Check.Elements(N.Sort(0), -5, -1, -5, -6, 3, 3, 2, 1, 5, 9, 4, 8);
        Check.Elements(N.Sort(), -1, 1, 3, 4, -6, -5, 2, 9, -5, 3, 5, 8);
        Check.Elements(N.Sort(1, descending: true), 4, 3, 1, -1, 9, 2, -5, -6, 8, 5, 3, -5);
        Check.Elements(N.Transpose().Sort(-2), -1, -6, -5, 1, -5, 3, 3, 2, 5, 4, 9, 8);
        Check.Elements(new[] { true, false, true, false }.AsTensor().Sort(), false, false, true, true);
    }

    [Fact]
    public void Sort_PutsNaNLast_AndTheNegativeZeroBeforeTheOther()
    {
        Check.Elements(Special.Sort(), double.NegativeInfinity, -2.5, -0.0, 0.0, 1, double.PositiveInfinity, double.NaN, double.NaN);
        Check.Elements(Special.Sort(descending: true), double.NaN, double.NaN, double.PositiveInfinity, 1, 0.0, -0.0, -2.5, double.NegativeInfinity);
        Check.Elements(new[] { -float.NaN, float.NaN, 1, -1 }.AsTensor().Sort(), -1, 1, float.NaN, float.NaN);
        Check.Elements(new[] { Half.NaN, (Half)2, -Half.NaN, -(Half)3 }.AsTensor().Sort(), -(Half)3, (Half)2, Half.NaN, Half.NaN);
    }

    [Fact]
    public void ArgSort_IsNumpysStableOne()
    {
        Check.Elements(N.ArgSort(0), 1L, 0, 2, 1, 0, 2, 1, 0, 2, 1, 0, 2);
        Check.Elements(N.ArgSort(), 1L, 3, 0, 2, 3, 0, 2, 1, 2, 1, 0, 3);
        Check.Elements(N.ArgSort(1, descending: true), 2L, 0, 3, 1, 1, 2, 0, 3, 3, 0, 1, 2);
        Check.Elements(Special.ArgSort(), 2L, 6, 3, 4, 1, 5, 0, 7);
        Check.Elements(Special.ArgSort(descending: true), 0L, 7, 5, 1, 3, 4, 6, 2);
        Check.Elements(Special.Cast<float>().ArgSort(), 2L, 6, 3, 4, 1, 5, 0, 7);
        Check.Elements(Special.Cast<Half>().ArgSort(), 2L, 6, 3, 4, 1, 5, 0, 7);
    }

    [Fact]
    public void TopK_IsPyTorchs()
    {
        (Tensor<int, Cpu> values, Tensor<long, Cpu> indices) = N.TopK(2);
        Check.Elements(values, 4, 3, 9, 2, 8, 5);
        Check.Elements(indices, 2L, 0, 1, 2, 3, 0);
        (values, indices) = N.TopK(2, 0, largest: false);
        Check.Elements(values, -5, -1, -5, -6, 3, 3, 2, 1);
        Check.Elements(indices, 1L, 0, 2, 1, 0, 2, 1, 0);
        Assert.Equal([3, 0], N.TopK(0).Values.Shape.ToArray());
        Check.Elements(Special.TopK(2).Values, double.NaN, double.NaN);
    }

    [Theory]
    [MemberData(nameof(DtypeDispatch.All), MemberType = typeof(DtypeDispatch))]
    public void EveryDtypeAndLength_IsInTheOrderOfArraySort(Dtype dtype) => DtypeDispatch.Run(dtype, default(AgainstArrays));

    [Fact]
    public void ViewsAndAxes_AreThoseOfTheirCopies()
    {
        foreach (Tensor<float, Cpu> x in TypedTensors.Ops.Tests.Layouts.Of<float, Cpu>().Where(x => x.Rank > 0))
        {
            for (int axis = 0; axis < x.Rank; axis++)
            {
                Tensor<float, Cpu> sorted = x.Sort(axis), lanes = sorted.Transpose(axis, -1);
                Assert.Equal(sorted.ToArray(), x.TakeAlongAxis(x.ArgSort(axis), axis).ToArray());
                Assert.True(lanes[Tensor.Ellipsis, ..^1].LessEqual(lanes[Tensor.Ellipsis, 1..]).All().Item());
                Assert.Equal(x.Sum(axis).ToArray(), sorted.Sum(axis).ToArray());
            }
        }
    }

    [Fact]
    public void Destinations_AreWritten_AlsoTheTensorItself()
    {
        Tensor<int, Cpu> x = N, other = Tensor<int, Cpu>.Zeros(3, 4);
        Assert.Same(other, x.Sort(1, destination: other));
        Check.Elements(other, -1, 1, 3, 4, -6, -5, 2, 9, -5, 3, 5, 8);
        Assert.Same(x, x.Sort(0, destination: x));
        Check.Elements(x, -5, -1, -5, -6, 3, 3, 2, 1, 5, 9, 4, 8);
        x.Sort(1, destination: x.Flip(1));
        Check.Elements(x, -1, -5, -5, -6, 3, 3, 2, 1, 9, 8, 5, 4);
    }

    [Fact]
    public void Empties_StayEmpty()
    {
        Assert.Equal([0], Tensor<float, Cpu>.Zeros(0).Sort().Shape.ToArray());
        Assert.Equal([2, 0], Tensor<float, Cpu>.Zeros(2, 0).ArgSort().Shape.ToArray());
        Assert.Equal([0, 3], Tensor<float, Cpu>.Zeros(0, 3).Sort(0).Shape.ToArray());
        Assert.Equal([0, 1], Tensor<float, Cpu>.Zeros(0, 3).TopK(1).Indices.Shape.ToArray());
    }

    [Fact]
    public void Threads_DoNotChangeTheResult()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.FromFunction(i => (i * 7919 % 100_003) - 50_000f, 300_000).Reshape(3, 100_000);
        int threads = Cpu.ThreadCount;
        try
        {
            Cpu.ThreadCount = 1;
            float[] expected = x.Sort().ToArray();
            long[] order = x.ArgSort().ToArray();
            Cpu.ThreadCount = 4;
            Assert.Equal(expected, x.Sort().ToArray());
            Assert.Equal(order, x.ArgSort().ToArray());
        }
        finally
        {
            Cpu.ThreadCount = threads;
        }
    }

    [Fact]
    public void EveryShortLength_IsSorted()
    {
        // All bits of a float, and so some NaN of both signs, and both zeros.
        var random = new Random(7);
        for (int length = 1; length < 800; length += length < 300 ? 1 : 17)
        {
            float[] x = [.. Enumerable.Range(0, length).Select(i => i % 29 == 3 ? -0f : i % 31 == 4 ? 0f : i % 37 == 5 ? float.NaN : BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)))];
            float[] expected = [.. x.OrderBy(float.IsNaN).ThenBy(value => value).ThenBy(value => !float.IsNegative(value))];
            Assert.Equal(expected.Select(Bits), x.AsTensor().Sort().ToArray().Select(Bits));
            Assert.Equal(expected.Reverse().Select(Bits), x.AsTensor().Sort(descending: true).ToArray().Select(Bits));
        }

        static int Bits(float value) => float.IsNaN(value) ? int.MaxValue : BitConverter.SingleToInt32Bits(value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void EveryDistribution_IsSorted_ByAnyNumberOfThreads(int threads)
    {
        const int Length = 150_001;
        var random = new Random(11);
        Func<int, int>[] distributions =
        [
            i => random.Next(int.MinValue, int.MaxValue), i => i, i => -i, i => 42, i => int.MaxValue, i => i % 2 == 0 ? int.MaxValue : int.MinValue, i => random.Next(10),
            i => Math.Min(i, Length - i), i => i < 149_000 ? 7 : -i, i => (int)BitOperations.RotateLeft((uint)i * 2654435761u, 7),
        ];
        int before = Cpu.ThreadCount;
        try
        {
            Cpu.ThreadCount = threads;
            foreach (Func<int, int> distribution in distributions)
            {
                int[] x = [.. Enumerable.Range(0, Length).Select(distribution)], expected = [.. x.Order()];
                Assert.True(expected.AsSpan().SequenceEqual(x.AsTensor().Sort().ToArray()));
                Assert.True(x.Select(value => (uint)value).Order().SequenceEqual(x.Select(value => (uint)value).ToArray().AsTensor().Sort().ToArray()));
            }
        }
        finally
        {
            Cpu.ThreadCount = before;
        }
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.Equal("Sort: axis 2 is out of range for shape [3, 4] of rank 2.", Assert.Throws<ShapeException>(() => N.Sort(2)).Message);
        Assert.Equal("ArgSort: axis -1 is out of range for shape [] of rank 0.", Assert.Throws<ShapeException>(() => Tensor<int, Cpu>.Scalar(1).ArgSort()).Message);
        Assert.Equal(
            "Sort: the result has shape [3, 4], which does not fit the destination's shape [4, 3].",
            Assert.Throws<ShapeException>(() => N.Sort(destination: N.Transpose())).Message);
        Assert.Equal("TopK: axis -1 of shape [3, 4] has 4 elements, fewer than the 5 asked for.", Assert.Throws<ShapeException>(() => N.TopK(5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => N.TopK(-1));
        Assert.Throws<InvalidOperationException>(() => N.Sort(destination: N[..1, ..].BroadcastTo(3, 4)));
    }

    readonly struct AgainstArrays : IDtypeAction<bool>
    {
        public bool Run<T>()
            where T : unmanaged
        {
            foreach (int length in new[] { 1, 2, 3, 96, 97, 1000, 5000, 70_000 })
            {
                // All bits of a dtype, but no NaN, whose place is not that of Array.Sort; and few values, so that many are equal.
                Tensor<double, Cpu> numbers = Tensor<double, Cpu>.FromFunction(i => Math.Pow(-1.7, ((i * 7919) + (i * i % 13)) % 37), length);
                foreach (T[] x in new[] { numbers.Cast<T>().ToArray(), (numbers * 1e-3).Cast<T>().ToArray(), new T[length] })
                {
                    int[] order = [.. Enumerable.Range(0, length).OrderBy(i => x[i])], reverse = [.. Enumerable.Range(0, length).OrderByDescending(i => x[i])];
                    Assert.Equal(order.Select(i => x[i]), x.AsTensor().Sort().ToArray());
                    Assert.Equal(reverse.Select(i => x[i]), x.AsTensor().Sort(descending: true).ToArray());
                    Assert.Equal(order.Select(i => (long)i), x.AsTensor().ArgSort().ToArray());
                    Assert.Equal(reverse.Select(i => (long)i), x.AsTensor().ArgSort(descending: true).ToArray());
                }
            }

            return true;
        }
    }

    [Fact]
    public void ComplexNumbers_AreInNumPysOrder()
    {
        Complex<double>[] numbers =
        [
            new(3, 1), new(double.NaN, 2), new(1, 5), new(1, double.NaN), new(3, -2), new(double.NaN, 1), new(0, double.NaN), new(1, -5), new(double.NaN, double.NaN), new(-0.0, 0),
        ];
        Tensor<Complex<double>, Cpu> x = numbers.AsTensor();
        long[] order = [9, 7, 2, 4, 0, 6, 3, 5, 1, 8];
        Assert.Equal(order, x.ArgSort().ToArray());
        Assert.Equal(order.Select(place => numbers[place]), x.Sort().ToArray());
        Assert.Equal(x.Cast<Complex<float>>().ArgSort().ToArray(), order);
        Tensor<Complex<double>, Cpu> sorted = x.Reshape(2, 5).Transpose().Clone();
        Assert.Same(sorted, sorted.Sort(0, destination: sorted));
        Assert.Equal([numbers[2], numbers[9]], sorted[0, ..].ToArray());
        Assert.Equal([8L, 1], x.TopK(2).Indices.ToArray());
        Complex<double>[] twice = [new(1, 2), new(1, 1), new(1, 2), new(0, -1)];
        Assert.Equal([2L, 1, 2, 0], twice.AsTensor().UniqueAll().Inverse.ToArray());
    }

    [Fact]
    public void TopK_IsTheBeginningOfTheOrder()
    {
        // Rows in any order with many equal elements, zeros of both signs and NaN; and ascending and descending ones, which replace their best again and again, or never.
        var random = new Random(5);
        double[] mixed = [.. Enumerable.Range(0, 24_000).Select(i => (i % 37) switch { 0 => double.NaN, 1 => -0.0, 2 => 0.0, 3 => double.NegativeInfinity, _ => random.Next(-300, 300) })];
        double[] ascending = [.. Enumerable.Range(0, 24_000).Select(i => (double)(i / 2))], descending = [.. ascending.Reverse()];
        Tensor<double, Cpu> x = new[] { mixed, ascending, descending }.ToTensor();
        foreach (nint count in new nint[] { 0, 1, 2, 31, 64, 65, 93, 94 })
        {
            foreach (bool largest in new[] { true, false })
            {
                Same(x);
                Same(x.Cast<float>());
                Same(x.Cast<Half>());
                Same(x.Cast<short>());
                Same(x.Cast<ulong>());
                Same(x.Cast<bool>());
                void Same<T>(Tensor<T, Cpu> rows)
                    where T : unmanaged
                {
                    Tensor<long, Cpu> expected = rows.ArgSort(1, largest)[.., new Slice(0, count)];
                    (Tensor<T, Cpu> values, Tensor<long, Cpu> indices) = rows.TopK(count, 1, largest);
                    Assert.Equal(expected.ToArray(), indices.ToArray());
                    Assert.Equal(indices.ToArray(), rows.Transpose().TopK(count, 0, largest).Indices.Transpose().ToArray());
                    Assert.Equal(indices.ToArray().Select((place, i) => rows[i / Math.Max(count, 1), (nint)place]), values.ToArray());
                }
            }
        }
    }
}
