namespace TypedTensors.VulkanRuntime;

/// <summary>Finds out whether the device rounds a fused multiply-add once, as its name says, or twice, which the standard lets it.</summary>
internal static partial class FusionProbe
{
    private const int Count = 512;

    /// <summary>Runs the device's own operation on products that need all their bits; true if every result is as the processor's.</summary>
    public static bool Run(DeviceFeatures features)
    {
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, Count).Select(_ => (float)(random.NextDouble() + 1))], y = [.. x.Select(_ => (float)(random.NextDouble() + 1))];
        float[] z = [.. x.Zip(y, (a, b) => -(a * b))];
        using Tensor<float, Vulkan> a = x.AsTensor().To<Vulkan>(), b = y.AsTensor().To<Vulkan>(), c = z.AsTensor().To<Vulkan>();
        using Tensor<float, Vulkan> results = Fuse(a, b, c);
        float[] expected = [.. Enumerable.Range(0, Count).Select(i => MathF.FusedMultiplyAdd(x[i], y[i], z[i]))];
        return results.ToArray().AsSpan().SequenceEqual(expected) && (!features.Float64 || RunDouble(random));
    }

    [Elementwise]
    internal static float Fuse(float x, float y, float z) => MathF.FusedMultiplyAdd(x, y, z);

    [Elementwise]
    internal static double FuseDouble(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);

    private static bool RunDouble(Random random)
    {
        double[] x = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() + 1)], y = [.. x.Select(_ => random.NextDouble() + 1)];
        double[] z = [.. x.Zip(y, (a, b) => -(a * b))];
        using Tensor<double, Vulkan> a = x.AsTensor().To<Vulkan>(), b = y.AsTensor().To<Vulkan>(), c = z.AsTensor().To<Vulkan>();
        using Tensor<double, Vulkan> results = FuseDouble(a, b, c);
        double[] expected = [.. Enumerable.Range(0, Count).Select(i => Math.FusedMultiplyAdd(x[i], y[i], z[i]))];
        return results.ToArray().AsSpan().SequenceEqual(expected);
    }
}
