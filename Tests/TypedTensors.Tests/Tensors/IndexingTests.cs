namespace TypedTensors.Tests.Tensors;

public class IndexingTests
{
    [Fact]
    public void EverySlice_FollowsPython()
    {
        nint?[] bounds = [null, nint.MinValue, -7, -6, -5, -4, -1, 0, 1, 3, 4, 5, 6, 7, nint.MaxValue];
        nint[] steps = [nint.MinValue, -7, -5, -2, -1, 1, 2, 3, 5, 7, nint.MaxValue];
        for (int size = 0; size <= 6; size++)
        {
            Tensor<int, Cpu> tensor = Enumerable.Range(0, size).ToArray().AsTensor();
            foreach (nint? start in bounds)
            {
                foreach (nint? stop in bounds)
                {
                    foreach (nint step in steps)
                    {
                        Tensor<int, Cpu> slice = tensor[new Slice(start, stop, step)];
                        Assert.Equal(PythonSlice(size, start, stop, step), Naive.Elements(slice));
                        Assert.Equal(slice.Length, slice.ToArray().Length);
                    }
                }
            }
        }
    }

    [Fact]
    public void DefaultSlice_IsTheWholeAxis()
    {
        Tensor<int, Cpu> tensor = new[] { 1, 2, 3 }.AsTensor();
        Assert.Equal([1, 2, 3], tensor[default(Slice)].ToArray());
        Assert.Equal([1, 2, 3], tensor[new Slice()].ToArray());
        Assert.Equal(new Slice(null, null, 1), new Slice());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Slice(step: 0));
    }

    [Fact]
    public void EveryRange_FollowsArrays()
    {
        int[] array = [0, 1, 2, 3, 4];
        Tensor<int, Cpu> tensor = array.AsTensor();
        Index[] ends = [.. Enumerable.Range(0, 7).SelectMany(i => new[] { new Index(i), new Index(i, fromEnd: true) })];
        foreach (Index start in ends)
        {
            foreach (Index end in ends)
            {
                int[]? expected = null;
                try
                {
                    expected = array[start..end];
                }
                catch (ArgumentOutOfRangeException)
                {
                    Assert.Throws<IndexOutOfRangeException>(() => tensor[start..end]);
                }

                if (expected is not null)
                {
                    Assert.Equal(expected, tensor[start..end].ToArray());
                }
            }
        }
    }

    [Fact]
    public void RandomIndexers_PickWhatEachAxisPicks()
    {
        var random = new Random(6);
        for (int round = 0; round < 5_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 4, maxSize: 6);
            Tensor<int, Cpu> tensor = RandomLayouts.Tensor(random, shape, i => i);
            (TensorIndex[] indices, List<(nint[] Picked, bool Stays)?> axes) = RandomIndices(random, shape);
            Tensor<int, Cpu> view = tensor[indices];

            nint[] sizes = [.. axes.Where(axis => axis is not { Stays: false }).Select(axis => axis is { } a ? a.Picked.Length : (nint)1)];
            Assert.Equal(new Shape(sizes), view.Shape);
            foreach (nint[] index in Naive.Indices(view.Shape))
            {
                var source = new List<nint>();
                int at = 0;
                foreach ((nint[] Picked, bool Stays)? axis in axes)
                {
                    if (axis is { } entry)
                    {
                        source.Add(entry.Picked[entry.Stays ? (int)index[at++] : 0]);
                    }
                    else
                    {
                        at++;
                    }
                }

                Assert.Equal(tensor[source.ToArray()], view[index]);
            }
        }
    }

    [Fact]
    public void EllipsisAndNewAxis_MayStandForNothingAndAnywhere()
    {
        Tensor<int, Cpu> t = new[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3);
        Assert.Equal(5, t[1, Tensor.Ellipsis, 1].Item());
        Assert.Equal(new Shape(2, 3), t[Tensor.Ellipsis].Shape);
        Assert.Equal(new Shape(2, 3), t[ReadOnlySpan<TensorIndex>.Empty].Shape);
        Assert.Equal(new Shape(1, 2, 1, 3, 1), t[Tensor.NewAxis, .., Tensor.NewAxis, Tensor.Ellipsis, Tensor.NewAxis].Shape);
        Assert.Equal(new Shape(2), t[Tensor.Ellipsis, 0].Shape);
        Assert.Equal(new Shape(1), Tensor<int, Cpu>.Scalar(4)[Tensor.NewAxis].Shape);
    }

    [Fact]
    public void Set_WritesOnlyThatPart()
    {
        int[] array = [0, 1, 2, 3, 4, 5];
        Tensor<int, Cpu> tensor = array.AsTensor(2, 3);
        tensor[1, 2] = 50;
        tensor[0, ..] = new[] { 7 }.AsTensor();
        tensor[.., new Slice(step: -2)] = new[] { -1, -2 }.AsTensor();
        Assert.Equal([-2, 7, -1, -2, 4, -1], array);
        Assert.Equal(7, tensor[0, 1]);
    }

    [Fact]
    public void Set_FromItsOwnMemory_IsAsIfCopiedFirst()
    {
        int[] array = [0, 1, 2, 3, 4, 5];
        Tensor<int, Cpu> tensor = array.AsTensor();
        tensor[1..] = tensor[..^1];
        Assert.Equal([0, 0, 1, 2, 3, 4], array);
        tensor[..] = tensor.Flip();
        Assert.Equal([4, 3, 2, 1, 0, 0], array);
    }

    [Fact]
    public void Faults_AreNamed()
    {
        Tensor<int, Cpu> t = new[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3);
        Assert.Equal("Indexer: index 2 is outside axis 0 of shape [2, 3], which is 2 long.", Outside(() => t[2, 0]));
        Assert.Equal("Indexer: index -1 is outside axis 1 of shape [2, 3], which is 3 long. Write ^1 to count from the end.", Outside(() => t[0, -1]));
        Assert.Equal("Indexer: index ^4 is outside axis 1 of shape [2, 3], which is 3 long.", Outside(() => t[.., ^4]));
        Assert.Equal("Indexer: index ^0 is outside axis 0 of shape [2, 3], which is 2 long.", Outside(() => t[^0]));
        Assert.Equal(
            "Indexer: range 1..5 is outside axis 1 of shape [2, 3], which is 3 long. A Slice is clipped instead, as in NumPy.", Outside(() => t[0, 1..5]));
        Assert.Equal("Indexer: 3 indices for shape [2, 3] of rank 2.", Shape(() => t[0, .., 0]));
        Assert.Equal("Indexer: only one ellipsis is allowed for shape [2, 3].", Shape(() => t[Tensor.Ellipsis, Tensor.Ellipsis]));
        Assert.Equal(
            "Indexer: 1 indices for shape [2, 3] of rank 2; an element needs one for each axis. For a view, write a range for the others: t[0, ..].",
            Shape(() => t[0]));
        TensorIndex[] newAxes = [.. Enumerable.Repeat(Tensor.NewAxis, 7)];
        Assert.Equal("Indexer: the result would have rank 9, above the highest supported rank, 8.", Shape(() => t[newAxes]));
        Assert.Equal("Indexer: index 0 is outside axis 0 of shape [0], which is 0 long.", Outside(() => Array.Empty<int>().AsTensor()[0]));
        Assert.Throws<IndexOutOfRangeException>(() => t[2, 0] = 3);
        Assert.Throws<ShapeException>(() => t[0, ..] = new[] { 1, 2 }.AsTensor());
        Assert.Equal([1, 2, 3, 4, 5, 6], t.ToArray());
    }

    [Fact]
    public void EveryDtype_IsReadAndWritten()
    {
        Check(true);
        Check((sbyte)-3);
        Check((byte)200);
        Check((short)-300);
        Check((ushort)60_000);
        Check(-70_000);
        Check(4_000_000_000u);
        Check(long.MinValue);
        Check(ulong.MaxValue);
        Check((Half)1.5);
        Check(float.Epsilon);
        Check(double.MaxValue);

        static void Check<T>(T value)
            where T : unmanaged
        {
            Tensor<T, Cpu> tensor = Tensor<T, Cpu>.Zeros(2, 3).Transpose();
            tensor[2, 1] = value;
            Assert.Equal(value, tensor[2, 1]);
            Assert.Equal(value, tensor[^1, ^1].Item());
            Assert.Equal([default, default, default, default, default, value], tensor.ToArray());
        }
    }

    private static (TensorIndex[] Indices, List<(nint[] Picked, bool Stays)?> Axes) RandomIndices(Random random, Shape shape)
    {
        var indices = new List<TensorIndex>();
        var axes = new List<(nint[] Picked, bool Stays)?>();
        int named = random.Next(shape.Rank + 1), before = random.Next(named + 1);
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            bool isNamed = axis < before || axis >= shape.Rank - (named - before);
            if (isNamed && random.Next(6) == 0 && axes.Count(entry => entry is null) < 3)
            {
                indices.Add(Tensor.NewAxis);
                axes.Add(null);
            }

            var size = (int)shape[axis];
            nint[] all = [.. Enumerable.Range(0, size).Select(i => (nint)i)];
            if (!isNamed)
            {
                if (axis == before && (named > before || random.Next(2) == 0))
                {
                    indices.Add(Tensor.Ellipsis);
                }

                axes.Add((all, true));
                continue;
            }

            switch (random.Next(4))
            {
                case 0:
                    int position = random.Next(size);
                    indices.Add(position);
                    axes.Add(([position], false));
                    break;
                case 1:
                    int back = random.Next(1, size + 1);
                    indices.Add(^back);
                    axes.Add(([size - back], false));
                    break;
                case 2:
                    int start = random.Next(size + 1), end = random.Next(start, size + 1);
                    indices.Add(random.Next(2) == 0 ? start..end : ^(size - start)..end);
                    axes.Add((all[start..end], true));
                    break;
                default:
                    nint? from = random.Next(3) == 0 ? null : random.Next(-9, 10), to = random.Next(3) == 0 ? null : random.Next(-9, 10);
                    nint step = random.Next(1, 4) * (random.Next(2) == 0 ? 1 : -1);
                    indices.Add(new Slice(from, to, step));
                    axes.Add(([.. PythonSlice(size, from, to, step).Select(i => (nint)i)], true));
                    break;
            }
        }

        return ([.. indices], axes);
    }

    /// <summary><c>list(range(size))[start:stop:step]</c> as the Python reference defines it: i, i + k, i + 2k ..., with omitted and out-of-range bounds replaced.</summary>
    private static int[] PythonSlice(int size, nint? start, nint? stop, nint step)
    {
        Int128 first = start ?? (step > 0 ? 0 : size - 1), end = stop ?? (step > 0 ? size : -1);
        if (start < 0)
        {
            first += size;
        }

        if (stop < 0)
        {
            end += size;
        }

        first = step > 0 ? Int128.Max(first, 0) : Int128.Min(first, size - 1);
        end = step > 0 ? Int128.Min(end, size) : Int128.Max(end, -1);
        var picked = new List<int>();
        for (Int128 i = first; step > 0 ? i < end : i > end; i += step)
        {
            picked.Add((int)i);
        }

        return [.. picked];
    }

    private static string Outside(Action fault) => Assert.Throws<IndexOutOfRangeException>(fault).Message;

    private static string Outside<T>(Func<T> fault) => Outside(() => { fault(); });

    private static string Shape<T>(Func<T> fault) => Assert.Throws<ShapeException>(() => { fault(); }).Message;
}
