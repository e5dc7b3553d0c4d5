namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Tensors put together, against NumPy 1.24.</summary>
public class JoiningTests
{
    static Tensor<int, Device> A => Shaped.Numbers(2, 3);

    [DeviceFact]
    public void Concat_IsNumpys()
    {
        Shaped.Is(Tensor.Concat([A, Shaped.Numbers(2, 2) + 10], 1), [2, 5], 0, 1, 2, 10, 11, 3, 4, 5, 12, 13);
        Shaped.Is(Tensor.Concat([A.Transpose(), Shaped.Numbers(2, 2) + 20]), [5, 2], 0, 3, 1, 4, 2, 5, 20, 21, 22, 23);
        Shaped.Is(Tensor.Concat([A[.., 0], A[1, new Slice(step: -1)], A[..0, 0]], -1), [5], 0, 3, 5, 4, 3);
        Shaped.Is(Tensor.Concat([A]), [2, 3], 0, 1, 2, 3, 4, 5);
    }

    [DeviceFact]
    public void Stack_IsNumpys()
    {
        Shaped.Is(Tensor.Stack([A, A + 10]), [2, 2, 3], 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15);
        Shaped.Is(Tensor.Stack([A, A + 10], 1), [2, 2, 3], 0, 1, 2, 10, 11, 12, 3, 4, 5, 13, 14, 15);
        Shaped.Is(Tensor.Stack([A, A + 10], -1), [2, 3, 2], 0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15);
        Shaped.Is(Tensor.Stack([Tensor<int, Device>.Scalar(4), Tensor<int, Device>.Scalar(7)]), [2], 4, 7);
    }

    [DeviceFact]
    public void Empties_AddNothing()
    {
        Shaped.Is(Tensor.Concat([A[..0, ..], A, A[..0, ..]]), [2, 3], 0, 1, 2, 3, 4, 5);
        Shaped.Is(Tensor.Concat([A[.., ..0], A[.., ..0]], 1), [2, 0]);
        Shaped.Is(Tensor.Stack([A[..0, ..], A[..0, ..]], 2), [0, 3, 2]);
    }

    [DeviceFact]
    public void Destinations_AreWrittenAlsoWhereTheyOverlap()
    {
        Tensor<int, Device> whole = Shaped.Numbers(8), left = whole[..4], right = whole[4..];
        Assert.Same(whole, Tensor.Concat([right, left], 0, whole));
        Shaped.Is(whole, [8], 4, 5, 6, 7, 0, 1, 2, 3);
        Tensor<int, Device> columns = Tensor<int, Device>.Zeros(2, 3);
        Tensor.Stack([Shaped.On(1, 2), Shaped.On(3, 4)], 0, columns[.., ..2]);
        Shaped.Is(columns, [2, 3], 1, 2, 0, 3, 4, 0);
    }

    [DeviceFact]
    public void EveryDtypeAndLayout_MovesUnchanged()
    {
        Shaped.SameInEveryDtype(default(Twice), 3, 5);
        Shaped.SameOnEveryLayout(x => Tensor.Concat([x, x.Flip(0), x], -1));
        Shaped.SameOnEveryLayout(x => Tensor.Stack([x, x.Flip(0)], 1));
    }

    [DeviceFact]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.Equal(
            "Concat: tensor 1 of shape [3, 2] does not fit the first, of shape [2, 3]: axis 0 is 3 against 2; only axis 1 may differ.",
            Assert.Throws<ShapeException>(() => Tensor.Concat([A, A.Transpose()], 1)).Message);
        Assert.Equal(
            "Concat: tensor 1 of shape [3] has another rank than the first, of shape [2, 3].",
            Assert.Throws<ShapeException>(() => Tensor.Concat([A, A[0, ..]])).Message);
        Assert.Equal("Concat: axis 2 is out of range for shape [2, 3] of rank 2.", Assert.Throws<ShapeException>(() => Tensor.Concat([A], 2)).Message);
        Assert.Throws<ShapeException>(() => Tensor.Concat([Tensor<int, Device>.Scalar(1)]));
        Assert.Equal("Stack: tensor 1 has shape [2, 2] against [2, 3]; all need one shape.", Assert.Throws<ShapeException>(() => Tensor.Stack([A, A[.., ..2]])).Message);
        Assert.Equal(
            "Stack: axis 3 is out of range for tensors of shape [2, 3], whose stack has rank 3.", Assert.Throws<ShapeException>(() => Tensor.Stack([A, A], 3)).Message);
        Assert.Equal(
            "Concat: the result has shape [4, 3], which does not fit the destination's shape [2, 3].", Assert.Throws<ShapeException>(() => Tensor.Concat([A, A], 0, A)).Message);
        Assert.StartsWith("Stack: there are no tensors", Assert.Throws<ArgumentException>(() => Tensor.Stack<int, Device>([])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Tensor.Concat<int, Device>([A, null!]));
    }

    readonly struct Twice : IShapeOperation
    {
        public Tensor<T, Device> Run<T>(Tensor<T, Device> x)
            where T : unmanaged => Tensor.Stack([Tensor.Concat([x, x.Flip()]), Tensor.Concat([x[1.., ..], x, x[..1, ..]])]);
    }
}
