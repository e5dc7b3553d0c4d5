namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Elements named by tensors of indices and masks, against NumPy 1.24 and PyTorch 1.13.</summary>
public class SelectingTests
{
    static Tensor<int, Device> X => Shaped.Numbers(3, 4);

    [DeviceFact]
    public void Gather_IsPyTorchs()
    {
        Shaped.Is(X.Gather(1, Shaped.On(3, 0, 1, 1).Reshape(2, 2)), [2, 2], 3, 0, 5, 5);
        Shaped.Is(X.Gather(-2, Shaped.On(2L, 0, 1, 1).Reshape(1, 4)), [1, 4], 8, 1, 6, 7);
        Shaped.Is(X.Gather(1, Tensor<int, Device>.Zeros(0, 2)), [0, 2]);
        Shaped.Is(Tensor<int, Device>.Arange(12).Reshape(4, 3).Transpose().Gather(1, Shaped.On(-1, 0).Reshape(2, 1)), [2, 1], 9, 1);
    }

    [DeviceFact]
    public void IndexSelect_IsPyTorchs()
    {
        Shaped.Is(X.IndexSelect(1, Shaped.On(3, 3, 0)), [3, 3], 3, 3, 0, 7, 7, 4, 11, 11, 8);
        Shaped.Is(X.IndexSelect(0, Shaped.On(-1L)), [1, 4], 8, 9, 10, 11);
        Shaped.Is(X.IndexSelect(0, Tensor<int, Device>.Scalar(1)), [1, 4], 4, 5, 6, 7);
        Shaped.Is(X.IndexSelect(1, Tensor<int, Device>.Zeros(0)), [3, 0]);
    }

    [DeviceFact]
    public void OneHot_IsPyTorchs()
    {
        Tensor<int, Device> indices = Shaped.On(2, 0, 1, 2).Reshape(2, 2);
        Shaped.Is(indices.OneHot(3), [2, 2, 3], 0L, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        Shaped.Is(indices.Cast<long>().Transpose().OneHot(3), [2, 2, 3], 0L, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1);
        Shaped.Is(Shaped.On(-1, 0).OneHot(2, 5f, -1f), [2, 2], -1f, 5, 5, -1);
        Shaped.Is(Tensor<int, Device>.Scalar(1).OneHot(2, true), [2], false, true);
        Shaped.Is(Tensor<int, Device>.Zeros(0).OneHot(4, (byte)1), [0, 4]);
    }

    [DeviceFact]
    public void MaskedFill_IsPyTorchs()
    {
        Tensor<int, Device> x = X;
        Tensor<bool, Device> thirds = x.Remainder(3).Equal(0);
        Shaped.Is(x.MaskedFill(thirds, -1), [3, 4], -1, 1, 2, -1, 4, 5, -1, 7, 8, -1, 10, 11);
        Shaped.Is(x.MaskedFill(Shaped.On(true, false, false, true), -1), [3, 4], -1, 1, 2, -1, -1, 5, 6, -1, -1, 9, 10, -1);
        Shaped.Is(x, [3, 4], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Assert.Same(x, x.MaskedFill(thirds, -1, x));
        Shaped.Is(x, [3, 4], -1, 1, 2, -1, 4, 5, -1, 7, 8, -1, 10, 11);
        Shaped.Is(Tensor<double, Device>.Zeros(0).MaskedFill(Tensor<bool, Device>.Zeros(0), 1), [0]);
    }

    [DeviceFact]
    public void At_GetsNumpysElements()
    {
        Tensor<int, Device> n = Shaped.Mixed;
        Shaped.Is(n.At[Shaped.On(2, 0)], [2, 4], 5, 3, -5, 8, 3, -1, 4, 1);
        Shaped.Is(n.At[Shaped.On(0, -1).Reshape(1, 2), Shaped.On(1, 2).Reshape(2, 1)], [2, 2], -1, 3, 4, -5);
        Shaped.Is(n.At[Shaped.On(0L, 2), Shaped.On(-1L, 0)], [2], 1, 5);
        Shaped.Is(n.Transpose().At[Shaped.On(-1, 0), Shaped.On(0, 2)], [2], 1, 5);
        Shaped.Is(n.At[Tensor<int, Device>.Scalar(1)], [4], -5, 9, 2, -6);
        Shaped.Is(n.At[Tensor<int, Device>.Zeros(0)], [0, 4]);
        Assert.False(n.At[Shaped.On(0)].SharesMemoryWith(n));
    }

    [DeviceFact]
    public void At_SetsNumpysElements()
    {
        Tensor<int, Device> n = Shaped.Mixed;
        n.At[Shaped.On(2, 0)] = Shaped.On(1, 2).Reshape(2, 1);
        Shaped.Is(n, [3, 4], 2, 2, 2, 2, -5, 9, 2, -6, 1, 1, 1, 1);
        n = Shaped.Mixed;
        n.At[Shaped.On(0L, 2, 0), Shaped.On(1L, 1, 1)] = Shaped.On(7, 8, 9);
        Shaped.Is(n, [3, 4], 3, 9, 4, 1, -5, 9, 2, -6, 5, 8, -5, 8);
        n.Transpose().At[Shaped.On(-1)] = Tensor<int, Device>.Scalar(0);
        Shaped.Is(n, [3, 4], 3, 9, 4, 0, -5, 9, 2, 0, 5, 8, -5, 0);
        n.At[Tensor<int, Device>.Zeros(0)] = Tensor<int, Device>.Scalar(0);
        Shaped.Is(n, [3, 4], 3, 9, 4, 0, -5, 9, 2, 0, 5, 8, -5, 0);
    }

    [DeviceFact]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.Equal(
            "Gather: indices of shape [4, 1] go beyond shape [3, 4]: axis 0 is 4 against 3. TakeAlongAxis broadcasts.",
            Assert.Throws<ShapeException>(() => X.Gather(1, Tensor<int, Device>.Zeros(4, 1))).Message);
        Assert.Equal(
            "Gather: indices of shape [2] have another rank than shape [3, 4]; they need one axis for each.",
            Assert.Throws<ShapeException>(() => X.Gather(1, Tensor<int, Device>.Zeros(2))).Message);
        Assert.Equal(
            "IndexSelect: indices of shape [1, 2] have several axes; Take accepts any shape.",
            Assert.Throws<ShapeException>(() => X.IndexSelect(0, Tensor<int, Device>.Zeros(1, 2))).Message);
        Assert.Equal(
            "MaskedFill: a mask of shape [2, 3, 4] does not broadcast to shape [3, 4], which it has to fit into.",
            Assert.Throws<ShapeException>(() => X.MaskedFill(Tensor<bool, Device>.Zeros(2, 3, 4), 0)).Message);
        Assert.Equal(
            "At: 0 tensors of indices for shape [3, 4] of rank 2; it takes one for each of the first axes.",
            Assert.Throws<ShapeException>(() => X.At[Array.Empty<Tensor<int, Device>>()]).Message);
        Assert.Equal(
            "At: shapes [2] and [3] do not broadcast: axis 0 is 2 against 3.",
            Assert.Throws<ShapeException>(() => X.At[Tensor<int, Device>.Zeros(2), Tensor<int, Device>.Zeros(3)]).Message);
        Assert.Equal(
            "At: a value of shape [3, 1, 4] does not broadcast to the elements at the indices, of shape [2, 4].",
            Assert.Throws<ShapeException>(() => X.At[Tensor<int, Device>.Zeros(2)] = Shaped.Numbers(3, 1, 4)).Message);
        Assert.Throws<ShapeException>(() => X.At[Tensor<int, Device>.Zeros(2)] = Shaped.On(1, 2, 3));
        Assert.Throws<InvalidOperationException>(() => X[.., ..1].BroadcastTo(3, 4).At[Tensor<int, Device>.Zeros(1)] = X[0, ..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Shaped.On(0).OneHot(-1));
    }
}
