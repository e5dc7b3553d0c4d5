using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Reductions;

/// <summary>Reductions that a user declares, with results by hand.</summary>
public static partial class OwnReductions
{
    /// <summary>The smallest and the largest element in one pass, and their distance.</summary>
    [Reduction("Span", RequiresElements = true)]
    public static class Range
    {
        public static (float Low, float High) Identity => (float.PositiveInfinity, float.NegativeInfinity);

        public static (float Low, float High) Map(float x) => (x, x);

        public static (float Low, float High) Combine((float Low, float High) left, (float Low, float High) right) =>
            (MathF.Min(left.Low, right.Low), MathF.Max(left.High, right.High));

        public static float Finish((float Low, float High) total) => total.High - total.Low;
    }

    /// <summary>How many elements lie at odd positions and are positive, times a factor, plus an offset.</summary>
    [Reduction("OddPositive")]
    public static class Odd
    {
        public static int Identity => 0;

        public static int Map(short x, long position) => position % 2 == 1 && x > 0 ? 1 : 0;

        public static int Combine(int left, int right) => left + right;

        public static double Finish(int total, long count, double factor = 1, bool doubled = false) => (doubled ? 2 : 1) * (total * factor + count);
    }

    /// <summary>The logarithm of the mean of exponentials: a function of our own in three of the parts.</summary>
    [Reduction("LogMeanExp")]
    public static class LogMean
    {
        public static float Identity => 0;

        public static float Map(float x) => MathF.Exp(x);

        public static float Combine(float left, float right) => left + right;

        public static float Finish(float total, long count) => MathF.Log(total / count);
    }
}

public class OwnReductionTests
{
    [VulkanFact]
    public void AccumulatorOfTwo_ReducesRowsColumnsAndAll()
    {
        // -3, ..., 20 as rows of 4: each row spans 3, each column 20.
        Tensor<float, Vulkan> x = Tensor<float, Vulkan>.Arange(-3, 21).Reshape(6, 4);
        Assert.Equal([3f, 3, 3, 3, 3, 3], x.Span(1).ToArray());
        Assert.Equal([20f, 20, 20, 20], x.Span(0).ToArray());
        Assert.Equal([23f], x.Span().ToArray());
        Assert.Equal([23f], x.Transpose().Flip().Span().ToArray());
    }

    [VulkanFact]
    public void PositionsCountAndScalars_ArriveInPieces()
    {
        // Of 0, 1, ..., repeated after 7: positive are 6 of 7, and positions alternate, so in every 14 there are 6 odd positive ones.
        const int length = 14 * 30_000;
        Tensor<short, Vulkan> x = Enumerable.Range(0, length).Select(i => (short)(i % 7)).ToArray().ToTensor(length).To<Vulkan>();
        Assert.Equal([(180_000 * 0.5) + length], x.OddPositive(factor: 0.5).ToArray());
        Assert.Equal([2 * ((180_000 * 0.25) + length)], x.OddPositive(factor: 0.25, doubled: true).ToArray());
    }

    [VulkanFact]
    public void FunctionsOfTheLanguage_AreOurs()
    {
        Tensor<float, Vulkan> x = new[] { 0f, MathF.Log(3), 2, 2 }.ToTensor(2, 2).To<Vulkan>();
        float[] means = x.LogMeanExp(1).ToArray();
        Assert.Equal(Math.Log(2), means[0], 1e-6);
        Assert.Equal(2, means[1], 1e-6);
    }
}
