namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Copies of tensors beside one another, against NumPy 1.24.</summary>
public class RepeatingTests
{
    static Tensor<int, Device> A => Shaped.Numbers(2, 3);

    [DeviceFact]
    public void Tile_IsNumpys()
    {
        Shaped.Is(A.Tile(2, 2), [4, 6], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5, 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        Shaped.Is(Shaped.On(1, 2).Tile(2, 1, 2), [2, 1, 4], 1, 2, 1, 2, 1, 2, 1, 2);
        Shaped.Is(A.Tile(2), [2, 6], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        Shaped.Is(A.Transpose().Tile(1, 2), [3, 4], 0, 3, 0, 3, 1, 4, 1, 4, 2, 5, 2, 5);
        Shaped.Is(Tensor<int, Device>.Scalar(7).Tile(3), [3], 7, 7, 7);
        Shaped.Is(Tensor<int, Device>.Scalar(7).Tile(), [], 7);
        Shaped.Is(A.Tile(0, 2), [0, 6]);
        Shaped.Is(A[..0, ..].Tile(3, 2), [0, 6]);
        Shaped.Is(Shaped.On(1, 2).Reshape(1, 1, 1, 1, 1, 1, 1, 2).Tile(2, 1, 1, 1, 1, 1, 1, 1), [2, 1, 1, 1, 1, 1, 1, 2], 1, 2, 1, 2);
    }

    [DeviceFact]
    public void Repeat_IsNumpys()
    {
        Shaped.Is(A.Repeat(2, 0), [4, 3], 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        Shaped.Is(A.Repeat(2, 1), [2, 6], 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        Shaped.Is(A.Repeat([2, 0, 1], 1), [2, 3], 0, 0, 2, 3, 3, 5);
        Shaped.Is(A.Transpose().Repeat(2, -1), [3, 4], 0, 0, 3, 3, 1, 1, 4, 4, 2, 2, 5, 5);
        Shaped.Is(A.Repeat(0, 1), [2, 0]);
        Shaped.Is(A[..0, ..].Repeat(2, 1), [0, 6]);
        Shaped.Is(A[..0, ..].Repeat([], 0), [0, 3]);
    }

    [DeviceFact]
    public void Roll_IsNumpys()
    {
        Tensor<int, Device> x = Shaped.Numbers(3, 4);
        Shaped.Is(x.Roll(1, 1), [3, 4], 3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10);
        Shaped.Is(x.Roll(-5, 0), [3, 4], 8, 9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7);
        Shaped.Is(x.Roll(3), [3, 4], 9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        Shaped.Is(x.Roll([1, -2], [0, 1]), [3, 4], 10, 11, 8, 9, 2, 3, 0, 1, 6, 7, 4, 5);
        Shaped.Is(x.Roll([1, 1, 3], [0, 0, -1]), [3, 4], 5, 6, 7, 4, 9, 10, 11, 8, 1, 2, 3, 0);
        Shaped.Is(x.Transpose().Roll(1, 0), [4, 3], 3, 7, 11, 0, 4, 8, 1, 5, 9, 2, 6, 10);
        Shaped.Is(Tensor<int, Device>.Scalar(5).Roll(3), [], 5);
        Shaped.Is(x[..0, ..].Roll(2, 0), [0, 4]);
    }

    [DeviceFact]
    public void EveryDtypeAndLayout_MovesUnchanged()
    {
        Shaped.SameInEveryDtype(default(All), 3, 5);
        Shaped.SameOnEveryLayout(x => x.Tile(2, 3));
        Shaped.SameOnEveryLayout(x => x.Repeat(3, -1));
        Shaped.SameOnEveryLayout(x => x.Repeat([.. Enumerable.Range(0, (int)x.Shape[0]).Select(i => (nint)(i % 3))], 0));
        Shaped.SameOnEveryLayout(x => x.Roll([1, 2], [0, -1]));
        Shaped.SameOnEveryLayout(x => x.Roll(5));
    }

    [DeviceFact]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.Equal("Tile: shape [2, 3] cannot be repeated -1 times; 0 is the least.", Assert.Throws<ShapeException>(() => A.Tile(2, -1)).Message);
        Assert.Equal("Repeat: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => A.Repeat(2, 2)).Message);
        Assert.Equal("Repeat: shape [2, 3] cannot be repeated -2 times; 0 is the least.", Assert.Throws<ShapeException>(() => A.Repeat([1, -2], 0)).Message);
        Assert.Equal(
            "Repeat: 2 counts for axis 1 of shape [2, 3], which is 3 long; it needs one for each index.", Assert.Throws<ShapeException>(() => A.Repeat([1, 2], 1)).Message);
        Assert.Equal("Roll: axis -3 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => A.Roll(1, -3)).Message);
        Assert.StartsWith("Roll: 1 shifts for 2 axes", Assert.Throws<ArgumentException>(() => A.Roll([1], [0, 1])).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => A.Tile(1, 1, 1, 1, 1, 1, 1, 1, 1));
    }

    readonly struct All : IShapeOperation
    {
        public Tensor<T, Device> Run<T>(Tensor<T, Device> x)
            where T : unmanaged => x.Roll(2, 1).Tile(2, 2).Repeat(2, 0).Repeat([.. Enumerable.Range(0, 10).Select(i => (nint)(i % 3))], 1);
    }
}
