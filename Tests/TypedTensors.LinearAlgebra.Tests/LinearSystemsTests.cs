namespace TypedTensors.Tests.LinearAlgebra;

public class LinearSystemsTests
{
    [Fact]
    public void Solve_IsThatOfNumPy()
    {
        Close.To(Samples.Mixed.Solve(new[] { 1.0, 2, 3 }.AsTensor()), [3], 1.857142857142857, -0.1428571428571429, 1.2857142857142858);
        Close.To(Samples.Definite.Solve(new[] { 1.0, 1, 2, 4, 3, 9 }.AsTensor(3, 2)), [3, 2], 2.0 / 3, 1, 1.8333333333333333, 4.25, 2, 5.5);
    }

    [Fact]
    public void Solutions_SolveStackedEquations()
    {
        foreach (Tensor<double, Cpu> a in Samples.Layouts(Samples.Random(3, 1, 20, 20)))
        {
            Tensor<double, Cpu> b = Samples.Random(4, 20, 5), x = a.Solve(b);
            Assert.Equal([3, 4, 20, 5], x.Shape.ToArray());
            Close.To(a.MatMul(x), b.BroadcastTo(3, 4, 20, 5));
        }
    }

    [Fact]
    public void Inverse_IsThatOfNumPy()
    {
        Close.To(Samples.Mixed.Inverse(), [3, 3], 2.0 / 7, 4.0 / 7, 1.0 / 7, 2.0 / 7, -3.0 / 7, 1.0 / 7, 3.0 / 7, 6.0 / 7, -2.0 / 7);
        Tensor<double, Cpu> a = Samples.Random(2, 15, 15);
        Close.To(a.Inverse().MatMul(a), Tensor<double, Cpu>.Eye(15).BroadcastTo(2, 15, 15));
    }

    [Fact]
    public void Det_IsThatOfNumPy()
    {
        Close.To(Samples.Mixed.Det(), [], 7);
        Close.To(Samples.Definite.Det(), [], 24);
        Close.To(Samples.Singular.Det(), [], 0);
        Close.To(Samples.Mixed.Unsqueeze(0).BroadcastTo(2, 3, 3).Det(), [2], 7, 7);
        Close.To(Tensor<double, Cpu>.Zeros(0, 0).Det(), [], 1);
    }

    [Fact]
    public void SlogDet_IsThatOfNumPy()
    {
        (Tensor<double, Cpu> sign, Tensor<double, Cpu> logarithm) = Samples.Mixed.SlogDet();
        Close.To(sign, [], 1);
        Close.To(logarithm, [], 1.945910149055313);
        (sign, logarithm) = Samples.Mixed.Flip(0).SlogDet();
        Close.To(sign, [], -1);
        Close.To(logarithm, [], 1.945910149055313);
        (sign, logarithm) = (Samples.Definite * 1e200).SlogDet();
        Close.To(sign, [], 1);
        Assert.Equal(3.1780538303479458 + (3 * 200 * Math.Log(10)), logarithm.ToArray()[0], 1e-9);
        (sign, logarithm) = Tensor<double, Cpu>.Zeros(2, 2).SlogDet();
        Close.To(sign, [], 0);
        Assert.Equal([double.NegativeInfinity], logarithm.ToArray());
    }

    [Fact]
    public void SignsOfPermutations_AreThoseOfTheirExchanges()
    {
        Tensor<double, Cpu> cycle = Tensor<double, Cpu>.FromFunction(index => index[1] == (index[0] + 1) % 4 ? 1 : 0, 4, 4);
        Close.To(cycle.SlogDet().Sign, [], -1);
        Close.To(cycle.MatMul(cycle).SlogDet().Sign, [], 1);
        Close.To(Samples.Random(9, 9).SlogDet().Sign, [], Math.Sign(Samples.Random(9, 9).Det().ToArray()[0]));
    }

    [Fact]
    public void SmallerDtypes_AreRoundedOnce()
    {
        Assert.Equal([1.857142857142857f, -0.1428571428571429f, 1.2857142857142858f], Samples.Mixed.Cast<float>().Solve(new[] { 1f, 2, 3 }.AsTensor()).ToArray());
        Assert.Equal((Half)(2.0 / 7), Samples.Mixed.Cast<Half>().Inverse()[0, 0]);
    }

    [Fact]
    public void EmptySystems_HaveEmptySolutions()
    {
        Assert.Equal([0], Tensor<double, Cpu>.Zeros(0, 0).Solve(Tensor<double, Cpu>.Zeros(0)).Shape.ToArray());
        Assert.Equal([2, 0], Tensor<double, Cpu>.Eye(2).Solve(Tensor<double, Cpu>.Zeros(2, 0)).Shape.ToArray());
        Assert.Equal([0, 3, 3], Tensor<double, Cpu>.Zeros(0, 3, 3).Inverse().Shape.ToArray());
        Assert.Equal([1.0, 1], Tensor<double, Cpu>.Zeros(2, 0, 0).Det().ToArray());
    }

    [Fact]
    public void WhatHasNoSolution_IsRefused()
    {
        Tensor<double, Cpu> stack = Tensor<double, Cpu>.Zeros(2, 3, 3);
        stack[0, .., ..].CopyFrom(Samples.Mixed);
        Assert.Equal("Solve: matrix 1 of 2, 3 by 3, is singular: pivot 0 is 0.", Assert.Throws<SingularMatrixException>(() => stack.Solve(Samples.Mixed)).Message);
        Assert.Equal(
            "Inverse: the matrix, 2 by 2, is singular: pivot 1 is 0.",
            Assert.Throws<SingularMatrixException>(() => Tensor<double, Cpu>.Ones(2, 2).Inverse()).Message);
        Assert.Equal("Det: shape [3, 2]: the matrices are 3 by 2, not square.", Assert.Throws<ShapeException>(() => Samples.Tall.Det()).Message);
        Assert.Equal("SlogDet: shape [3] has rank 1; a matrix has two axes.", Assert.Throws<ShapeException>(() => Samples.Random(3).SlogDet()).Message);
        Assert.Equal(
            "Solve: shapes [3, 3] and [2]: the right sides must have 3 rows.",
            Assert.Throws<ShapeException>(() => Samples.Mixed.Solve(Samples.Random(2))).Message);
        Assert.Equal(
            "Inverse: the tensor of shape [2, 2] has elements that are NaN or infinite.",
            Assert.Throws<ArithmeticException>(() => Tensor<double, Cpu>.Full(double.NaN, 2, 2).Inverse()).Message);
        Assert.Throws<ArgumentNullException>(() => Samples.Mixed.Solve(null!));
    }
}
