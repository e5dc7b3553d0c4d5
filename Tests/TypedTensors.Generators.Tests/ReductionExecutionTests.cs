using System.Reflection;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Generators.Tests;

/// <summary>A user's own reduction, compiled and run.</summary>
public class ReductionExecutionTests
{
    static readonly Assembly Compiled = GeneratorHarness.Run("""
        using System.Numerics;

        public static partial class Statistics
        {
            /// <summary>The spread.</summary>
            [Reduction("Spread", RequiresElements = true)]
            internal static class Extent<T>
                where T : unmanaged, INumber<T>
            {
                public static (T Low, T High) Identity => (T.CreateSaturating(double.PositiveInfinity), T.CreateSaturating(double.NegativeInfinity));
                public static (T Low, T High) Map(T x) => (x, x);
                public static (T Low, T High) Combine((T Low, T High) left, (T Low, T High) right) => (T.Min(left.Low, right.Low), T.Max(left.High, right.High));
                public static T Finish((T Low, T High) total) => total.High - total.Low;
            }

            [Reduction("MeanPower")]
            internal static class Power
            {
                public static double Identity => 0;
                public static double Map(int sample) => (double)sample * sample;
                public static double Combine(double left, double right) => left + right;
                public static double Finish(double total, long count, double gain = 1) => gain * total / count;
            }

            [Reduction("Weighted")]
            internal static class Weights
            {
                public static double Identity => 0;
                public static double Map(int x) => x;
                public static double Combine(double left, double right) => left + right;
                public static double Finish(double total, long count, double weight, double offset = 0) => weight * total / count + offset;
            }

            [Reduction("LastNegative")]
            internal static class Latest
            {
                public static long Identity => -1;
                public static long Map(float x, long position) => x < 0 ? position : -1;
                public static long Combine(long left, long right) => Math.Max(left, right);
            }
        }

        public static class Check
        {
            public static int[] Spread(int[] values, params int[] axes) => values.AsTensor(5, 40, 3).Spread(axes).ToArray();
            public static float[] SpreadOfColumns(float[] values) => values.AsTensor(200, 3).Spread(0).ToArray();
            public static double MeanPower(int[] values) => values.AsTensor(values.Length).MeanPower(gain: 2).Item();
            public static double[] Weighted(int[] values) => [values.AsTensor(values.Length).Weighted(2).Item(), values.AsTensor(values.Length).Weighted(3, 0, offset: 1).Item()];
            public static long[] LastNegative(float[] values) => values.AsTensor(2, values.Length / 2).Transpose().LastNegative(0).ToArray();
            public static void SpreadOfNothing() => Tensor<float, Cpu>.Zeros(0).Spread();
        }
        """).Load();

    static readonly int[] Values = [.. Enumerable.Range(0, 600).Select(i => (i * 7919 % 1009) - 500)];

    [Fact]
    public void AllAxes_AreReduced() => Assert.Equal([Values.Max() - Values.Min()], (int[])Call("Spread", Values, Array.Empty<int>()));

    [Fact]
    public void SomeAxes_AreReduced()
    {
        int[] expected = [.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 5).SelectMany(outer => Values.Skip((outer * 120) + (i * 3)).Take(3))).Select(row => row.Max() - row.Min())];
        Assert.Equal(expected, (int[])Call("Spread", Values, new[] { 0, -1 }));

        float[] columns = [.. Enumerable.Range(0, 3).Select(c => Values.Where((_, i) => i % 3 == c)).Select(column => (float)(column.Max() - column.Min()))];
        Assert.Equal(columns, (float[])Call("SpreadOfColumns", Values.Select(value => (float)value).ToArray()));
    }

    [Fact]
    public void CountAndParameters_ReachFinish() => Assert.Equal(2 * Values.Sum(value => (double)value * value) / 600, (double)Call("MeanPower", Values));

    [Fact]
    public void ParameterThatMustBeGiven_ComesFirst() =>
        Assert.Equal([2.0 * Values.Sum() / 600, (3.0 * Values.Sum() / 600) + 1], (double[])Call("Weighted", Values));

    [Fact]
    public void Positions_CountInTheReducedAxis() =>
        Assert.Equal([3, -1], (long[])Call("LastNegative", new[] { 1f, -2, 3, -4, 5, 0, 6, float.NaN, 0, 1 }));

    [Fact]
    public void Nothing_IsRefusedByName() =>
        Assert.StartsWith("Spread: no elements to reduce", Assert.Throws<InvalidOperationException>(() => Call("SpreadOfNothing")).Message);

    [Fact]
    public void FaultyReduction_YieldsNothing() => Assert.Empty(GeneratorHarness.Run("""
        public static partial class Reductions
        {
            [Reduction("Sum")]
            public static class Summation
            {
                public static float Combine(float left, float right) => left + right;
            }
        }
        """).Sources);

    static object Call(string method, params object[] arguments) =>
        Compiled.GetType("Check")!.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
