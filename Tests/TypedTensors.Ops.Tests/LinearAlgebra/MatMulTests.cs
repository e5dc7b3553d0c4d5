using System.Numerics;
using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Matrix products, against a naive oracle and NumPy 1.24.</summary>
public class MatMulTests
{
    [Fact]
    public void EveryDtype_MatchesTheNaiveProduct()
    {
        VerifyShapes<double>();
        VerifyShapes<float>();
        VerifyShapes<Half>();
        VerifyShapes<int>();
        VerifyShapes<uint>();
        VerifyShapes<long>();
        VerifyShapes<ulong>();
        VerifyShapes<short>();
        VerifyShapes<ushort>();
        VerifyShapes<sbyte>();
        VerifyShapes<byte>();
    }

    [Fact]
    public void Vectors_LoseTheirAxis()
    {
        Tensor<int, Cpu> row = new[] { 1, 2, 3 }.AsTensor();
        Tensor<int, Cpu> matrix = new[] { 1, 0, 2, 1, 0, 3 }.AsTensor(3, 2);

        Check.Elements(row.MatMul(row), 14);
        Check.Elements(row.MatMul(matrix), 5, 11);
        Check.Elements(matrix.Transpose().MatMul(row), 5, 11);
        Assert.Equal(0, row.MatMul(row).Rank);
        Assert.Equal([2], row.MatMul(matrix).Shape.AsSpan());
        Assert.Equal([4, 2], row.MatMul(matrix.BroadcastTo(4, 3, 2)).Shape.AsSpan());
    }

    [Fact]
    public void Matrices_MultiplyAsInNumPy()
    {
        Tensor<double, Cpu> x = new[] { 0.1, -2, 3.5, 4, 0.25, -1 }.AsTensor(2, 3);
        Tensor<double, Cpu> y = new[] { 1, 0.3, -0.7, 2, 5, -0.01 }.AsTensor(3, 2);

        Check.Elements(x.MatMul(y), 4, [19, -4.005, -1.1749999999999998, 1.71]);
        Check.Elements(y.MatMul(x), 4, [1.3, -1.925, 3.2, 7.93, 1.9, -4.449999999999999, 0.46, -10.0025, 17.51]);
        Check.Elements(x.Cast<float>().MatMul(y.Cast<float>()), 4, [19, -4.005f, -1.175f, 1.71f]);
    }

    [Fact]
    public void Batches_Broadcast()
    {
        Tensor<int, Cpu> x = Tensor<int, Cpu>.Arange(8).Reshape(2, 1, 2, 2);
        Tensor<int, Cpu> y = Tensor<int, Cpu>.Arange(12).Reshape(3, 2, 2);
        Tensor<int, Cpu> product = x.MatMul(y);

        Assert.Equal([2, 3, 2, 2], product.Shape.AsSpan());
        Check.Elements(
            product,
            2, 3, 6, 11, 6, 7, 26, 31, 10, 11, 46, 51, 10, 19, 14, 27, 46, 55, 66, 79, 82, 91, 118, 131);
    }

    [Fact]
    public void ViewsOfAllLayouts_MatchTheNaiveProduct()
    {
        Tensor<double, Cpu>[] matrices =
        [
            Layouts.Filled<double, Cpu>(4, 5),
            Layouts.Filled<double, Cpu>(5, 4).Transpose(),
            Layouts.Filled<double, Cpu>(4, 5).Flip(0, 1),
            Layouts.Filled<double, Cpu>(8, 11)[new Slice(step: 2), new Slice(start: 10, step: -2, stop: 0)],
            Layouts.Filled<double, Cpu>(5).BroadcastTo(4, 5),
            Layouts.Filled<double, Cpu>(4, 1).BroadcastTo(3, 4, 5),
            Layouts.Filled<double, Cpu>(4, 3, 5).Transpose(0, 1),
            Layouts.Filled<double, Cpu>(5, 4, 3).Transpose(),
        ];
        foreach (Tensor<double, Cpu> x in matrices)
        {
            foreach (Tensor<double, Cpu> y in matrices)
            {
                Verify(x, y.Transpose(-1, -2));
            }
        }
    }

    [Fact]
    public void LargerThanABlock_MatchesTheNaiveProduct()
    {
        Verify(Layouts.Filled<float, Cpu>(67, 131), Layouts.Filled<float, Cpu>(131, 45));
        Verify(Layouts.Filled<int, Cpu>(33, 70), Layouts.Filled<int, Cpu>(65, 70).Transpose());
    }

    [Fact]
    public void AnEmptyInnerAxis_GivesZeros()
    {
        Check.Elements(Tensor<float, Cpu>.Ones(2, 0).MatMul(Tensor<float, Cpu>.Ones(0, 3)), 0f, 0, 0, 0, 0, 0);
        Check.Elements(Tensor<int, Cpu>.Ones(0).MatMul(Tensor<int, Cpu>.Ones(0)), 0);
        Assert.Equal([0, 3], Tensor<float, Cpu>.Ones(0, 2).MatMul(Tensor<float, Cpu>.Ones(2, 3)).Shape.AsSpan());
        Assert.Equal([0, 2, 3], Tensor<float, Cpu>.Ones(0, 2, 4).MatMul(Tensor<float, Cpu>.Ones(4, 3)).Shape.AsSpan());
    }

    [Fact]
    public void Integers_Wrap()
    {
        Check.Elements(
            new sbyte[] { 100, 100 }.AsTensor().MatMul(new sbyte[] { 2, 1 }.AsTensor()),
            (sbyte)44);
        Check.Elements(
            new byte[] { 255, 255 }.AsTensor().MatMul(new byte[] { 255, 2 }.AsTensor()),
            (byte)255);
        Check.Elements(new[] { int.MaxValue, 1 }.AsTensor().MatMul(new[] { 2, 3 }.AsTensor()), 1);
    }

    [Fact]
    public void OfHalves_IsRoundedOnce()
    {
        Tensor<Half, Cpu> ones = Tensor<Half, Cpu>.Ones(3000);
        Check.Elements(ones.MatMul(ones), (Half)3000); // in Half itself the sum would stay at 2048
        Check.Elements(
            new[] { (Half)300, (Half)300 }.AsTensor().MatMul(new[] { (Half)300, -(Half)300 }.AsTensor()),
            (Half)0); // 90000 is beyond Half
    }

    [Fact]
    public void NaNAndInfinity_ReachEveryElementTheyCountIn()
    {
        Tensor<float, Cpu> x = new[] { NaN, 0, Inf, 1, 1, 1 }.AsTensor(3, 2);

        Check.Elements(x.MatMul(new[] { 0f, 1, 2, 3 }.AsTensor(2, 2)), NaN, NaN, NaN, Inf, 2f, 4);
    }

    [Fact]
    public void ShapesThatDoNotFit_AreRefused()
    {
        Tensor<float, Cpu> x = Tensor<float, Cpu>.Ones(2, 3);

        Assert.Equal(
            "MatMul: shapes [2, 3] and [2, 3] do not fit: the inner lengths are 3 and 2.",
            Assert.Throws<ShapeException>(() => x.MatMul(x)).Message);
        Assert.Equal(
            "MatMul: shapes [2, 3] and [4] do not fit: the inner lengths are 3 and 4.",
            Assert.Throws<ShapeException>(() => x.MatMul(Tensor<float, Cpu>.Ones(4))).Message);
        Assert.Equal(
            "MatMul: shapes [2, 3] and []: a scalar has no matrix product; use *.",
            Assert.Throws<ShapeException>(() => x.MatMul(Tensor<float, Cpu>.Scalar(1))).Message);
        Assert.Equal(
            "MatMul: shapes [2] and [3] do not broadcast: axis 0 is 2 against 3.",
            Assert.Throws<ShapeException>(() => Tensor<float, Cpu>.Ones(2, 4, 5).MatMul(Tensor<float, Cpu>.Ones(3, 5, 4))).Message);
        Assert.Throws<ArgumentNullException>(() => x.MatMul(null!));
    }

    static void VerifyShapes<T>()
        where T : unmanaged, INumber<T>
    {
        (nint[] X, nint[] Y)[] shapes =
        [
            ([3], [3]), ([3], [3, 2]), ([2, 3], [3]), ([2, 3], [3, 4]), ([1, 1], [1, 1]), ([17, 5], [5, 33]),
            ([4, 2, 3], [3, 2]), ([2, 3], [4, 3, 2]), ([4, 2, 3], [4, 3, 2]), ([2, 1, 2, 3], [5, 3, 2]), ([1, 2, 3], [4, 3, 1]),
            ([3], [2, 3, 4]), ([2, 4, 3], [3]), ([2, 0], [0, 3]), ([0, 2], [2, 3]),
        ];
        foreach ((nint[] x, nint[] y) in shapes)
        {
            // Elements up to 4 and inner lengths up to 5: exact in every dtype.
            Verify(Small<T>(x), Small<T>(y));
        }
    }

    static Tensor<T, Cpu> Small<T>(nint[] shape)
        where T : unmanaged, INumber<T>
    {
        int length = (int)shape.Aggregate((nint)1, (product, axis) => product * axis);
        return Enumerable.Range(0, length).Select(position => T.CreateTruncating(position * 7 % 5)).ToArray().AsTensor(shape);
    }

    /// <summary>Compares with sums of products in double, which are exact here.</summary>
    static void Verify<T>(Tensor<T, Cpu> x, Tensor<T, Cpu> y)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, Cpu> left = x.Rank == 1 ? x.Unsqueeze(0) : x, right = y.Rank == 1 ? y.Unsqueeze(1) : y;
        nint rows = left.Shape[^2], inner = left.Shape[^1], columns = right.Shape[^1];
        int batchRank = Math.Max(left.Rank, right.Rank) - 2;
        nint[] batch =
        [
            .. Enumerable.Range(0, batchRank)
                .Select(axis => Math.Max(BatchLength(left, axis, batchRank), BatchLength(right, axis, batchRank))),
        ];
        double[] expected =
        [
            .. Naive.Indices([.. batch, rows, columns]).Select(index => Enumerable.Range(0, (int)inner).Sum(k =>
                double.CreateChecked(left[BatchIndex(left, index, index[^2], k)])
                * double.CreateChecked(right[BatchIndex(right, index, k, index[^1])]))),
        ];
        nint[] shape = [.. batch, .. x.Rank == 1 ? (nint[])[] : [rows], .. y.Rank == 1 ? (nint[])[] : [columns]];
        Tensor<T, Cpu> product = x.MatMul(y);

        Assert.Equal(shape, product.Shape.AsSpan().ToArray());
        Assert.Equal(expected, product.ToArray().Select(double.CreateChecked));
    }

    static nint BatchLength<T>(Tensor<T, Cpu> matrices, int axis, int batchRank)
        where T : unmanaged
    {
        int own = axis - (batchRank - (matrices.Rank - 2));
        return own < 0 ? 1 : matrices.Shape[own];
    }

    static nint[] BatchIndex<T>(Tensor<T, Cpu> matrices, nint[] index, nint row, nint column)
        where T : unmanaged
    {
        int missing = index.Length - matrices.Rank;
        return [.. Enumerable.Range(0, matrices.Rank - 2).Select(axis => matrices.Shape[axis] == 1 ? 0 : index[axis + missing]), row, column];
    }
}
