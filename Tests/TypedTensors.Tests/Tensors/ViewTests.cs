namespace TypedTensors.Tests.Tensors;

public class ViewTests
{
    private static readonly int[] Axes3 = [2, 0, 1];

    [Fact]
    public void RandomViews_HoldTheElementsTheirDefinitionNames()
    {
        var random = new Random(4);
        for (int round = 0; round < 600; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 4, maxSize: 5);
            Tensor<int, Cpu> tensor = RandomLayouts.Tensor(random, shape, i => i);
            int rank = shape.Rank;
            int[] order = [.. Enumerable.Range(0, rank)];
            random.Shuffle(order);
            uint flips = (uint)random.Next(1, 1 << Math.Max(rank, 1));
            int[] flipped = [.. Enumerable.Range(0, rank).Where(axis => (flips & (1u << axis)) != 0)];

            Check(tensor, tensor.Transpose(), index => [.. index.Reverse()]);
            Check(tensor, tensor.Permute(order), index => Inverse(order, index));
            if (flipped.Length > 0)
            {
                Check(tensor, tensor.Flip(flipped), index => [.. index.Select((i, axis) => flipped.Contains(axis) ? shape[axis] - 1 - i : i)]);
            }

            Check(tensor, tensor.Flip(), index => [.. index.Select((i, axis) => shape[axis] - 1 - i)]);
            int at = random.Next(rank + 1);
            Check(tensor, tensor.Unsqueeze(at), index => [.. index[..at], .. index[(at + 1)..]]);
            Check(tensor, tensor.Unsqueeze(at - rank - 1), index => [.. index[..at], .. index[(at + 1)..]]);
            Assert.Equal(Naive.Elements(tensor), Naive.Elements(tensor.Squeeze()));
            Assert.DoesNotContain((nint)1, tensor.Squeeze().Shape.ToArray());
            Assert.Equal(tensor.Shape, tensor.Unsqueeze(at).Squeeze(at).Shape);
            if (rank >= 2)
            {
                int first = random.Next(rank), second = (first + random.Next(1, rank)) % rank;
                Check(tensor, tensor.Transpose(first, second - rank), index =>
                {
                    (index[first], index[second]) = (index[second], index[first]);
                    return index;
                });
                CheckDiagonal(tensor, random.Next(-6, 7), first, second);
            }
        }
    }

    [Fact]
    public void RandomBroadcasts_RepeatElements()
    {
        var random = new Random(5);
        for (int round = 0; round < 1_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random, maxRank: 5, maxSize: 4), from = RandomLayouts.BroadcastableTo(random, shape);
            Tensor<int, Cpu> tensor = RandomLayouts.Tensor(random, from, i => i);
            Tensor<int, Cpu> view = tensor.BroadcastTo(shape);
            Check(tensor, view, index => Naive.Broadcast(index, from));
            Assert.True(view.IsReadOnly);
        }
    }

    [Fact]
    public void EveryView_SharesAndEveryCopyDoesNot()
    {
        Tensor<int, Cpu> tensor = new int[9].AsTensor(1, 3, 3);
        (string Name, Tensor<int, Cpu> Result)[] views =
        [
            ("Transpose", tensor.Transpose()), ("Transpose axes", tensor.Transpose(0, 1)), ("Permute", tensor.Permute(Axes3)), ("Reshape", tensor.Reshape(9)),
            ("Squeeze", tensor.Squeeze()), ("Squeeze axis", tensor.Squeeze(0)), ("Unsqueeze", tensor.Unsqueeze(0)), ("Flip", tensor.Flip()),
            ("BroadcastTo", tensor.BroadcastTo(2, 3, 3)), ("Diagonal", tensor.Diagonal(0, 1, 2)), ("Indexer", tensor[0, ..2]), ("Whole", tensor[Tensor.Ellipsis]),
        ];
        foreach ((string name, Tensor<int, Cpu> view) in views)
        {
            Assert.True(view.IsView, name);
            Assert.True(view.SharesMemoryWith(tensor), name);
        }

        int before = 0;
        foreach ((string name, Tensor<int, Cpu> view) in views)
        {
            tensor.Fill(++before);
            Assert.All(Naive.Elements(view), element => Assert.Equal(before, element));
        }

        Tensor<int, Cpu>[] copies = [tensor.Clone(), tensor.Cast<int>(), tensor.NarrowChecked<int>(), tensor.To<Cpu>(), tensor.Transpose().Clone(), tensor.ToArray().ToTensor(9)];
        tensor.Fill(99);
        foreach (Tensor<int, Cpu> copy in copies)
        {
            Assert.False(copy.IsView);
            Assert.False(copy.SharesMemoryWith(tensor));
            Assert.Equal(before, copy.Reshape(9)[0]);
        }
    }

    [Fact]
    public void OffDiagonal_OfAMatrix()
    {
        Tensor<int, Cpu> matrix = new[] { 1, 2, 3, 4, 5, 6 }.AsTensor(2, 3);
        Assert.Equal([1, 5], matrix.Diagonal().ToArray());
        Assert.Equal([2, 6], matrix.Diagonal(1).ToArray());
        Assert.Equal([4], matrix.Diagonal(-1).ToArray());
        Assert.Equal([1, 5], matrix.Diagonal(0, -1, -2).ToArray());
        Assert.Empty(matrix.Diagonal(3).ToArray());
        Assert.Empty(matrix.Diagonal(nint.MinValue).ToArray());
        Assert.Empty(matrix.Diagonal(nint.MaxValue).ToArray());
        matrix.Diagonal().Fill(0);
        Assert.Equal([0, 2, 3, 4, 0, 6], matrix.ToArray());
    }

    [Fact]
    public void Empty_HasEveryView()
    {
        Tensor<int, Cpu> empty = Tensor<int, Cpu>.Empty(2, 0, 3);
        Assert.Equal(new Shape(3, 0, 2), empty.Transpose().Shape);
        Assert.Equal(new Shape(2, 0, 3), empty.Flip().Shape);
        Assert.Equal(new Shape(4, 2, 0, 3), empty.BroadcastTo(4, 2, 0, 3).Shape);
        Assert.Equal(new Shape(3, 0), empty.Diagonal().Shape);
        Assert.Equal(new Shape(0, 7), empty.Reshape(0, 7).Shape);
        Assert.Empty(empty[1, ..].ToArray());
        Assert.Empty(empty.Clone().ToArray());
        Assert.True(empty.IsContiguous);
        Assert.True(empty.Flip().IsContiguous);
    }

    [Fact]
    public void Rank0_HasEveryView()
    {
        Tensor<int, Cpu> scalar = Tensor<int, Cpu>.Scalar(7);
        Assert.Equal(0, scalar.Transpose().Rank);
        Assert.Equal(0, scalar.Permute().Rank);
        Assert.Equal(0, scalar.Flip().Rank);
        Assert.Equal(0, scalar.Squeeze().Rank);
        Assert.Equal(new Shape(1), scalar.Unsqueeze(-1).Shape);
        Assert.Equal([7, 7, 7], scalar.BroadcastTo(3).ToArray());
        Assert.Equal(7, scalar[ReadOnlySpan<nint>.Empty]);
    }

    private static void Check(Tensor<int, Cpu> source, Tensor<int, Cpu> view, Func<nint[], nint[]> sourceIndex)
    {
        Assert.True(view.SharesMemoryWith(source));
        foreach (nint[] index in Naive.Indices(view.Shape))
        {
            Assert.Equal(source[sourceIndex((nint[])index.Clone())], view[index]);
        }
    }

    private static void CheckDiagonal(Tensor<int, Cpu> tensor, int offset, int first, int second)
    {
        Tensor<int, Cpu> diagonal = tensor.Diagonal(offset, first, second);
        nint rows = tensor.Shape[first], columns = tensor.Shape[second];
        nint[] places = [.. Enumerable.Range(0, 50).Select(i => (nint)i).Where(i => i + Math.Max(-offset, 0) < rows && i + Math.Max(offset, 0) < columns)];
        Assert.Equal(places.Length, diagonal.Shape[^1]);
        foreach (nint[] index in Naive.Indices(diagonal.Shape))
        {
            var source = new nint[tensor.Rank];
            int next = 0;
            for (int axis = 0; axis < tensor.Rank; axis++)
            {
                source[axis] = axis == first ? index[^1] + Math.Max(-offset, 0) : axis == second ? index[^1] + Math.Max(offset, 0) : index[next++];
            }

            Assert.Equal(tensor[source], diagonal[index]);
        }
    }

    private static nint[] Inverse(int[] order, nint[] index)
    {
        var source = new nint[index.Length];
        for (int i = 0; i < order.Length; i++)
        {
            source[order[i]] = index[i];
        }

        return source;
    }
}
