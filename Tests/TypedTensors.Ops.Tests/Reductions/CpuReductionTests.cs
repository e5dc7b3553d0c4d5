namespace TypedTensors.Ops.Tests;

/// <summary>Sums on the processor.</summary>
public class CpuSumTests : SumTests<Cpu>;

/// <summary>Means on the processor.</summary>
public class CpuMeanTests : MeanTests<Cpu>;

/// <summary>Variances on the processor.</summary>
public class CpuMomentTests : MomentTests<Cpu>;

/// <summary>Any, All and CountNonZero on the processor.</summary>
public class CpuZeroTests : ZeroTests<Cpu>;

/// <summary>Extremes on the processor.</summary>
public class CpuExtremeTests : ExtremeTests<Cpu>;

/// <summary>Products and norms on the processor.</summary>
public class CpuProductTests : ProductTests<Cpu>;

/// <summary>Reductions into tensors that exist, on the processor.</summary>
public class CpuReductionDestinationTests : ReductionDestinationTests<Cpu>
{
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
