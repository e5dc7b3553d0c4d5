namespace TypedTensors.Ops.Tests;

/// <summary>Convolutions on the device of this project. Values: PyTorch 1.13 in double; the operands have so few bits that every sum is exact.</summary>
public class ConvolutionsTests
{
    [DeviceFact]
    public void Conv1d_WithStridePaddingAndBias_IsPyTorchs()
    {
        double[] expected = [
            -2.25, 0.25, -3.5, 0.375, 0.875, 0.625, 0.25, -0.625, 1.375, -1.625, 1.375, 0.125, -0.25, 0.125, 0.5, 0.375, -3.25, 0.75,
            -2.375, 0.125, 0.75, -1.25, 1.75, -0.125,
        ];
        Tensor<double, Device> x = Pattern.X(2, 2, 7), weight = Pattern.W(3, 2, 3), bias = Pattern.Of(1, 5, 1, 2, 3);
        Check.Elements(x.Conv1d(weight, bias, 2, 1), expected);
        Check.Elements(Pattern.Sparse(x).Conv1d(Pattern.Sparse(weight), Pattern.Sparse(bias), 2, 1), expected);
        Check.Elements(x.Cast<float>().Conv1d(weight.Cast<float>(), bias.Cast<float>(), 2, 1).Cast<double>(), expected);
        Check.Elements(x.Cast<Half>().Conv1d(weight.Cast<Half>(), bias.Cast<Half>(), 2, 1).Cast<double>(), expected);
    }

    [DeviceFact]
    public void Conv2d_WithDilationAndGroups_IsPyTorchs()
    {
        Tensor<double, Device> actual = Pattern.X(1, 4, 5, 6).Conv2d(Pattern.W(4, 2, 3, 2), null, (1, 2), (1, 2), (2, 1), 2);
        Assert.Equal([1, 4, 3, 5], actual.Shape.AsSpan());
        double[] expected =
        [
            0, -0.625, -1.5, 1.75, 0, 0, 1.25, 1.25, -1.5, 0, 0, -1.25, 2.375, -0.875, 0, 0, -1.25, 2.375, -0.875, 0, 0, -4.75, -2.375,
            2.75, 0, 0, 2.5, -3.375, 1.75, 0, 0, -3.25, -3.625, 1.5, 0, 0, 3.5, -4.125, 0.625, 0, 0, 2.75, 2.5, -1.875, 0, 0, 2.75, 2.5,
            -1.875, 0, 0, 0.5, 2, -3.375, 0, 0, 0, -2.75, 0, 0,
        ];
        Check.Elements(actual, expected);
    }

    [DeviceFact]
    public void Conv3d_WithStridesAndPadding_IsPyTorchs()
    {
        Tensor<double, Device> actual = Pattern.X(1, 2, 3, 4, 3).Conv3d(Pattern.W(2, 2, 2, 3, 2), Pattern.Of(1, 5, 1, 2, 2), (1, 2, 1), (1, 0, 1));
        double[] expected =
        [
            2, 1.875, 0, -1.875, -3.5, 2.875, -3.5, 1.125, 0.25, -3.5, 1.125, -2.125, -0.125, 0.25, -1.5, -0.875, 1, 0.375, 0.875, -1.375,
            -0.625, 2.625, -5.25, 1.625, 2, -5.25, 4.75, -2, -2.25, 4.25, -1.375, 0.125,
        ];
        Check.Elements(actual, expected);
    }

    [DeviceFact]
    public void Integers_AreConvolvedExactly() =>
        Check.Elements(new[] { 1, 2, 3, 4 }.AsTensor(1, 1, 4).To<Device>().Conv1d(new[] { 10, 1 }.AsTensor(1, 1, 2).To<Device>()), 12, 23, 34);

    [DeviceFact]
    public void EveryGeometry_IsTheNaiveSum()
    {
        foreach ((int stride, int padding, int dilation, int groups, int channels, int size, int kernel) in (ReadOnlySpan<(int, int, int, int, int, int, int)>)
            [(1, 0, 1, 1, 3, 9, 1), (1, 1, 1, 1, 2, 40, 3), (2, 1, 1, 2, 4, 11, 3), (3, 2, 2, 1, 2, 13, 3), (1, 3, 2, 4, 4, 12, 4), (4, 0, 1, 1, 1, 17, 2), (2, 3, 3, 1, 9, 12, 2)])
        {
            nint outputs = groups * 9;
            Tensor<double, Device> x = Pattern.X(2, channels, size, size + 1), weight = Pattern.W(outputs, channels / groups, kernel, kernel);
            Tensor<double, Device> expected = Naive(x.To<Cpu>(), weight.To<Cpu>(), stride, padding, dilation, groups).To<Device>();
            Check.Elements(x.Conv2d(weight, null, stride, padding, dilation, groups), expected.ToArray());
            Check.Elements(x.Cast<float>().Conv2d(weight.Cast<float>(), null, stride, padding, dilation, groups).Cast<double>(), expected.ToArray());
        }
    }

    [DeviceFact]
    public void NaN_SpreadsToWhereItIsSummed()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(1, 1, 40);
        x[.., .., 20] = Tensor<float, Device>.Scalar(float.NaN);
        float[] actual = x.Conv1d(Tensor<float, Device>.Ones(1, 1, 3)).ToArray();
        Assert.Equal([18, 19, 20], Enumerable.Range(0, 38).Where(i => float.IsNaN(actual[i])));
    }

    [DeviceFact]
    public void Nothing_IsConvolvedToBiasOrNothing()
    {
        Tensor<float, Device> weight = Tensor<float, Device>.Ones(2, 1, 1), bias = new[] { 3f, 4 }.AsTensor().To<Device>();
        Assert.Equal([0, 2, 4], Tensor<float, Device>.Ones(0, 1, 4).Conv1d(weight, bias).Shape.AsSpan());
        Check.Elements(Tensor<float, Device>.Ones(1, 0, 2).Conv1d(Tensor<float, Device>.Ones(2, 0, 1), bias), 3f, 3, 4, 4);
    }

    [DeviceFact]
    public void OperandsThatDoNotFit_AreRefused()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(1, 4, 5, 5), weight = Tensor<float, Device>.Ones(2, 4, 3, 3);
        Assert.Equal(
            "Conv1d: input of shape [1, 4, 5, 5] has 4 axes; it needs 3: images, channels and 1 spatial ones.",
            Assert.Throws<ShapeException>(() => x.Conv1d(weight)).Message);
        Assert.Contains("do not fit in 2 groups", Assert.Throws<ShapeException>(() => x.Conv2d(weight, groups: 2)).Message, StringComparison.Ordinal);
        Assert.Contains("it needs the shape [2]", Assert.Throws<ShapeException>(() => x.Conv2d(weight, Tensor<float, Device>.Ones(3))).Message, StringComparison.Ordinal);
        Assert.Contains("it reaches over 7 elements of axis 2", Assert.Throws<ShapeException>(() => x.Conv2d(weight, dilation: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("has 3 numbers; there are 2 spatial axes", Assert.Throws<ArgumentException>(() => x.Conv2d(weight, stride: (1, 2, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("stride 0 is below 1", Assert.Throws<ArgumentException>(() => x.Conv2d(weight, stride: 0)).Message, StringComparison.Ordinal);
    }

    static Tensor<double, Cpu> Naive(Tensor<double, Cpu> x, Tensor<double, Cpu> weight, int stride, int padding, int dilation, int groups)
    {
        nint Length(int axis) => ((x.Shape[axis] + (2 * padding) - (dilation * (weight.Shape[axis] - 1)) - 1) / stride) + 1;
        nint perGroup = weight.Shape[0] / groups, inputs = weight.Shape[1];
        return Tensor<double, Cpu>.FromFunction(
            at =>
            {
                double sum = 0;
                for (nint c = 0; c < inputs; c++)
                {
                    for (nint j = 0; j < weight.Shape[2]; j++)
                    {
                        for (nint i = 0; i < weight.Shape[3]; i++)
                        {
                            nint row = (at[2] * stride) + (j * dilation) - padding, column = (at[3] * stride) + (i * dilation) - padding;
                            bool isInside = row >= 0 && row < x.Shape[2] && column >= 0 && column < x.Shape[3];
                            sum += isInside ? x[at[0], (at[1] / perGroup * inputs) + c, row, column] * weight[at[1], c, j, i] : 0;
                        }
                    }
                }

                return sum;
            },
            x.Shape[0],
            weight.Shape[0],
            Length(2),
            Length(3));
    }
}
