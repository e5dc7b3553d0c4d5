using TypedTensors.Ops.Tests.Kernels;

namespace TypedTensors.Direct3D.Tests.Kernels;

/// <summary>Kernels over an index space through HLSL: the laws that hold on the processor.</summary>
public class LaunchTests
{
    [DirectXFact]
    public void Mandelbrot_HasTheCountsOfPythonsComplexNumbers() => KernelLaws<DirectX>.Mandelbrot();

    [DirectXFact]
    public void TiledProduct_IsNumpys() => KernelLaws<DirectX>.TiledProduct();

    [DirectXFact]
    public void TiledProduct_HasTheProcessorsBits() => KernelLaws<DirectX>.InexactProduct();

    [DirectXFact]
    public void TiledProduct_TakesStridedAndBroadcastTensors() => KernelLaws<DirectX>.TiledProductOfViews();

    [DirectXFact]
    public void GroupSums_AreNumpysCumsumOfEachGroup() => KernelLaws<DirectX>.GroupSums();

    [DirectXFact]
    public void Transpose_MovesEveryElement() => KernelLaws<DirectX>.Transpose();

    [DirectXFact]
    public void CalledMethods_ReturnEarlyAndFromLoops() => KernelLaws<DirectX>.CalledMethods();

    [DirectXFact]
    public void Half_IsRoundedAtEachWrite() => KernelLaws<DirectX>.HalfRounding();

    [DirectXFact]
    public void ManyAxes_AreFoundThroughTheLayoutBuffer() => KernelLaws<DirectX>.ManyAxes();

    [DirectXFact]
    public void MoreGroupsThanADispatchMayHave_TakeTwo()
    {
        // Each group's sums begin anew, so that every one of its 64 threads has its own.
        const int groups = CommandBatch.LargestGroupCount + 2;
        Tensor<int, DirectX> ones = Tensor<int, DirectX>.Ones(groups * 64), sums = Tensor<int, DirectX>.Zeros(groups * 64);
        DirectX.Synchronize();
        SampleKernels.GroupSums(ones, sums);
        Assert.Equal(2, CommandBatch.Shared.Pending);
        Assert.Equal(Enumerable.Range(0, groups * 64).Select(i => (i % 64) + 1), sums.ToArray());
    }

    [DirectXFact]
    public void Launches_AreOneBatch_AndWaitForWhatTheyRead()
    {
        Tensor<float, DirectX> x = Tensor<float, DirectX>.FromFunction(index => index[0] == index[1] ? 2 : 0, 16, 16), product = x.Clone();
        DirectX.Synchronize();
        for (int i = 0; i < 20; i++)
        {
            Tensor<float, DirectX> next = Tensor<float, DirectX>.Empty(16, 16);
            SampleKernels.Multiply(product, x, next);
            product.Dispose();
            product = next;
        }

        Assert.Equal(20, CommandBatch.Shared.Pending);
        Assert.Equal(1 << 21, product[3, 3]);
        Assert.Equal(0, product[3, 4]);
    }
}
