namespace TypedTensors.Direct3D.Tests;

/// <summary>Dispatches are recorded, ordered, and run when somebody looks.</summary>
public class CommandBatchTests
{
    [DirectXFact]
    public void ChainedOperations_AreOneBatch_UntilAResultIsRead()
    {
        DirectX.Synchronize();
        Tensor<float, DirectX> x = new[] { 1f, 2f }.ToTensor(2).To<DirectX>();
        for (int i = 0; i < 10; i++)
        {
            x = x + 1f;
        }

        Assert.Equal(10, CommandBatch.Shared.Pending);
        Assert.Equal([11f, 12f], x.ToArray());
        Assert.Equal(0, CommandBatch.Shared.Pending);
    }

    [DirectXFact]
    public void WhatTheBatchDoesNotUse_IsReadWithoutRunningIt()
    {
        DirectX.Synchronize();
        Tensor<int, DirectX> x = Tensor<int, DirectX>.Full(3, 4), other = new[] { 5 }.ToTensor(1).To<DirectX>();
        DirectX.Synchronize();
        Tensor<int, DirectX> sum = x + x;
        Assert.Equal([5], other.ToArray());
        Assert.Equal(1, CommandBatch.Shared.Pending);
        Assert.Equal([6, 6, 6, 6], sum.ToArray());
    }

    [DirectXFact]
    public void WritingWhatTheBatchReads_RunsItFirst()
    {
        Tensor<int, DirectX> x = new[] { 1, 2 }.ToTensor(2).To<DirectX>();
        Tensor<int, DirectX> sum = x + 10;
        x[0] = 100;
        Assert.Equal([11, 12], sum.ToArray());
        Assert.Equal([100, 2], x.ToArray());
    }

    [DirectXFact]
    public void DisposedOperands_LiveUntilTheBatchHasRun()
    {
        Tensor<int, DirectX> x = new[] { 1, 2 }.ToTensor(2).To<DirectX>();
        Tensor<int, DirectX> sum = x + 10;
        x.Dispose();
        Assert.Equal([11, 12], sum.ToArray());
    }

    [DirectXFact]
    public void ManyDispatches_AreSubmittedOnTheirOwn()
    {
        DirectX.Synchronize();
        Tensor<int, DirectX> x = Tensor<int, DirectX>.Zeros(1);
        for (int i = 0; i < 1030; i++)
        {
            x.AddInPlace(1);
        }

        Assert.InRange(CommandBatch.Shared.Pending, 1, 1024);
        Assert.Equal([1030], x.ToArray());
    }
}
