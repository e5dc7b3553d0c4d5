using TypedTensors.Testing.Devices;
using TypedTensors.Tests;

namespace TypedTensors.VulkanRuntime.Tests.Tensors;

/// <summary>Whatever of a tensor needs no operation: views, elements, copies, fills and printing.</summary>
public class CopyTests
{
    [VulkanFact]
    public void RandomLayouts_AreCopiedElementByElement()
    {
        var random = new Random(21);
        for (int round = 0; round < 300; round++)
        {
            Check<byte>(random, i => (byte)i);
            Check<short>(random, i => (short)(i - 50));
            Check<float>(random, i => i / 3f);
            Check<double>(random, i => i / 3.0);
        }
    }

    [VulkanFact]
    public void NaNs_KeepTheirBitsInStridedCopies()
    {
        uint[] bits = [0x7F800001, 0xFFC12345, 0x7FC00000, 0x80000000, 1, 0x7F7FFFFF];
        float[] numbers = [.. bits.Select(BitConverter.UInt32BitsToSingle)];
        float[] reversed = numbers.AsTensor().To<Vulkan>().Flip().ToArray();
        Assert.Equal(bits.Reverse(), reversed.Select(BitConverter.SingleToUInt32Bits));
    }

    [VulkanFact]
    public void Fill_SetsAViewAndNothingElse()
    {
        Tensor<short, Vulkan> table = Tensor<short, Vulkan>.Zeros(4, 6);
        table[1..3, new Slice(1, null, 2)].Fill(-7);
        Assert.Equal(Enumerable.Range(0, 24).Select(i => i / 6 is 1 or 2 && i % 2 == 1 ? (short)-7 : (short)0), table.ToArray());
        Assert.Equal(Enumerable.Repeat(true, 5), Tensor<bool, Vulkan>.Ones(5).ToArray());
        Assert.Equal(Enumerable.Repeat(0.1, 1000), Tensor<double, Vulkan>.Full(0.1, 10, 100).ToArray());
        Assert.Equal(Tensor<Half, Cpu>.Eye(5, 7, 1).ToArray(), Tensor<Half, Vulkan>.Eye(5, 7, 1).ToArray());
    }

    [VulkanFact]
    public void OverlappingCopies_AreAsIfCopiedFirst()
    {
        Tensor<int, Vulkan> x = Enumerable.Range(0, 10).ToArray().ToTensor().To<Vulkan>();
        x[1..].CopyFrom(x[..9]);
        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 7, 8], x.ToArray());
        x.CopyFrom(x.Flip());
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1, 0, 0], x.ToArray());
        Assert.True(x[1..3].SharesMemoryWith(x[2..]));
        Assert.False(x.SharesMemoryWith(x.Clone()));
    }

    [VulkanFact]
    public void ElementsViewsAndPrinting_AreAsOnTheProcessor()
    {
        Tensor<int, Cpu> host = Tensor<int, Cpu>.Arange(0, 24).Reshape(2, 3, 4);
        Tensor<int, Vulkan> there = host.To<Vulkan>();
        there[1, 2, 3] = 60;
        host[1, 2, 3] = 60;
        there[0, ..] = there[1, ..];
        host[0, ..] = host[1, ..];
        Assert.Equal("vulkan", there.DeviceName);
        Assert.Equal(60, there[^1, ^1, ^1].Item());
        Assert.Equal(host.ToString(), there.ToString());
        Assert.Equal(host.Transpose().ToArray(), there.Transpose().ToArray());
        Assert.Equal(host.Transpose().To<Vulkan>().ToArray(), there.Transpose().To<Cpu>().ToArray());
        Assert.Equal([.. host.NarrowChecked<byte>().ToArray()], there.NarrowChecked<byte>().ToArray());
        Assert.Equal(host.BroadcastTo(3, 2, 3, 4).ToArray(), there.BroadcastTo(3, 2, 3, 4).ToArray());
    }

    private static void Check<T>(Random random, Func<int, T> element)
        where T : unmanaged
    {
        Shape shape = RandomLayouts.Shape(random);
        Layout layout = RandomLayouts.Of(random, shape, repeats: true, out int length);
        T[] array = [.. Enumerable.Range(0, length).Select(element)];
        T[] expected = [.. Naive.Positions(layout).Select(position => array[position])];
        using Tensor<T, Vulkan> whole = array.AsTensor().To<Vulkan>();
        using var view = new Tensor<T, Vulkan>(whole.Storage, layout, isView: true);
        Assert.Equal(expected, view.ToArray());

        Layout target = RandomLayouts.Of(random, shape, repeats: false, out int targetLength);
        using Tensor<T, Vulkan> memory = Tensor<T, Vulkan>.Zeros(targetLength);
        using var destination = new Tensor<T, Vulkan>(memory.Storage, target, isView: true);
        destination.CopyFrom(view);
        T[] written = new T[targetLength];
        foreach ((nint position, T value) in Naive.Positions(target).Zip(expected))
        {
            written[position] = value;
        }

        Assert.Equal(written, memory.ToArray());
    }
}
