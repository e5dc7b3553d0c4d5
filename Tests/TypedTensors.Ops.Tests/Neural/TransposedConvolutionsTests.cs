namespace TypedTensors.Ops.Tests;

/// <summary>Transposed convolutions on the device of this project. Values: PyTorch 1.13 in double; every sum is exact.</summary>
public class TransposedConvolutionsTests
{
    [DeviceFact]
    public void ConvTranspose1d_WithOutputPadding_IsPyTorchs()
    {
        Tensor<double, Device> x = Pattern.X(1, 2, 4), weight = Pattern.W(2, 3, 3), bias = Pattern.Of(1, 5, 1, 2, 3);
        double[] expected = [
            -2, -0.875, 0.75, -0.875, -2, -0.875, 0.75, -0.5, -2, -1.875, 1.125, 2.375, -1.25, -3, 1.875, 0.625, 2.375, -2, -0.25, 3, 1.25,
            -1.625, -1.375, 1.75,
        ];
        Check.Elements(x.ConvTranspose1d(weight, bias, 2, 1, 1), expected);
        Check.Elements(Pattern.Sparse(x).ConvTranspose1d(Pattern.Sparse(weight), bias, 2, 1, 1), expected);
    }

    [DeviceFact]
    public void ConvTranspose2d_WithGroupsAndDilation_IsPyTorchs()
    {
        double[] expected = [
            1, 0, 0.25, -0.5, 0.5, -5.125, 0.5, 3, 0.875, -0.625, 0.75, -0.25, -2.5, -0.25, 0.75, -0.75, 1.25, -1.75, 1, 0.125, -0.25,
            -3.25, 1.25, 0.25, -1.5, -0.25, 1.75, -1.125, 1.125, 0.25,
        ];
        Check.Elements(Pattern.X(1, 4, 2, 3).ConvTranspose2d(Pattern.W(4, 1, 3, 2), null, (2, 1), (1, 0), groups: 2, dilation: (1, 2)), expected);
    }

    [DeviceFact]
    public void ConvTranspose3d_WithStride_IsPyTorchs()
    {
        double[] expected =
        [
            1.875, -1.25, -0.75, 0.5, 0, 1.25, 0, -0.5, 0.75, -0.5, -1.875, 1.25, 0, 0.5, 0, -1.25, -1.875, -0.625, 0.75, 0.25, 0.625,
            1.875, -0.25, -0.75, -0.75, -0.25, 1.875, 0.625, 0.25, 0.75, -0.625, -1.875, -0.375, 0.25, 1.125, -0.75, 0, -0.25, 0, 0.75,
            -1.5, 1, 0, 0, 0, -1, 0, 0, 0.375, 0.125, -1.125, -0.375, -0.125, -0.375, 0.375, 1.125, 1.5, 0.5, 0, 0, -0.5, -1.5, 0, 0,
        ];
        Check.Elements(Pattern.X(1, 1, 2, 2, 2).ConvTranspose3d(Pattern.W(1, 1, 2, 2, 2), stride: 2), expected);
    }

    [DeviceFact]
    public void OperandsThatDoNotFit_AreRefused()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(1, 4, 3);
        Assert.Contains("do not fit in 1 groups", Assert.Throws<ShapeException>(() => x.ConvTranspose1d(Tensor<float, Device>.Ones(3, 2, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("nothing is left of axis 2", Assert.Throws<ShapeException>(() => x.ConvTranspose1d(Tensor<float, Device>.Ones(4, 2, 2), padding: 2)).Message, StringComparison.Ordinal);
    }
}
