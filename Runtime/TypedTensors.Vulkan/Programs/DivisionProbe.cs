namespace TypedTensors.VulkanRuntime;

/// <summary>Finds out whether the device rounds quotients and square roots to nearest; the standard lets it be a few units off.</summary>
internal static partial class DivisionProbe
{
    private const int Count = 4096;

    /// <summary>Runs the device's own operations; true if every result is as the processor's.</summary>
    public static bool Run(DeviceFeatures features)
    {
        var random = new Random(2);
        double[] dividends = [.. Enumerable.Range(0, Count).Select(i => Number(random, i))], divisors = [.. Enumerable.Range(0, Count).Select(i => Number(random, i / 2))];
        return RunSingle([.. dividends.Select(x => (float)x)], [.. divisors.Select(y => (float)y)]) && (!features.Float64 || RunDouble(dividends, divisors));
    }

    [Elementwise]
    internal static (float Quotient, float Root) DivideAndRoot(float x, float y) => (x / y, MathF.Sqrt(x));

    [Elementwise]
    internal static (double Quotient, double Root) DivideAndRootDouble(double x, double y) => (x / y, Math.Sqrt(x));

    // Any number, and ones close to a power of two, whose quotients lie close to halfway between two numbers.
    private static double Number(Random random, int index)
    {
        double scale = Math.ScaleB(1, random.Next(-40, 40));
        return index % 2 == 0 ? (random.NextDouble() + 1) * scale : (float)(1 + (random.Next(1, 64) * Math.ScaleB(1, -23))) * scale;
    }

    private static bool RunSingle(float[] x, float[] y)
    {
        using Tensor<float, Vulkan> a = x.AsTensor().To<Vulkan>(), b = y.AsTensor().To<Vulkan>();
        (Tensor<float, Vulkan> quotients, Tensor<float, Vulkan> roots) = DivideAndRoot(a, b);
        using (quotients)
        using (roots)
        {
            return quotients.ToArray().SequenceEqual(x.Zip(y, (left, right) => left / right)) && roots.ToArray().SequenceEqual(x.Select(MathF.Sqrt));
        }
    }

    private static bool RunDouble(double[] x, double[] y)
    {
        using Tensor<double, Vulkan> a = x.AsTensor().To<Vulkan>(), b = y.AsTensor().To<Vulkan>();
        (Tensor<double, Vulkan> quotients, Tensor<double, Vulkan> roots) = DivideAndRootDouble(a, b);
        using (quotients)
        using (roots)
        {
            return quotients.ToArray().SequenceEqual(x.Zip(y, (left, right) => left / right)) && roots.ToArray().SequenceEqual(x.Select(Math.Sqrt));
        }
    }
}
