namespace TypedTensors.Ops.Tests.Shaping;

/// <summary>Norms of matrices, against NumPy 1.24.</summary>
public class MatrixNormTests
{
    static Tensor<float, Device> X => Shaped.Mixed.Cast<float>();

    [DeviceFact]
    public void MatrixNorm_IsNumpys()
    {
        Tensor<float, Device> stack = Tensor.Stack([X, X.Transpose().Clone().Reshape(3, 4).Multiply(-2f)]);
        Check.Elements(stack.MatrixNorm(), 1, [17.204650534085253f, 34.40930106817051f]);
        Check.Elements(stack.MatrixNorm(MatrixNormOrder.One), 15f, 34);
        Check.Elements(stack.MatrixNorm(MatrixNormOrder.NegativeOne), 11f, 18);
        Check.Elements(stack.MatrixNorm(MatrixNormOrder.Infinity), 22f, 40);
        Check.Elements(stack.MatrixNorm(MatrixNormOrder.NegativeInfinity), 9f, 28);
        Check.Elements(X.Transpose().MatrixNorm(MatrixNormOrder.One), 22f);
        Check.Elements(X.Transpose().MatrixNorm(MatrixNormOrder.NegativeInfinity), 11f);
        Assert.Equal([2, 1, 1], stack.MatrixNorm(MatrixNormOrder.One, keepDims: true).Shape.ToArray());
    }

    [DeviceFact]
    public void NothingAndNaN_AreAsDocumented()
    {
        Check.Elements(X[..0, ..].MatrixNorm(), 0f);
        Check.Elements(X[..0, ..].MatrixNorm(MatrixNormOrder.One), 0f);
        Check.Elements(X[.., ..0].MatrixNorm(MatrixNormOrder.NegativeInfinity), 0f);
        Assert.Equal([0], Tensor<float, Device>.Zeros(0, 2, 0).MatrixNorm(MatrixNormOrder.One).Shape.ToArray());
        Check.Elements(Shaped.On(1, float.NaN, 2, 3).Reshape(2, 2).MatrixNorm(MatrixNormOrder.NegativeOne), float.NaN);
    }

    [DeviceFact]
    public void WhatHasNoNorm_IsRefused()
    {
        Assert.Equal("MatrixNorm: shape [4] has rank 1; a matrix has two axes.", Assert.Throws<ShapeException>(() => X[0, ..].MatrixNorm()).Message);
        Assert.Equal(
            "MatrixNorm: no elements along the axes of shape [3, 0], and none of them is the largest or the smallest.",
            Assert.Throws<InvalidOperationException>(() => X[.., ..0].MatrixNorm(MatrixNormOrder.One)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => X.MatrixNorm((MatrixNormOrder)9));
    }
}
