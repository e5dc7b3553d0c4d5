namespace TypedTensors.Ops.Tests;

/// <summary>Reductions into tensors that exist.</summary>
public abstract class ReductionDestinationTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    [DeviceFact]
    public void Destination_IsWrittenAndReturned()
    {
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(3, 5), sums = Tensor<float, TDevice>.Zeros(3);

        Assert.Same(sums, x.Sum(1, destination: sums));
        Check.Elements(sums, 5f, 5, 5);
    }

    [DeviceFact]
    public void StridedDestinations_AreWrittenInPlace()
    {
        Tensor<int, TDevice> x = Tensor<int, TDevice>.Arange(24).Reshape(2, 3, 4);
        Tensor<long, TDevice> wide = Tensor<long, TDevice>.Full(-1, 2, 3, 2);

        x.Sum(2, destination: wide[.., .., 0]);
        Check.Elements(wide, 6, -1, 22, -1, 38, -1, 54, -1, 70, -1, 86, -1L);
        x.Sum(0, destination: Tensor<long, TDevice>.Zeros(4, 3).Transpose());
        Tensor<Half, TDevice> halves = Tensor<Half, TDevice>.Zeros(2, 2);
        Tensor<Half, TDevice>.Ones(2, 9).Sum(1, destination: halves[.., 1]);
        Check.Elements(halves, (Half)0, (Half)9, (Half)0, (Half)9);
    }

    [DeviceFact]
    public void DestinationWithinTheSource_GetsWhatACopyWouldGive()
    {
        Tensor<double, TDevice> x = Tensor<double, TDevice>.Arange(12.0).Reshape(3, 4);

        x.Sum(0, destination: x[1, ..]);
        Check.Elements(x[1, ..], 12, 15, 18, 21.0);
    }

    [DeviceFact]
    public void MistakenDestinations_AreRefused()
    {
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(2, 3);

        Assert.Equal(
            "Sum: the result has shape [2], which does not fit the destination's shape [3].",
            Assert.Throws<ShapeException>(() => x.Sum(1, destination: Tensor<float, TDevice>.Zeros(3))).Message);
        Assert.Throws<InvalidOperationException>(() => x.Sum(1, destination: Tensor<float, TDevice>.Ones(1).BroadcastTo(2)));
    }
}
