namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>What depends on which elements are true, against NumPy 1.24 and PyTorch 1.13.</summary>
public class MaskingTests
{
    static Tensor<int, Cpu> N => new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4);

    static Tensor<bool, Cpu> Outer => new[] { true, false, true }.AsTensor();

    [Fact]
    public void MaskedSelect_IsPyTorchs()
    {
        Shaped.Is(N.MaskedSelect(new[] { true, false, false, true }.AsTensor()), [6], 3, 1, -5, -6, 5, 8);
        Shaped.Is(new[] { 1, 2 }.AsTensor().MaskedSelect(new[] { true, false, true, true }.AsTensor(2, 2)), [3], 1, 1, 2);
        Shaped.Is(N.Transpose().MaskedSelect(N.Transpose().Less(0)), [4], -5, -1, -5, -6);
        Shaped.Is(Tensor<int, Cpu>.Zeros(0).MaskedSelect(Tensor<bool, Cpu>.Zeros(0)), [0]);
        Shaped.Is(Tensor<int, Cpu>.Scalar(5).MaskedSelect(Tensor<bool, Cpu>.Scalar(true)), [1], 5);
        Assert.Throws<ShapeException>(() => N.MaskedSelect(Outer[..2]));
    }

    [Fact]
    public void NonZero_IsNumpys()
    {
        Shaped.Is(N.Less(0).NonZero(), [4, 2], 0L, 1, 1, 0, 1, 3, 2, 2);
        Shaped.Is(N.Transpose().Less(0).NonZero(), [4, 2], 0L, 1, 1, 0, 2, 2, 3, 1);
        Shaped.Is(Tensor<bool, Cpu>.Zeros(2, 3).NonZero(), [0, 2]);
        Shaped.Is(Tensor<bool, Cpu>.Ones(0, 3).NonZero(), [0, 2]);
        Shaped.Is(Tensor<bool, Cpu>.Scalar(true).NonZero(), [1, 0]);
        Tensor<bool, Cpu> many = Tensor<bool, Cpu>.FromFunction(i => i % 7 == 3, 40_000);
        Assert.Equal(Enumerable.Range(0, 40_000).Where(i => i % 7 == 3).Select(i => (long)i), many.NonZero().ToArray());
    }

    [Fact]
    public void NonZero_OfNumbers_IsNumpys()
    {
        Tensor<double, Cpu> x = new[] { 0, double.NaN, -0.0, 2, 0, double.NegativeInfinity }.AsTensor(2, 3);
        Shaped.Is(x.NonZero(), [3, 2], 0L, 1, 1, 0, 1, 2);
        Shaped.Is(x.Transpose().NonZero(), [3, 2], 0L, 1, 1, 0, 2, 1);
        Shaped.Is(x.Where()[1], [3], 1L, 0, 2);
        Shaped.Is(Tensor<byte, Cpu>.Scalar(7).NonZero(), [1, 0]);
        Shaped.Is(Tensor<long, Cpu>.Ones(0, 3).NonZero(), [0, 2]);
    }

    [Fact]
    public void Where_OfOneArgument_HasIndicesForEachAxis()
    {
        Tensor<long, Cpu>[] places = N.Less(0).Where();
        Shaped.Is(places[0], [4], 0L, 1, 1, 2);
        Shaped.Is(places[1], [4], 1L, 0, 3, 2);
        Shaped.Is(N.At[places], [4], -1, -5, -6, -5);
        Assert.Empty(Tensor<bool, Cpu>.Scalar(true).Where());
    }

    [Fact]
    public void Masked_GetsNumpysElements()
    {
        Shaped.Is(N.Masked[N.Less(0)], [4], -1, -5, -6, -5);
        Shaped.Is(N.Masked[Outer], [2, 4], 3, -1, 4, 1, 5, 3, -5, 8);
        Shaped.Is(N.Transpose().Masked[Tensor<bool, Cpu>.Zeros(4)], [0, 3]);
        Shaped.Is(N[.., ..0].Masked[Outer], [2, 0]);
    }

    [Fact]
    public void Masked_SetsNumpysElements()
    {
        Tensor<int, Cpu> n = N;
        n.Masked[n.Less(0)] = new[] { 0, 1, 2, 3 }.AsTensor();
        Shaped.Is(n, [3, 4], 3, 0, 4, 1, 1, 9, 2, 2, 5, 3, 3, 8);
        n = N;
        n.Masked[Outer] = new[] { 1, 2, 3, 4 }.AsTensor();
        Shaped.Is(n, [3, 4], 1, 2, 3, 4, -5, 9, 2, -6, 1, 2, 3, 4);
        n.Transpose().Masked[new[] { false, true, false, false }.AsTensor()] = Tensor<int, Cpu>.Scalar(7);
        Shaped.Is(n, [3, 4], 1, 7, 3, 4, -5, 7, 2, -6, 1, 7, 3, 4);
        n.Masked[Tensor<bool, Cpu>.Zeros(3, 4)] = Tensor<int, Cpu>.Scalar(9);
        Shaped.Is(n, [3, 4], 1, 7, 3, 4, -5, 7, 2, -6, 1, 7, 3, 4);
    }

    [Fact]
    public void EveryDtype_MovesUnchanged() => Shaped.SameInEveryDtype(default(Selected), 7, 11);

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.Equal(
            "Masked: a mask of shape [4] does not fit shape [3, 4]; it needs that shape or that of the first axes.",
            Assert.Throws<ShapeException>(() => N.Masked[Tensor<bool, Cpu>.Zeros(4)]).Message);
        Assert.Equal(
            "Masked: a value of shape [3, 1, 4] does not broadcast to the elements where the mask is true, of shape [2, 4].",
            Assert.Throws<ShapeException>(() => N.Masked[Outer] = Tensor<int, Cpu>.Zeros(3, 1, 4)).Message);
        Assert.Throws<ShapeException>(() => N.Masked[Outer] = new[] { 1, 2, 3 }.AsTensor());
        Assert.Throws<InvalidOperationException>(() => N[..1, ..].BroadcastTo(3, 4).Masked[Outer] = N[0, ..]);
    }

    [Fact]
    public void AnIndexOutside_IsFoundBeforeAnythingIsDone()
    {
        Tensor<int, Cpu> n = N;
        Assert.Equal(
            "At: index 4 is outside axis 1 of shape [3, 4], which is 4 long.",
            Assert.Throws<IndexOutOfRangeException>(() => n.At[new[] { 0 }.AsTensor(), new[] { 4 }.AsTensor()] = n[0, ..1]).Message);
        Assert.Throws<IndexOutOfRangeException>(() => n.At[new[] { 1L << 32 }.AsTensor()]);
        Assert.Equal("OneHot: index 3 is outside axis 0 of shape [3], which is 3 long.", Assert.Throws<IndexOutOfRangeException>(() => new[] { 3 }.AsTensor().OneHot(3)).Message);
    }

    readonly struct Selected : IShapeOperation
    {
        public Tensor<T, Cpu> Run<T>(Tensor<T, Cpu> x)
            where T : unmanaged
        {
            Tensor<bool, Cpu> mask = Tensor<bool, Cpu>.FromFunction(i => i % 3 != 1, x.Length).Reshape(x.Shape);
            Tensor<T, Cpu> set = x.Clone();
            set.Masked[mask] = x.MaskedSelect(mask).Flip();
            set.Masked[mask[.., 0]] = x[0, ..];
            return Tensor.Concat([set.Reshape(set.Length), x.Masked[mask[.., 0]].Reshape(-1)]);
        }
    }
}
