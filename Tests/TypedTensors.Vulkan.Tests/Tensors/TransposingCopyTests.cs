using System.Numerics;
using TypedTensors.Copies;
using TypedTensors.Dispatch;
using TypedTensors.Testing.Devices;

namespace TypedTensors.VulkanRuntime.Tests.Tensors;

/// <summary>Copies that turn their axes around, tile by tile.</summary>
public class TransposingCopyTests
{
    [VulkanFact]
    public void EveryElementSize_IsTransposed()
    {
        Verify<byte>(Columns<byte>(45, 70), Target<byte>(45, 70));
        Verify<ushort>(Columns<ushort>(33, 16), Target<ushort>(33, 16));
        Verify<uint>(Columns<uint>(31, 97), Target<uint>(31, 97));
        Verify<ulong>(Columns<ulong>(64, 32), Target<ulong>(64, 32));
    }

    [VulkanFact]
    public void OtherAxesAndReversedOnes_AreWalkedToo()
    {
        Verify<uint>(Filled<uint>(20, 3, 18).Transpose(0, 2), Target<uint>(18, 3, 20));
        Verify<uint>(Filled<uint>(2, 3, 18, 40).Permute(1, 0, 3, 2).Flip(2), Target<uint>(3, 2, 40, 18).Flip(3));
        Verify<uint>(Filled<uint>(40).Unsqueeze(1).BroadcastTo(40, 40), Target<uint>(40, 40));
        Verify<uint>(Filled<uint>(40, 2, 33)[.., 1, ..], Target<uint>(33, 40).Transpose());
    }

    [VulkanFact]
    public void WhereAPlainCopyIsAsGood_NothingIsDone()
    {
        Tensor<uint, Vulkan> square = Target<uint>(40, 40);
        Assert.False(TryRun(Filled<uint>(40, 40), square));
        Assert.False(TryRun(square.Transpose(), square));
        Assert.False(TryRun(Columns<uint>(40, 8), Target<uint>(40, 8)));
        Assert.False(TryRun(Filled<uint>(1, 1, 1, 40, 40).Transpose(-1, -2), Target<uint>(1, 1, 1, 40, 40)));
        Assert.False(TransposingCopy.TryRun(Columns<uint>(40, 40), square, DeviceContext.Current.DispatchLimits with { LargestBinding = 4096 }));
        Assert.All(square.ToArray(), element => Assert.Equal(0u, element));
    }

    [VulkanFact]
    public void CopiesOfTheDevice_GoThisWay_AndGiveTheirMemoryBack()
    {
        // What other tests dropped must not be reclaimed meanwhile.
        Vulkan.Synchronize();
        DeviceContext.Current.Memory.Collect();
        long before = Vulkan.MemoryInUse;
        float[] numbers = [.. Enumerable.Range(0, 70 * 45).Select(i => i / 3f)];
        using (Tensor<float, Vulkan> x = numbers.AsTensor(70, 45).To<Vulkan>(), turned = x.Transpose(), clone = turned.Clone())
        {
            Assert.Equal(numbers.AsTensor(70, 45).Transpose().ToArray(), clone.ToArray());
        }

        Assert.InRange(Vulkan.MemoryInUse, 0, before);
    }

    private static void Verify<T>(Tensor<T, Vulkan> source, Tensor<T, Vulkan> target)
        where T : unmanaged, IUnsignedNumber<T>
    {
        T[] expected = source.To<Cpu>().ToArray();
        Assert.True(TryRun(source, target));
        Assert.Equal(expected, target.ToArray());
    }

    /// <summary>That the device computes with any T is not said of it, but of each T it is.</summary>
    private static bool TryRun(Tensor source, Tensor target)
    {
        DispatchLimits limits = DeviceContext.Current.DispatchLimits;
        return (source, target) switch
        {
            (Tensor<byte, Vulkan> from, Tensor<byte, Vulkan> to) => TransposingCopy.TryRun(from, to, limits),
            (Tensor<ushort, Vulkan> from, Tensor<ushort, Vulkan> to) => TransposingCopy.TryRun(from, to, limits),
            (Tensor<uint, Vulkan> from, Tensor<uint, Vulkan> to) => TransposingCopy.TryRun(from, to, limits),
            (Tensor<ulong, Vulkan> from, Tensor<ulong, Vulkan> to) => TransposingCopy.TryRun(from, to, limits),
            _ => false,
        };
    }

    private static Tensor<T, Vulkan> Columns<T>(nint rows, nint columns)
        where T : unmanaged, IUnsignedNumber<T> => Filled<T>(columns, rows).Transpose();

    private static Tensor<T, Vulkan> Filled<T>(params nint[] shape)
        where T : unmanaged, IUnsignedNumber<T>
    {
        int length = (int)shape.Aggregate((nint)1, (product, size) => product * size);
        return Enumerable.Range(1, length).Select(number => T.CreateTruncating(number)).ToArray().AsTensor(shape).To<Vulkan>();
    }

    private static Tensor<T, Vulkan> Target<T>(params nint[] shape)
        where T : unmanaged => Tensor<T, Vulkan>.Zeros(shape);
}
