namespace TypedTensors.Ops.Tests;

/// <summary>Reductions into tensors that exist.</summary>
public class ReductionDestinationTests
{
    [Fact]
    public void Destination_IsWrittenAndReturned()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Ones(3, 5), sums = Tensor<float, Cpu>.Zeros(3);

        Assert.Same(sums, x.Sum(1, destination: sums));
        Check.Elements(sums, 5f, 5, 5);
    }

    [Fact]
    public void StridedDestinations_AreWrittenInPlace()
    {
        Tensor<int, Cpu> x = Tensor<int, Cpu>.Arange(24).Reshape(2, 3, 4);
        Tensor<long, Cpu> wide = Tensor<long, Cpu>.Full(-1, 2, 3, 2);

        x.Sum(2, destination: wide[.., .., 0]);
        Check.Elements(wide, 6, -1, 22, -1, 38, -1, 54, -1, 70, -1, 86, -1L);
        x.Sum(0, destination: Tensor<long, Cpu>.Zeros(4, 3).Transpose());
        Tensor<Half, Cpu> halves = Tensor<Half, Cpu>.Zeros(2, 2);
        Tensor<Half, Cpu>.Ones(2, 9).Sum(1, destination: halves[.., 1]);
        Check.Elements(halves, (Half)0, (Half)9, (Half)0, (Half)9);
    }

    [Fact]
    public void DestinationWithinTheSource_GetsWhatACopyWouldGive()
    {
        Tensor<double, Cpu> x = Tensor<double, Cpu>.Arange(12.0).Reshape(3, 4);

        x.Sum(0, destination: x[1, ..]);
        Check.Elements(x[1, ..], 12, 15, 18, 21.0);
    }

    [Fact]
    public void MistakenDestinations_AreRefused()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Ones(2, 3);

        Assert.Equal(
            "Sum: the result has shape [2], which does not fit the destination's shape [3].",
            Assert.Throws<ShapeException>(() => x.Sum(1, destination: Tensor<float, Cpu>.Zeros(3))).Message);
        Assert.Throws<InvalidOperationException>(() => x.Sum(1, destination: Tensor<float, Cpu>.Ones(1).BroadcastTo(2)));
    }

    [Fact]
    public void IntoADestination_NothingIsAllocated()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Ones(300, 300), sums = Tensor<float, Cpu>.Zeros(300);
        x.Sum(1, destination: sums);
        long before = GC.GetAllocatedBytesForCurrentThread();
        x.Sum(1, destination: sums);
        x.Max(0, destination: sums);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
