namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Norms of other orders, against NumPy 1.24.</summary>
public class VectorNormTests
{
    static Tensor<float, Device> X => Shaped.Mixed.Cast<float>();

    [DeviceFact]
    public void VectorNorm_IsNumpys()
    {
        Check.Elements(X.VectorNorm(0, [1]), 4f, 4, 4);
        Check.Elements(X.VectorNorm(1, [1]), 9f, 22, 21);
        Check.Elements(X.VectorNorm(2, [1]), 1, [5.196152422706632f, 12.083045973594572f, 11.090536506409418f]);
        Check.Elements(X.VectorNorm(3, [1]), 4, [4.530654896083493f, 10.2535185223762f, 9.240433254923234f]);
        Check.Elements(X.VectorNorm(-1, [1]), 4, [0.38709677419354843f, 1.0227272727272727f, 1.1650485436893203f]);
        Check.Elements(X.VectorNorm(0.5, [1]), 4, [32.856406460551014f, 82.80583739665197f, 81.5881136373094f]);
        Check.Elements(X.VectorNorm(double.PositiveInfinity, [1]), 4f, 9, 8);
        Check.Elements(X.Transpose().VectorNorm(double.NegativeInfinity, [0]), 1f, 2, 3);
        Check.Elements(X.VectorNorm(1, -1), 9f, 22, 21);
        Check.Elements(X.VectorNorm(3), 4, [12.514649491351946f]);
    }

    [DeviceFact]
    public void NothingAndNaN_AreAsDocumented()
    {
        Check.Elements(Tensor<float, Device>.Zeros(0).VectorNorm(3), 0f);
        Check.Elements(Tensor<float, Device>.Zeros(0).VectorNorm(-1), float.PositiveInfinity);
        Check.Elements(Shaped.On(1, float.NaN).VectorNorm(1), float.NaN);
        Check.Elements(Shaped.On(1, float.NaN).VectorNorm(0), 2f);
        Assert.Equal([1, 4], X.VectorNorm(1, [0], keepDims: true).Shape.ToArray());
    }

    [DeviceFact]
    public void WhatHasNoNorm_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => X.VectorNorm(double.NaN));
        Assert.Equal(
            "VectorNorm: no elements along the axes of shape [0, 4], and none of them is the largest or the smallest.",
            Assert.Throws<InvalidOperationException>(() => X[..0, ..].VectorNorm(double.PositiveInfinity)).Message);
        Assert.Equal([0], X[..0, ..].VectorNorm(double.PositiveInfinity, 1).Shape.ToArray());
        Assert.Equal("VectorNorm: axis -1 is given twice for shape [3, 4].", Assert.Throws<ShapeException>(() => X.VectorNorm(1, [1, -1])).Message);
        Assert.Equal("VectorNorm: axis 2 is out of range for shape [3, 4] of rank 2.", Assert.Throws<ShapeException>(() => X.VectorNorm(1, [2])).Message);
    }
}
