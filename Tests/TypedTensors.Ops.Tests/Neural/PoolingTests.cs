namespace TypedTensors.Ops.Tests;

/// <summary>Poolings on the device of this project. Values: PyTorch 1.13 in double.</summary>
public class PoolingTests
{
    const float NaN = float.NaN;

    [DeviceFact]
    public void MaxPool_IsPyTorchs()
    {
        Tensor<double, Device> x = Pattern.X(1, 2, 5, 4);
        Check.Elements(x.MaxPool(3, 2, 1), [0.5, 1.25, 0.75, 1.25, 1, 1.25, 1.25, 1.25, 1.25, 1.25, 1.25, 1 ]);
        Check.Elements(Pattern.Sparse(x).MaxPool(3, 2, 1), [0.5, 1.25, 0.75, 1.25, 1, 1.25, 1.25, 1.25, 1.25, 1.25, 1.25, 1 ]);
        Check.Elements(x.MaxPool(2, 2, ceilMode: true), [0.5, 1.25, 0.75, 1.25, 1, 0, 1.25, 0.5, 1, 0.75, 1.25, 1]);
        Check.Elements(Pattern.X(1, 1, 9).MaxPool(2, 2, dilation: 3), [1.25, -0.5, 0.25]);
        Check.Elements(new byte[] { 3, 1, 2, 9 }.AsTensor(1, 1, 4).To<Device>().MaxPool(3, 1, 1), (byte[])[3, 3, 9, 9]);
    }

    [DeviceFact]
    public void MaxPoolWithIndices_IsPyTorchs()
    {
        (Tensor<double, Device> values, Tensor<long, Device> indices) = Pattern.X(1, 2, 5, 4).MaxPoolWithIndices(3, 2, 1);
        Check.Elements(values, [0.5, 1.25, 0.75, 1.25, 1, 1.25, 1.25, 1.25, 1.25, 1.25, 1.25, 1 ]);
        Check.Elements(indices, (long[])[ 1, 3, 9, 14, 17, 14, 5, 5, 5, 5, 16, 19]);
    }

    [DeviceFact]
    public void AvgPool_IsPyTorchs()
    {
        Tensor<double, Device> x = Pattern.X(1, 2, 5, 4);
        Pattern.Near(x.AvgPool((3, 2), 2, (1, 1), ceilMode: true, countIncludePad: false), 1e-15, [-0.5, 0.0625, 0.625, -0.08333333333333333, 0.25, -0.3333333333333333, -0.125, 0.4375, -0.375, 0.125, 0, -0.125, 0.08333333333333333, -0.041666666666666664, -0.16666666666666666, 0.5, -0.3125, 0.25]);
        Pattern.Near(x.AvgPool(3, 2, 1, ceilMode: true), 1e-15, [-0.1388888888888889, 0.16666666666666666, 0.20833333333333334, -0.08333333333333333, 0.05555555555555555, -0.16666666666666666, 0.027777777777777776, 0.1111111111111111, -0.125, 0.1388888888888889, -0.027777777777777776, -0.041666666666666664, 0.027777777777777776, -0.08333333333333333, -0.08333333333333333, 0, -0.08333333333333333, 0.08333333333333333]);
        Pattern.Near(Pattern.X(1, 1, 2, 3, 4).AvgPool(2, 1), 1e-15, [-0.125, 0.25, 0.28125, 0, 0.03125, -0.28125]);
    }

    [DeviceFact]
    public void AdaptivePools_ArePyTorchs()
    {
        Tensor<double, Device> x = Pattern.X(1, 2, 5, 4);
        Pattern.Near(x.AdaptiveAvgPool((3, 2)), 1e-15, [-0.3125, 0.4375, -0.125, 0.16666666666666666, 0.0625, 0.125, 0.3125, -0.3125, 0.041666666666666664, -0.125, 0, 0.0625]);
        Check.Elements(x.AdaptiveMaxPool(3), [0.5, 1, 1.25, 0.75, 1.25, 1.25, 1, 1.25, 1.25, 1.25, 1.25, 0.5, 1.25, 1.25, 0.75, 1.25, 0.5, 1]);
    }

    [DeviceFact]
    public void NaN_IsTheLargestAndTheMean()
    {
        Tensor<float, Device> x = new[] { 1f, NaN, 3, 4, 5, 6 }.AsTensor(1, 1, 6).To<Device>();
        Check.Elements(x.MaxPool(2), NaN, 4, 6);
        Check.Elements(x.MaxPoolWithIndices(2).Indices, 1L, 3, 5);
        Check.Elements(x.AvgPool(2), NaN, 3.5f, 5.5f);
    }

    [DeviceFact]
    public void Nothing_IsPooledToNothing() => Assert.Equal([0, 2, 2], Tensor<float, Device>.Ones(0, 2, 4).MaxPool(2).Shape.AsSpan());

    [DeviceFact]
    public void WindowsThatDoNotFit_AreRefused()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(1, 1, 3);
        Assert.Contains("does not fit axis 2", Assert.Throws<ShapeException>(() => x.MaxPool(4)).Message, StringComparison.Ordinal);
        Assert.Contains("which may be half a window", Assert.Throws<ShapeException>(() => x.AvgPool(2, padding: 2)).Message, StringComparison.Ordinal);
        Assert.Contains("one to three spatial axes", Assert.Throws<ShapeException>(() => Tensor<float, Device>.Ones(3, 3).MaxPool(1)).Message, StringComparison.Ordinal);
        Assert.Contains("has no elements", Assert.Throws<ShapeException>(() => Tensor<float, Device>.Ones(1, 1, 0).AdaptiveMaxPool(1)).Message, StringComparison.Ordinal);
    }
}
