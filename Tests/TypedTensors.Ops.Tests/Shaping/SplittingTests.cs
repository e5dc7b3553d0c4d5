namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Tensors taken apart, against NumPy 1.24 and PyTorch 1.13.</summary>
public class SplittingTests
{
    [DeviceFact]
    public void Split_GivesPartsOfGivenLengths()
    {
        Tensor<int, Device>[] parts = Shaped.Numbers(2, 4).Split([1, 0, 3], 1);
        Assert.Equal(3, parts.Length);
        Shaped.Is(parts[0], [2, 1], 0, 4);
        Shaped.Is(parts[1], [2, 0]);
        Shaped.Is(parts[2], [2, 3], 1, 2, 3, 5, 6, 7);
    }

    [DeviceFact]
    public void SplitAt_IsNumpys()
    {
        Assert.Equal(["0 1 2", "3 4", "5", "6 7", ""], Texts(Shaped.Numbers(8).SplitAt([3, 5, 6, 10])));
        Assert.Equal(["0 1 2 3 4", "", "3 4 5 6", "7"], Texts(Shaped.Numbers(8).SplitAt([5, 3, -1])));
        Assert.Equal(["0 3", "1 4 2 5"], Texts(Shaped.Numbers(2, 3).Transpose().SplitAt([1])));
    }

    [DeviceFact]
    public void Chunk_IsPyTorchs()
    {
        Assert.Equal([3, 3, 3, 1], Shaped.Numbers(10).Chunk(4).Select(part => part.Length));
        Assert.Equal([2, 2, 1], Shaped.Numbers(5).Chunk(4).Select(part => part.Length));
        Assert.Equal([0, 0, 0], Shaped.Numbers(0).Chunk(3).Select(part => part.Length));
        Shaped.Is(Shaped.Numbers(2, 3).Chunk(2, -1)[1], [2, 1], 2, 5);
    }

    [DeviceFact]
    public void Parts_AreViews()
    {
        Tensor<int, Device> x = Shaped.Numbers(6);
        x.Split([2, 4])[1].Fill(9);
        x.SplitAt([1])[0].Fill(8);
        x.Chunk(6)[1].Fill(7);
        Shaped.Is(x, [6], 8, 7, 9, 9, 9, 9);
        Assert.True(x.Split([2, 4])[0].SharesMemoryWith(x));
    }

    [DeviceFact]
    public void WhatDoesNotFit_IsRefused()
    {
        Tensor<int, Device> x = Shaped.Numbers(2, 3);
        Assert.Equal(
            "Split: the parts of axis 1 of shape [2, 3] have 4 indices together, the axis 3; they must be as many.",
            Assert.Throws<ShapeException>(() => x.Split([2, 2], 1)).Message);
        Assert.Equal("Split: a part of axis 0 of shape [2, 3] has the negative length -1.", Assert.Throws<ShapeException>(() => x.Split([3, -1])).Message);
        Assert.Equal("SplitAt: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => x.SplitAt([1], 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Chunk(0));
        Assert.Throws<ShapeException>(() => Tensor<int, Device>.Scalar(1).Chunk(1));
    }

    static string[] Texts(Tensor<int, Device>[] parts) => [.. parts.Select(part => string.Join(' ', part.ToArray()))];
}
