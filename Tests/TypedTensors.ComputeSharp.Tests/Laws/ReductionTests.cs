namespace TypedTensors.Direct3D.Tests.Laws;

/// <summary>Reductions through HLSL, against closed forms.</summary>
public class ReductionTests
{
    [DirectXFact]
    public void SumsMaximaAndMeans_OfAnyAxis()
    {
        // Rows from 0 to 999: large enough for two passes over all of it.
        Tensor<float, DirectX> x = Enumerable.Range(0, 200_000).Select(i => (float)(i % 1000)).ToArray().ToTensor(200, 1000).To<DirectX>();
        Assert.Equal(999 * 1000 / 2 * 200f, x.Sum().Item());
        Assert.Equal(Enumerable.Repeat(999 * 1000 / 2f, 200), x.Sum(1).ToArray());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i * 200f), x.Sum(0).ToArray());
        Assert.Equal(Enumerable.Repeat(999f, 200), x.Max(1).ToArray());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (float)i), x.Transpose().Mean(1).ToArray());
    }
}
