namespace TypedTensors.Ops.Tests;

/// <summary>Indices that are tensors, in this process.</summary>
public class IndexingTests
{
    [Fact]
    public void TakeAlongAxis_IsNumpys() => IndexingLaws<Cpu>.TakeAlongAxis();

    [Fact]
    public void Take_IsNumpys() => IndexingLaws<Cpu>.Take();

    [Fact]
    public void Scatter_KeepsTheLastOfSeveral() => IndexingLaws<Cpu>.Scatter();

    [Fact]
    public void ScatterAdd_AddsAllInOrder() => IndexingLaws<Cpu>.ScatterAdd();

    [Fact]
    public void EveryDtype_MovesUnchanged() => IndexingLaws<Cpu>.EveryDtype();

    [Fact]
    public void EveryLayoutAndAxis_IsTheNaiveGather() => IndexingLaws<Cpu>.EveryLayout();

    [Fact]
    public void Empties_GiveEmpties() => IndexingLaws<Cpu>.Empties();

    [Fact]
    public void ShapesThatDoNotFit_AreRefused() => IndexingLaws<Cpu>.Refusals();

    [Fact]
    public void AnIndexOutside_IsFoundBeforeAnythingIsDone()
    {
        Tensor<int, Cpu> x = new[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3), indices = new[] { 0, 3 }.AsTensor(2, 1);
        Assert.Equal("TakeAlongAxis: index 3 is outside axis 1 of shape [2, 3], which is 3 long.", Assert.Throws<IndexOutOfRangeException>(() => x.TakeAlongAxis(indices, 1)).Message);
        Assert.Equal("Take: index -3 is outside axis 0 of shape [2, 3], which is 2 long.", Assert.Throws<IndexOutOfRangeException>(() => x.Take(new[] { -3 }.AsTensor(), 0)).Message);
        Assert.Throws<IndexOutOfRangeException>(() => x.Take(new[] { 1L << 32 }.AsTensor(), 0));
        Assert.Throws<IndexOutOfRangeException>(() => x.Scatter(indices, indices, 1));
        Assert.Throws<IndexOutOfRangeException>(() => x.ScatterAdd(indices, indices, 1));
    }
}
