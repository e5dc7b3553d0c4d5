namespace TypedTensors.Ops.Tests;

/// <summary>Images in other sizes, on the device of this project. Values: PyTorch 1.13 in double.</summary>
public class ResamplingTests
{
    static Tensor<double, Device> X => Pattern.X(1, 1, 3, 4);

    [DeviceFact]
    public void Nearest_IsPyTorchs()
    {
        Check.Elements(X.Interpolate((5, 3)), [-1.25, 0.5, -0.5, -1.25, 0.5, -0.5, 0.25, -0.75, 1, 0.25, -0.75, 1, -1, 0.75, -0.25]);
        Check.Elements(X.Interpolate((5, 3), InterpolationMode.NearestExact), [-1.25, -0.5, 1.25, -1.25, -0.5, 1.25, 0.25, 1, 0, -1, -0.25, -1.25, -1, -0.25, -1.25]);
    }

    [DeviceFact]
    public void Linear_IsPyTorchs()
    {
        double[] expected = [-0.9583333333333334, 0, 0.9583333333333328, -0.5416666666666669, 0.04999999999999999, 0.6416666666666666, 0.08333333333333337, 0.125, 0.16666666666666696, -0.39166666666666655, 0.19999999999999998, -0.5833333333333329, -0.7083333333333335, 0.25, -1.083333333333333];
        Pattern.Near(X.Interpolate((5, 3), InterpolationMode.Linear), 1e-14, expected);
        Pattern.Near(Pattern.Sparse(X).Interpolate((5, 3), InterpolationMode.Linear), 1e-14, expected);
        Pattern.Near(X.Interpolate((5, 3), InterpolationMode.Linear, alignCorners: true), 1e-14, [-1.25, 0, 1.25, -0.5, 0.0625, 0.625, 0.25, 0.125, 0, -0.375, 0.1875, -0.625, -1, 0.25, -1.25]);
        Pattern.Near(Pattern.X(1, 1, 4).Interpolate(6, InterpolationMode.Linear), 1e-14, [-1.25, -0.375, 0.3333333333333335, -0.33333333333333326, 0.375, 1.25]);
    }

    [DeviceFact]
    public void Cubic_IsPyTorchs()
    {
        double[] expected =
        [
            -1.0830092592592588, -0.01200000000000001, 1.0590092592592584, -0.5129942129629622, 0.020937499999999724, 0.7615775462962969,
            0.07609953703703737, 0.125, 0.1739004629629637, -0.3419942129629626, 0.36828124999999967, -0.6784641203703691,
            -0.8090092592592594, 0.5445625000000002, -1.2484259259259267,
        ];
        Pattern.Near(X.Interpolate((5, 3), InterpolationMode.Cubic), 1e-14, expected);
        Pattern.Near(X.Interpolate((5, 3), InterpolationMode.Cubic, alignCorners: true), 1e-14, [-1.25, 0, 1.25, -0.3828125, 0.026611328125, 0.7421875, 0.25, 0.125, 0, -0.234375, 0.328125, -0.7421875, -1, 0.5078125, -1.25]);
    }

    [DeviceFact]
    public void WhatCannotBe_IsRefused()
    {
        Assert.Contains("corners are aligned", Assert.Throws<ArgumentException>(() => X.Interpolate(2, alignCorners: true)).Message, StringComparison.Ordinal);
        Assert.Contains("size 0 is below 1", Assert.Throws<ArgumentException>(() => X.Interpolate(0)).Message, StringComparison.Ordinal);
        Assert.Contains("has no elements", Assert.Throws<ShapeException>(() => Tensor<float, Device>.Ones(1, 1, 0).Interpolate(2)).Message, StringComparison.Ordinal);
    }
}
