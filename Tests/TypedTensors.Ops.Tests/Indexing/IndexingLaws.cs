namespace TypedTensors.Ops.Tests;

/// <summary>Indices that are tensors, on any device, against NumPy 1.24.</summary>
public static class IndexingLaws<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputes<double>
{
    static Tensor<int, TDevice> Numbers => On(new[] { 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8 }.AsTensor(3, 4));

    static Tensor<int, TDevice> Places => On(new[] { 1, 1, 0, 3, 0, 3, 2, 2, 2 }.AsTensor(3, 3));

    static Tensor<int, TDevice> Tens => On(new[] { 10, 20, 30, 40, 50, 60, 70, 80, 90 }.AsTensor(3, 3));

    /// <summary>Along both axes, with indices that are negative, 64 bits wide, and stretched.</summary>
    public static void TakeAlongAxis()
    {
        Tensor<int, TDevice> indices = On(new[] { 2, 0, -1, 1, 1, 3, 0, -4, 2 }.AsTensor(3, 3));
        Elements(Numbers.TakeAlongAxis(indices, 1), 4, 3, 1, 9, 9, -6, 5, 5, -5);
        Elements(Numbers.TakeAlongAxis(indices.Cast<long>(), -1), 4, 3, 1, 9, 9, -6, 5, 5, -5);
        Elements(Numbers.TakeAlongAxis(On(new[] { 0, 2, 1, -1 }.AsTensor(1, 4)), 0), 3, 3, 2, 8);
        Elements(Numbers.TakeAlongAxis(On(new[] { -2 }.AsTensor(1, 1)), 1), 4, 2, -5);
    }

    /// <summary>Rows and columns, with indices of one and of two axes.</summary>
    public static void Take()
    {
        Tensor<int, TDevice> columns = Numbers.Take(On(new[] { 3, 0, -1, 2 }.AsTensor(2, 2)), 1);
        Assert.Equal([3, 2, 2], columns.Shape.AsSpan());
        Elements(columns, 1, 3, 1, 4, -6, -5, -6, 2, 8, 5, 8, -5);
        Elements(Numbers.Take(On(new[] { 2L, 2, 0 }.AsTensor()), 0), 5, 3, -5, 8, 5, 3, -5, 8, 3, -1, 4, 1);
        Elements(Numbers.Take(On(new[] { 2, 9, 0, 9 }.AsTensor())[new Slice(step: 2)], -2), 5, 3, -5, 8, 3, -1, 4, 1);
        Tensor<int, TDevice> row = Numbers.Take(Tensor<int, TDevice>.Scalar(1), 0);
        Assert.Equal([4], row.Shape.AsSpan());
        Elements(row, -5, 9, 2, -6);
    }

    /// <summary>Of several values for one element the last counts.</summary>
    public static void Scatter()
    {
        Tensor<int, TDevice> x = Numbers;
        Elements(x.Scatter(Places, Tens, 1), 30, 20, 4, 1, 50, 9, 2, 60, 5, 3, 90, 8);
        Elements(x.Scatter(Places.Cast<long>(), Tens, -1), 30, 20, 4, 1, 50, 9, 2, 60, 5, 3, 90, 8);
        Elements(x.Scatter(On(new[] { -1 }.AsTensor(1, 1)), Tensor<int, TDevice>.Scalar(7), 0), 3, -1, 4, 1, -5, 9, 2, -6, 7, 7, 7, 7);
        Elements(x, 3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8);
    }

    /// <summary>All values for one element are added, in order and so with the same bits; Half in float.</summary>
    public static void ScatterAdd()
    {
        Tensor<int, TDevice> x = Numbers;
        Elements(x.ScatterAdd(Places, Tens, 1), 33, 29, 4, 1, 45, 9, 2, 94, 5, 3, 235, 8);
        Elements(x.ScatterAdd(On(new[] { 2L, 0, -1, 2 }.AsTensor(1, 4)), On(new[] { 1, 2, 3, 4 }.AsTensor(1, 4)), 0), 3, 1, 4, 1, -5, 9, 2, -6, 6, 3, -2, 12);
        Elements(On(new sbyte[] { 100 }.AsTensor()).ScatterAdd(On(new[] { 0, 0 }.AsTensor()), On(new sbyte[] { 100, 1 }.AsTensor()), 0), (sbyte)-55);

        // 1e8 swallows a 1 that comes after it, but not one that comes after it has gone.
        Elements(
            Tensor<float, TDevice>.Zeros(2).ScatterAdd(On(new[] { 1, 1, 0, 1 }.AsTensor()), On(new[] { 1e8f, -1e8f, 5, 1 }.AsTensor()), 0), 5f, 1);
        Elements(Tensor<float, TDevice>.Zeros(1).ScatterAdd(Tensor<int, TDevice>.Zeros(3), On(new[] { 1e8f, 1, -1e8f }.AsTensor()), 0), 0f);
        Elements(Tensor<Half, TDevice>.Zeros(1).ScatterAdd(Tensor<int, TDevice>.Zeros(3000), Tensor<Half, TDevice>.Ones(1), 0), (Half)3000);
        Elements(
            Tensor<double, TDevice>.Zeros(3).ScatterAdd(On(new[] { 2, 0 }.AsTensor()), On(new[] { double.NaN, double.PositiveInfinity }.AsTensor()), 0),
            double.PositiveInfinity, 0, double.NaN);
    }

    /// <summary>Elements of all sizes move bit by bit, also the bits of a NaN.</summary>
    public static void EveryDtype()
    {
        int[] places = [3, 0, 1];
        bool[] flags = [true, false, false, true];
        Move<bool>(Gathering.Take, Scattering.Scatter, flags);
        Move<sbyte>(Gathering.Take, Scattering.Scatter, [-128, 1, 0, 127]);
        Move<byte>(Gathering.Take, Scattering.Scatter, [255, 1, 0, 127]);
        Move<short>(Gathering.Take, Scattering.Scatter, [-32768, 1, 0, 127]);
        Move<ushort>(Gathering.Take, Scattering.Scatter, [65535, 1, 0, 127]);
        Move<int>(Gathering.Take, Scattering.Scatter, [int.MinValue, 1, 0, 127]);
        Move<uint>(Gathering.Take, Scattering.Scatter, [uint.MaxValue, 1, 0, 127]);
        Move<long>(Gathering.Take, Scattering.Scatter, [long.MinValue, 1, 0, 127]);
        Move<ulong>(Gathering.Take, Scattering.Scatter, [ulong.MaxValue, 1, 0, 127]);
        Move<Half>(Gathering.Take, Scattering.Scatter, [(Half)0.1, Half.Epsilon, -Half.Zero, Half.NegativeInfinity]);
        Move<float>(Gathering.Take, Scattering.Scatter, [0.1f, float.Epsilon, -0f, float.NaN]);
        Move<double>(Gathering.Take, Scattering.Scatter, [0.1, double.Epsilon, -0.0, double.NaN]);

        void Move<T>(
            Func<Tensor<T, TDevice>, Tensor<int, TDevice>, int, Tensor<T, TDevice>> take,
            Func<Tensor<T, TDevice>, Tensor<int, TDevice>, Tensor<T, TDevice>, int, Tensor<T, TDevice>> scatter,
            T[] values)
            where T : unmanaged
        {
            Tensor<T, TDevice> x = On(values.AsTensor());
            Elements(take(x, On(places.AsTensor()), 0), values[3], values[0], values[1]);
            Elements(scatter(x, On(places.AsTensor()), x[1..], 0), values[2], values[3], values[2], values[1]);
        }
    }

    /// <summary>Views of all layouts along all axes, with indices that lie as strangely.</summary>
    public static void EveryLayout()
    {
        foreach (Tensor<float, TDevice> x in Layouts.Of<float, TDevice>().Where(x => x.Rank > 0))
        {
            Tensor<float, Cpu> elements = x.To<Cpu>();
            for (int axis = 0; axis < x.Rank; axis++)
            {
                nint[] shape = x.Shape.ToArray(), taken = [.. shape];
                nint size = shape[axis];
                taken[axis] = 5;
                Tensor<int, Cpu> places = Tensor<int, Cpu>.FromFunction(index => (int)((Sum(index) * 7 % (2 * size)) - size), taken);
                Tensor<int, TDevice> indices = On(places.Transpose(0, -1).Clone()).Transpose(0, -1);
                float[] expected = [.. Naive.Indices(taken).Select(index => elements[At(index, places[index])])];
                Assert.Equal(expected, x.TakeAlongAxis(indices, axis).ToArray());

                Tensor<float, Cpu> sums = elements.Clone(), last = elements.Clone();
                foreach (nint[] index in Naive.Indices(taken))
                {
                    sums[At(index, places[index])] += Sum(index);
                    last[At(index, places[index])] = Sum(index);
                }

                Tensor<float, TDevice> values = On(Tensor<float, Cpu>.FromFunction(index => (float)Sum(index), taken).Flip(0).Clone()).Flip(0);
                Assert.Equal(sums.ToArray(), x.ScatterAdd(indices, values, axis).ToArray());
                Assert.Equal(last.ToArray(), x.Scatter(indices, values, axis - x.Rank).ToArray());

                nint[] At(nint[] index, int place) => [.. index[..axis], place < 0 ? place + size : place, .. index[(axis + 1)..]];
            }
        }

        static nint Sum(ReadOnlySpan<nint> index)
        {
            nint sum = 1;
            foreach (nint position in index)
            {
                sum = (sum * 3) + position;
            }

            return sum;
        }
    }

    /// <summary>No indices, no elements, or neither.</summary>
    public static void Empties()
    {
        Assert.Equal([3, 0], Numbers.Take(Tensor<int, TDevice>.Zeros(0), 1).Shape.AsSpan());
        Assert.Equal([0, 2], Tensor<float, TDevice>.Zeros(0, 3).Take(On(new[] { 0, 2 }.AsTensor()), 1).Shape.AsSpan());
        Assert.Equal([3, 0], Numbers.TakeAlongAxis(Tensor<int, TDevice>.Zeros(3, 0), 1).Shape.AsSpan());
        Assert.Equal(Numbers.ToArray(), Numbers.ScatterAdd(Tensor<int, TDevice>.Zeros(3, 0), Tensor<int, TDevice>.Zeros(3, 0), 1).ToArray());
        Assert.Equal([0, 3], Tensor<float, TDevice>.Zeros(0, 3).Scatter(Tensor<int, TDevice>.Zeros(0, 1), Tensor<float, TDevice>.Zeros(1), 1).Shape.AsSpan());
        Assert.Equal(
            "Take: axis 0 of shape [0, 3] has no elements to index.",
            Assert.Throws<ShapeException>(() => Tensor<float, TDevice>.Zeros(0, 3).Take(Tensor<int, TDevice>.Zeros(1), 0)).Message);
    }

    /// <summary>What does not fit is refused, with operation, shapes and axis.</summary>
    public static void Refusals()
    {
        Tensor<int, TDevice> x = Numbers;
        Assert.Equal("Take: axis 2 is out of range for shape [3, 4] of rank 2.", Assert.Throws<ShapeException>(() => x.Take(Places, 2)).Message);
        Assert.Equal(
            "TakeAlongAxis: indices of shape [1] have another rank than shape [3, 4]; they need one axis for each.",
            Assert.Throws<ShapeException>(() => x.TakeAlongAxis(Tensor<int, TDevice>.Zeros(1), 0)).Message);
        Assert.Equal(
            "TakeAlongAxis: shape [3, 4] and indices of shape [2, 4] do not broadcast: axis 0 is 3 against 2.",
            Assert.Throws<ShapeException>(() => x.TakeAlongAxis(Tensor<int, TDevice>.Zeros(2, 4), 1)).Message);
        Assert.Equal(
            "Scatter: indices of shape [3, 1] do not broadcast to shape [1, 4] along the axes other than 1.",
            Assert.Throws<ShapeException>(() => x[..1, ..].Scatter(Tensor<int, TDevice>.Zeros(3, 1), Tensor<int, TDevice>.Zeros(1), 1)).Message);
        Assert.Equal(
            "ScatterAdd: values of shape [5, 3, 3] do not broadcast to the shape of the indices, [3, 3].",
            Assert.Throws<ShapeException>(() => x.ScatterAdd(Places, Tensor<int, TDevice>.Zeros(5, 3, 3), 1)).Message);
        Assert.Throws<ArgumentNullException>(() => x.Take((Tensor<int, TDevice>)null!, 0));
        Assert.Throws<ArgumentNullException>(() => x.Scatter(Places, null!, 0));
    }

    static Tensor<T, TDevice> On<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged => tensor.To<TDevice>();

    static void Elements<T>(Tensor<T, TDevice> actual, params T[] expected)
        where T : unmanaged => Check.Elements(actual.To<Cpu>(), expected);
}
