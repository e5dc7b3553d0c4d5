namespace TypedTensors.Ops.Tests;

/// <summary>What an operation takes from the collector: nothing into a destination, and only the result's own objects without one.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData(1 << 10)]
    [InlineData(1 << 20)]
    public void OperationIntoADestination_AllocatesNothing(int length)
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Full(0.5f, length), result = Tensor<float, Cpu>.Empty(length);
        Assert.Equal(0, BytesPerCall(() => x.GeluTanh(result)));
        Assert.Equal(0, BytesPerCall(() => x.Add(x, result)));
        Assert.Equal(0, BytesPerCall(() => x.MultiplyInPlace(1f)));
    }

    [Fact]
    public void StridedAndBroadcastOperands_AllocateNothing()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Full(0.5f, 512, 256), row = Tensor<float, Cpu>.Full(2f, 512), result = Tensor<float, Cpu>.Empty(256, 512);
        Tensor<float, Cpu> transposed = x.Transpose();
        Assert.Equal(0, BytesPerCall(() => transposed.Add(row, result)));
    }

    [Fact]
    public void OperationWithoutADestination_AllocatesTheResultOnly()
    {
        // A pooled block is reused; what remains are the tensor and its storage, whatever the size.
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Full(0.5f, 1 << 20);
        Assert.InRange(BytesPerCall(() => x.GeluTanh().Dispose()), 1, 512);
    }

    private static long BytesPerCall(Action call)
    {
        for (int i = 0; i < 50; i++)
        {
            call();
        }

        // Reused jobs of the thread pool may still be on their way back; the least of several rounds is what a call itself takes.
        long least = long.MaxValue;
        for (int round = 0; round < 20; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
