using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>Matrix products on any device, against a naive oracle and NumPy 1.24.</summary>
public static class MatMulLaws<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputes<double>
{
    /// <summary>Small products of vectors, matrices and stacks of them.</summary>
    public static void EveryDtype()
    {
        VerifyShapes<double>((x, y) => x.MatMul(y));
        VerifyShapes<float>((x, y) => x.MatMul(y));
        VerifyShapes<Half>((x, y) => x.MatMul(y));
        VerifyShapes<int>((x, y) => x.MatMul(y));
        VerifyShapes<uint>((x, y) => x.MatMul(y));
        VerifyShapes<long>((x, y) => x.MatMul(y));
        VerifyShapes<ulong>((x, y) => x.MatMul(y));
        VerifyShapes<short>((x, y) => x.MatMul(y));
        VerifyShapes<ushort>((x, y) => x.MatMul(y));
        VerifyShapes<sbyte>((x, y) => x.MatMul(y));
        VerifyShapes<byte>((x, y) => x.MatMul(y));
    }

    /// <summary>A vector has one axis, which goes away.</summary>
    public static void Vectors()
    {
        Tensor<int, TDevice> row = On(new[] { 1, 2, 3 }.AsTensor());
        Tensor<int, TDevice> matrix = On(new[] { 1, 0, 2, 1, 0, 3 }.AsTensor(3, 2));

        Elements(row.MatMul(row), 14);
        Elements(row.MatMul(matrix), 5, 11);
        Elements(matrix.Transpose().MatMul(row), 5, 11);
        Assert.Equal(0, row.MatMul(row).Rank);
        Assert.Equal([2], row.MatMul(matrix).Shape.AsSpan());
        Assert.Equal([4, 2], row.MatMul(matrix.BroadcastTo(4, 3, 2)).Shape.AsSpan());
    }

    /// <summary>NumPy's values.</summary>
    public static void Literals()
    {
        Tensor<double, TDevice> x = On(new[] { 0.1, -2, 3.5, 4, 0.25, -1 }.AsTensor(2, 3));
        Tensor<double, TDevice> y = On(new[] { 1, 0.3, -0.7, 2, 5, -0.01 }.AsTensor(3, 2));

        Check.Elements(x.MatMul(y).To<Cpu>(), 4, [19, -4.005, -1.1749999999999998, 1.71]);
        Check.Elements(y.MatMul(x).To<Cpu>(), 4, [1.3, -1.925, 3.2, 7.93, 1.9, -4.449999999999999, 0.46, -10.0025, 17.51]);
        Check.Elements(x.Cast<float>().MatMul(y.Cast<float>()).To<Cpu>(), 4, [19, -4.005f, -1.175f, 1.71f]);
    }

    /// <summary>Leading axes broadcast.</summary>
    public static void Batches()
    {
        Tensor<int, TDevice> x = On(Tensor<int, Cpu>.Arange(8).Reshape(2, 1, 2, 2));
        Tensor<int, TDevice> y = On(Tensor<int, Cpu>.Arange(12).Reshape(3, 2, 2));
        Tensor<int, TDevice> product = x.MatMul(y);

        Assert.Equal([2, 3, 2, 2], product.Shape.AsSpan());
        Elements(product, 2, 3, 6, 11, 6, 7, 26, 31, 10, 11, 46, 51, 10, 19, 14, 27, 46, 55, 66, 79, 82, 91, 118, 131);

        // Three leading axes, of which no two can be walked as one.
        Tensor<int, TDevice> stack = Layouts.Filled<int, TDevice>(4, 3, 2, 5, 6).Permute(2, 1, 0, 3, 4), other = Layouts.Filled<int, TDevice>(3, 1, 6, 3);
        Verify(stack, other, stack.MatMul(other));
    }

    /// <summary>Views are read where they lie.</summary>
    public static void Views()
    {
        Tensor<double, TDevice>[] matrices =
        [
            Layouts.Filled<double, TDevice>(4, 5),
            Layouts.Filled<double, TDevice>(5, 4).Transpose(),
            Layouts.Filled<double, TDevice>(4, 5).Flip(0, 1),
            Layouts.Filled<double, TDevice>(8, 11)[new Slice(step: 2), new Slice(start: 10, step: -2, stop: 0)],
            Layouts.Filled<double, TDevice>(5).BroadcastTo(4, 5),
            Layouts.Filled<double, TDevice>(4, 1).BroadcastTo(3, 4, 5),
            Layouts.Filled<double, TDevice>(4, 3, 5).Transpose(0, 1),
            Layouts.Filled<double, TDevice>(5, 4, 3).Transpose(),
        ];
        foreach (Tensor<double, TDevice> x in matrices)
        {
            foreach (Tensor<double, TDevice> y in matrices)
            {
                Verify(x, y.Transpose(-1, -2), x.MatMul(y.Transpose(-1, -2)));
            }
        }
    }

    /// <summary>More than a tile along each axis, and none of them whole; each factor either way around.</summary>
    public static void LargerThanATile()
    {
        Tensor<float, TDevice> left = Layouts.Filled<float, TDevice>(67, 131), right = Layouts.Filled<float, TDevice>(131, 45);
        Verify(left, right, left.MatMul(right));
        Verify(right.Transpose(), left.Transpose(), right.Transpose().MatMul(left.Transpose()));
        Tensor<int, TDevice> rows = Layouts.Filled<int, TDevice>(33, 70), columns = Layouts.Filled<int, TDevice>(65, 70);
        Verify(rows, columns.Transpose(), rows.MatMul(columns.Transpose()));
        Tensor<Half, TDevice> halves = On(Tensor<Half, Cpu>.FromFunction(index => (Half)(int)((index[0] + index[1]) % 3), 40, 20));
        Verify(halves, halves.Transpose(), halves.MatMul(halves.Transpose()));
        Tensor<sbyte, TDevice> bytes = On(Tensor<sbyte, Cpu>.FromFunction(index => (sbyte)((index[0] + index[1]) % 3), 20, 20));
        Verify(bytes, bytes, bytes.MatMul(bytes));
    }

    /// <summary>Sums that are not exact are off by no more than Higham's gamma says (Accuracy and Stability of Numerical Algorithms, 3.5).</summary>
    public static void RoundingErrors()
    {
        const int inner = 333;
        Tensor<float, Cpu> x = Tensor<float, Cpu>.FromFunction(index => MathF.Sin(index[0] * 333 + index[1]), 70, inner);
        Tensor<float, Cpu> y = Tensor<float, Cpu>.FromFunction(index => MathF.Cos(index[0] * 90 + index[1]) * 3, inner, 90);
        Tensor<float, Cpu> product = On(x).MatMul(On(y)).To<Cpu>();
        const double unit = 1.0 / (1 << 24), gamma = inner * unit / (1 - inner * unit);
        foreach (nint[] index in Naive.Indices([70, 90]))
        {
            double[] terms = [.. Enumerable.Range(0, inner).Select(k => (double)x[index[0], k] * y[k, index[1]])];
            Assert.True(Math.Abs(product[index] - terms.Sum()) <= gamma * terms.Sum(Math.Abs), $"{index[0]}, {index[1]}: {product[index]} for {terms.Sum()}");
        }
    }

    /// <summary>Nothing to add up is zero; nothing to compute is nothing.</summary>
    public static void EmptyAxes()
    {
        Elements(Tensor<float, TDevice>.Ones(2, 0).MatMul(Tensor<float, TDevice>.Ones(0, 3)), 0f, 0, 0, 0, 0, 0);
        Elements(Tensor<int, TDevice>.Ones(0).MatMul(Tensor<int, TDevice>.Ones(0)), 0);
        Assert.Equal([0, 3], Tensor<float, TDevice>.Ones(0, 2).MatMul(Tensor<float, TDevice>.Ones(2, 3)).Shape.AsSpan());
        Assert.Equal([0, 2, 3], Tensor<float, TDevice>.Ones(0, 2, 4).MatMul(Tensor<float, TDevice>.Ones(4, 3)).Shape.AsSpan());
    }

    /// <summary>Integers stay in their dtype.</summary>
    public static void WrappingIntegers()
    {
        Elements(On(new sbyte[] { 100, 100 }.AsTensor()).MatMul(On(new sbyte[] { 2, 1 }.AsTensor())), (sbyte)44);
        Elements(On(new byte[] { 255, 255 }.AsTensor()).MatMul(On(new byte[] { 255, 2 }.AsTensor())), (byte)255);
        Elements(On(new[] { int.MaxValue, 1 }.AsTensor()).MatMul(On(new[] { 2, 3 }.AsTensor())), 1);
    }

    /// <summary>Half is summed in float.</summary>
    public static void Halves()
    {
        Tensor<Half, TDevice> ones = Tensor<Half, TDevice>.Ones(3000);
        Elements(ones.MatMul(ones), (Half)3000); // in Half itself the sum would stay at 2048
        Elements(
            On(new[] { (Half)300, (Half)300 }.AsTensor()).MatMul(On(new[] { (Half)300, -(Half)300 }.AsTensor())),
            (Half)0); // 90000 is beyond Half
        Tensor<Half, TDevice> tiles = Tensor<Half, TDevice>.Ones(20, 3000);
        Assert.All(tiles.MatMul(tiles.Transpose()).ToArray(), element => Assert.Equal((Half)3000, element));
    }

    /// <summary>NaN and infinity count where they stand, and nowhere else.</summary>
    public static void SpecialValues()
    {
        Tensor<float, TDevice> x = On(new[] { float.NaN, 0, float.PositiveInfinity, 1, 1, 1 }.AsTensor(3, 2));
        Elements(x.MatMul(On(new[] { 0f, 1, 2, 3 }.AsTensor(2, 2))), float.NaN, float.NaN, float.NaN, float.PositiveInfinity, 2f, 4);

        Tensor<float, TDevice> wide = On(Tensor<float, Cpu>.FromFunction(index => index[0] == 19 && index[1] == 16 ? float.NaN : 1, 20, 17));
        float[] product = wide.MatMul(Tensor<float, TDevice>.Ones(17, 18)).ToArray();
        Assert.All(product[..^18], element => Assert.Equal(17, element));
        Assert.All(product[^18..], element => Assert.True(float.IsNaN(element)));
    }

    /// <summary>A destination of any layout is written, also one that overlaps a factor.</summary>
    public static void Destinations()
    {
        Tensor<double, TDevice> x = Layouts.Filled<double, TDevice>(6, 6), y = Layouts.Filled<double, TDevice>(6, 6).Transpose();
        Tensor<double, TDevice>[] destinations =
        [
            Tensor<double, TDevice>.Empty(6, 6),
            Tensor<double, TDevice>.Empty(6, 6).Transpose(),
            Tensor<double, TDevice>.Empty(6, 12)[.., new Slice(step: 2)],
            Tensor<double, TDevice>.Empty(6, 6).Flip(0, 1),
        ];
        foreach (Tensor<double, TDevice> destination in destinations)
        {
            Assert.Same(destination, x.MatMul(y, destination));
            Verify(x, y, destination);
        }

        double[] expected = x.MatMul(y).ToArray();
        Tensor<double, TDevice> overlapped = x.Clone();
        Assert.Equal(expected, overlapped.MatMul(y, overlapped).ToArray());
        overlapped = x.Clone();
        Assert.Equal(x.MatMul(x).ToArray(), overlapped.MatMul(x, overlapped.Transpose()).ToArray());
        Tensor<double, TDevice> vector = Layouts.Filled<double, TDevice>(6), scalar = Tensor<double, TDevice>.Empty();
        Assert.Equal(vector.MatMul(vector).ToArray(), vector.MatMul(vector, scalar).ToArray());
        Assert.Equal(x.MatMul(vector).ToArray(), x.MatMul(vector, vector.Clone()).ToArray());
        Elements(Tensor<double, TDevice>.Ones(2, 0).MatMul(Tensor<double, TDevice>.Ones(0, 2), Tensor<double, TDevice>.Ones(2, 2)), 0d, 0, 0, 0);
    }

    /// <summary>What does not fit is refused, with operation, shapes and axis.</summary>
    public static void Refusals()
    {
        Tensor<float, TDevice> x = Tensor<float, TDevice>.Ones(2, 3);

        Assert.Equal(
            "MatMul: shapes [2, 3] and [2, 3] do not fit: the inner lengths are 3 and 2.",
            Assert.Throws<ShapeException>(() => x.MatMul(x)).Message);
        Assert.Equal(
            "MatMul: shapes [2, 3] and [4] do not fit: the inner lengths are 3 and 4.",
            Assert.Throws<ShapeException>(() => x.MatMul(Tensor<float, TDevice>.Ones(4))).Message);
        Assert.Equal(
            "MatMul: shapes [2, 3] and []: a scalar has no matrix product; use *.",
            Assert.Throws<ShapeException>(() => x.MatMul(Tensor<float, TDevice>.Scalar(1))).Message);
        Assert.Equal(
            "MatMul: shapes [2] and [3] do not broadcast: axis 0 is 2 against 3.",
            Assert.Throws<ShapeException>(() => Tensor<float, TDevice>.Ones(2, 4, 5).MatMul(Tensor<float, TDevice>.Ones(3, 5, 4))).Message);
        Assert.Equal(
            "MatMul: the product has shape [2, 2], which does not fit the destination's shape [2, 3].",
            Assert.Throws<ShapeException>(() => x.MatMul(x.Transpose(), x.Clone())).Message);
        Assert.Throws<InvalidOperationException>(() => x.MatMul(x.Transpose(), Tensor<float, TDevice>.Ones(1).BroadcastTo(2, 2)));
        Assert.Throws<ArgumentNullException>(() => x.MatMul(null!));
    }

    static Tensor<T, TDevice> On<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => tensor.To<TDevice>();

    static void Elements<T>(Tensor<T, TDevice> actual, params T[] expected)
        where T : unmanaged => Check.Elements(actual.To<Cpu>(), expected);

    static void VerifyShapes<T>(Func<Tensor<T, TDevice>, Tensor<T, TDevice>, Tensor<T, TDevice>> multiply)
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
            Tensor<T, TDevice> left = On(Small<T>(x)), right = On(Small<T>(y));
            Verify(left, right, multiply(left, right));
        }
    }

    static Tensor<T, Cpu> Small<T>(nint[] shape)
        where T : unmanaged, INumber<T>
    {
        int length = (int)shape.Aggregate((nint)1, (product, axis) => product * axis);
        return Enumerable.Range(0, length).Select(position => T.CreateTruncating(position * 7 % 5)).ToArray().AsTensor(shape);
    }

    /// <summary>Compares with sums of products in double, which are exact here.</summary>
    static void Verify<T>(Tensor<T, TDevice> first, Tensor<T, TDevice> second, Tensor<T, TDevice> product)
        where T : unmanaged, INumber<T>
    {
        Tensor<T, Cpu> x = first.To<Cpu>(), y = second.To<Cpu>();
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
