namespace TypedTensors.Tests.Tensors;

public class TransferTests
{
    private static readonly int[] Elements = [.. Enumerable.Range(1, 6)];

    [Fact]
    public void ToAnotherDeviceAndBack_KeepsTheElementsOfAnyLayout()
    {
        Tensor<int, Cpu> source = Elements.AsTensor(2, 3).Transpose();
        Tensor<int, Attic> there = source.To<Attic>();
        Tensor<int, Cpu> back = there.To<Cpu>();
        Assert.Equal("attic", there.DeviceName);
        Assert.True(there.IsContiguous);
        Assert.Equal([1, 4, 2, 5, 3, 6], back.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], there.Transpose().To<Cpu>().ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], there.Transpose().To<Cellar>().ToArray());
        Assert.False(back.SharesMemoryWith(source));
        Assert.Empty(Tensor<int, Attic>.Empty(0, 3).To<Cpu>().ToArray());
    }

    [Fact]
    public void Elements_AreReachedThroughTheDevice()
    {
        Tensor<int, Attic> there = Elements.ToTensor(2, 3).To<Attic>();
        there[1, 2] = 60;
        there[0, ..] = there[1, ..];
        Assert.Equal([4, 5, 60, 4, 5, 60], there.ToArray());
        Assert.Equal(60, there[^1, ^1].Item());
        Assert.True(there.SharesMemoryWith(there[1, ..]));
        Assert.False(there.SharesMemoryWith(there.Clone()));
    }

    [Fact]
    public void NarrowChecked_WorksOnEveryDevice()
    {
        Tensor<int, Attic> there = Elements.ToTensor(2, 3).To<Attic>();
        Assert.Equal<byte>([1, 2, 3, 4, 5, 6], there.NarrowChecked<byte>().ToArray());
        there[1, 0] = -1;
        Assert.StartsWith("NarrowChecked: element [1, 0] is -1,", Assert.Throws<OverflowException>(() => there.NarrowChecked<byte>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Temporaries_AreGivenBack()
    {
        HostDevice<Attic>.Live = 0;
        Tensor<int, Attic> there = Elements.ToTensor(2, 3).To<Attic>();
        there.Transpose().ToArray();
        there.Transpose().To<Cpu>();
        there.CopyFrom(there.Flip());
        there[0, ..] = there[1, ..];
        there.NarrowChecked<long>().Dispose();
        Assert.Equal(1, HostDevice<Attic>.Live);
    }
}
