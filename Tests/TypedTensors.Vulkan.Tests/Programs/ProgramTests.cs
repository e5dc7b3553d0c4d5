namespace TypedTensors.VulkanRuntime.Tests.Programs;

public class ProgramTests
{
    [VulkanFact]
    public void Sum_OfTwoTensors_IsAsOnTheProcessor()
    {
        float[] x = [.. Enumerable.Range(0, 100_003).Select(i => i * 0.37f)], y = [.. x.Reverse()];
        using Tensor<float, Vulkan> left = x.ToTensor(x.Length).To<Vulkan>(), right = y.ToTensor(y.Length).To<Vulkan>();
        Tensor<float, Vulkan> sum = Tensor<float, Vulkan>.Empty(x.Length);
        ElementwisePrograms.Run<PrintedProgram<Sum>>(sum.Shape, [left, right], [sum]);
        Assert.Equal(x.Zip(y, (a, b) => a + b), sum.ToArray());
    }
}
