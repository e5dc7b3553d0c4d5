namespace TypedTensors.Ops.Tests;

/// <summary>The program by which the library explains itself: it compiles, and does what its comments say.</summary>
public sealed class DesignExampleTests
{
    [Fact]
    public void SharingCopyingPromotionAndKernels_BehaveAsExplained()
    {
        float[] pixels = [0, 1, 2, 3, 4, 5];
        Tensor<float, Cpu> view = pixels.AsTensor(2, 3);
        Tensor<float, Cpu> copy = pixels.ToTensor(2, 3);
        pixels[0] = 1f;
        Assert.Equal(1f, view[0, 0]);
        Assert.Equal(0f, copy[0, 0]);
        Span<float> span = view.AsSpan();
        span[1] = 7f;
        Assert.Equal(7f, pixels[1]);

        Tensor<double, Cpu> d = Tensor<double, Cpu>.Full(0.5, 3);
        Tensor<double, Cpu> sum = view + d;
        Assert.Equal([1.5, 7.5, 2.5, 3.5, 4.5, 5.5], sum.ToArray());
#pragma warning disable TT1001 // The rule reports exactly this line, as the example says it must.
        view += d;
#pragma warning restore TT1001
        Assert.Equal([1.5f, 7.5f, 2.5f, 3.5f, 4.5f, 5.5f], pixels);
        Tensor<float, Cpu> narrowed = d.Cast<float>();
        Assert.Equal([0.5f, 0.5f, 0.5f], narrowed.ToArray());
        Tensor<float, Cpu> scaled = view * 0.5;
        Assert.Equal([0.75f, 3.75f, 1.25f, 1.75f, 2.25f, 2.75f], scaled.ToArray());

        Tensor<float, Cpu> y = view.Swish(1.5f);
        Assert.Equal(pixels.Select(x => x / (1 + MathF.Exp(-1.5f * x))), y.ToArray(), (expected, actual) => MathF.Abs(expected - actual) <= 1e-6f * MathF.Abs(expected));
        Assert.Equal([2, 2], view.MatMul(view.Transpose()).Softmax(axis: 1).Shape.ToArray());
    }

    [Fact]
    public void CompoundAssignment_WritesInPlaceAndChangesEveryAlias()
    {
        Tensor<int, Cpu> a = Tensor<int, Cpu>.Arange(4), alias = a;
        a += a;
        a -= 1;
        Assert.Same(alias, a);
        Assert.Equal([-1, 1, 3, 5], alias.ToArray());
        a = a + 1;
        Assert.NotSame(alias, a);
    }
}

/// <summary>The kernel of the example.</summary>
public static partial class ExampleActivations
{
    /// <summary>Swish: the input gated by its own sigmoid.</summary>
    [Elementwise]
    public static float Swish(float x, float beta) => x / (1 + MathF.Exp(-beta * x));
}
