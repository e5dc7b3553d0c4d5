namespace TypedTensors.Tests.LinearAlgebra;

public class DecompositionsTests
{
    [Fact]
    public void Cholesky_IsThatOfNumPy()
    {
        Close.To(Samples.Definite.Cholesky(), [3, 3], 2, 0, 0, -1, 1.7320508075688772, 0, 0.5, -0.8660254037844388, 1.414213562373095);
        Tensor<double, Cpu> lowerOnly = Samples.Definite.Clone();
        lowerOnly[0, 2] = 99;
        Close.To(lowerOnly.Cholesky(), Samples.Definite.Cholesky());
    }

    [Fact]
    public void Qr_IsThatOfNumPyButForSigns()
    {
        (Tensor<double, Cpu> q, Tensor<double, Cpu> r) = Samples.Tall.Qr();
        Close.ToColumns(q, [3, 2], -0.16903085094570325, 0.8970852271450607, -0.50709255283711, 0.27602622373694136, -0.8451542547285166, -0.34503277967117696);
        Close.ToColumns(r.Transpose(), [2, 2], -5.916079783099616, 0, -7.437357441610946, 0.828078671210825);
    }

    [Fact]
    public void Svd_IsThatOfNumPyButForSigns()
    {
        (Tensor<double, Cpu> u, Tensor<double, Cpu> s, Tensor<double, Cpu> vh) = Samples.Tall.Svd();
        Close.ToColumns(u, [3, 2], -0.22984769640007147, 0.8834610176985255, -0.5247448187602937, 0.24078249213254635, -0.8196419411205159, -0.4018960334334318);
        Close.To(s, [2], 9.525518091565107, 0.5143005806586443);
        Close.ToColumns(vh.Transpose(), [2, 2], -0.6196294838293404, -0.7848944532670524, -0.7848944532670524, 0.6196294838293404);
    }

    [Fact]
    public void Eigh_IsThatOfNumPyButForSigns()
    {
        (Tensor<double, Cpu> values, Tensor<double, Cpu> vectors) = Samples.Definite.Eigh();
        Close.To(values, [3], 1.3126004382638274, 2.568372886210254, 7.119026675525918);
        Close.ToColumns(
            vectors,
            [3, 3],
            0.2708020827196853, 0.769305756373436, -0.5786491901017199, 0.6962534864042076, 0.2585708835567582, 0.6696059892553703, 0.6647535743902898, -0.5842172125052231, -0.4656102811879913);
        Tensor<double, Cpu> lowerOnly = Samples.Definite.Clone();
        lowerOnly[0, 2] = 99;
        Close.To(lowerOnly.Eigh().Values, values);
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(17, 5)]
    [InlineData(5, 17)]
    [InlineData(1, 1)]
    public void Factors_MultiplyToTheMatrix(int rows, int columns)
    {
        foreach (Tensor<double, Cpu> a in Samples.Layouts(Samples.Random(2, 3, rows, columns)))
        {
            nint least = Math.Min(rows, columns);
            Tensor<double, Cpu> identity = Tensor<double, Cpu>.Eye(least).BroadcastTo(2, 3, least, least);
            (Tensor<double, Cpu> q, Tensor<double, Cpu> r) = a.Qr();
            Close.To(q.MatMul(r), a);
            Close.To(q.Transpose(-1, -2).MatMul(q), identity);
            Assert.All(Enumerable.Range(1, (int)least - 1), row => Assert.All(r[.., .., row, ..row].ToArray(), below => Assert.Equal(0, below, 1e-14)));

            (Tensor<double, Cpu> u, Tensor<double, Cpu> s, Tensor<double, Cpu> vh) = a.Svd();
            Close.To((u * s.Unsqueeze(-2)).MatMul(vh), a);
            Close.To(u.Transpose(-1, -2).MatMul(u), identity);
            Close.To(vh.MatMul(vh.Transpose(-1, -2)), identity);
            Assert.All(s.ToArray(), value => Assert.True(value >= 0));

            Tensor<double, Cpu> gram = a.MatMul(a.Transpose(-1, -2)) + Tensor<double, Cpu>.Eye(rows);
            Tensor<double, Cpu> lower = gram.Cholesky();
            Close.To(lower.MatMul(lower.Transpose(-1, -2)), gram);
            (Tensor<double, Cpu> values, Tensor<double, Cpu> vectors) = gram.Eigh();
            Close.To((vectors * values.Unsqueeze(-2)).MatMul(vectors.Transpose(-1, -2)), gram);
        }
    }

    [Fact]
    public void MatrixRank_IsThatOfNumPy()
    {
        Assert.Equal([2L], Samples.Tall.MatrixRank().ToArray());
        Assert.Equal([1L], Samples.Singular.MatrixRank().ToArray());
        Assert.Equal([0L, 0], Tensor<float, Cpu>.Zeros(2, 3, 3).MatrixRank().ToArray());
        Assert.Equal([1L], Samples.Tall.MatrixRank(0.1).ToArray());
        Assert.Equal([0L], Tensor<float, Cpu>.Zeros(0, 3).MatrixRank().ToArray());
    }

    [Fact]
    public void Pinv_IsThatOfNumPy()
    {
        Close.To(Samples.Tall.Pinv(), [2, 3], -4.0 / 3, -1.0 / 3, 2.0 / 3, 13.0 / 12, 1.0 / 3, -5.0 / 12);
        Close.To(
            new[] { 1.0, 2, 2, 4, 3, 6 }.AsTensor(3, 2).Pinv(),
            [2, 3],
            0.014285714285714289, 0.028571428571428564, 0.042857142857142844, 0.028571428571428584, 0.05714285714285714, 0.0857142857142857);
        Assert.Equal([3, 0], Tensor<double, Cpu>.Zeros(0, 3).Pinv().Shape.ToArray());
    }

    [Fact]
    public void EmptyMatrices_HaveEmptyFactors()
    {
        Tensor<double, Cpu> empty = Tensor<double, Cpu>.Zeros(2, 3, 0);
        Assert.Equal([2, 3, 0], empty.Qr().Q.Shape.ToArray());
        Assert.Equal([2, 0, 0], empty.Qr().R.Shape.ToArray());
        Assert.Equal([2, 0], empty.Svd().S.Shape.ToArray());
        Assert.Equal([0], Tensor<double, Cpu>.Zeros(0, 0).Eigh().Values.Shape.ToArray());
        Assert.Equal([0, 0], Tensor<double, Cpu>.Zeros(0, 0).Cholesky().Shape.ToArray());
    }

    [Fact]
    public void WhatCannotBeFactored_IsRefused()
    {
        Assert.Equal(
            "Cholesky: the matrix, 3 by 3, is not positive definite.",
            Assert.Throws<SingularMatrixException>(() => Samples.Mixed.Cholesky()).Message);
        Assert.Equal("Eigh: shape [3, 2]: the matrices are 3 by 2, not square.", Assert.Throws<ShapeException>(() => Samples.Tall.Eigh()).Message);
        Assert.Equal("Qr: shape [3] has rank 1; a matrix has two axes.", Assert.Throws<ShapeException>(() => Samples.Random(3).Qr()).Message);
        Assert.Equal(
            "Svd: the tensor of shape [2, 2] has elements that are NaN or infinite.",
            Assert.Throws<ArithmeticException>(() => Tensor<float, Cpu>.Full(float.PositiveInfinity, 2, 2).Svd()).Message);
        Assert.Throws<ArgumentNullException>(() => ((Tensor<float, Cpu>)null!).Pinv());
    }
}
