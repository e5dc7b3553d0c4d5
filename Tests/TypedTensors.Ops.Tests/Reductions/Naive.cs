namespace TypedTensors.Ops.Tests;

/// <summary>Reductions as one would write them down: element by element through the indexer, into lists.</summary>
static class Naive
{
    /// <summary>Gathers, for every element of the result in C order, the elements that it reduces, in C order.</summary>
    public static (nint[] Shape, List<T>[] Rows) Gather<T>(Tensor<T, Cpu> source, int[] axes, bool keepDims)
        where T : unmanaged
    {
        nint[] lengths = source.Shape.AsSpan().ToArray();
        int rank = lengths.Length;
        bool[] isReduced = [.. lengths.Select((_, axis) => axes.Length == 0 || axes.Contains(axis) || axes.Contains(axis - rank))];
        nint[] full = [.. lengths.Select((length, axis) => isReduced[axis] ? 1 : length)];
        var rows = new List<T>[full.Aggregate((nint)1, (product, length) => product * length)];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = [];
        }

        foreach (nint[] index in Indices(lengths))
        {
            nint row = 0;
            for (int axis = 0; axis < full.Length; axis++)
            {
                row = (row * full[axis]) + (isReduced[axis] ? 0 : index[axis]);
            }

            rows[row].Add(source[index]);
        }

        return (keepDims ? full : [.. full.Where((_, axis) => !isReduced[axis])], rows);
    }

    /// <summary>All indices of a shape, in C order.</summary>
    public static IEnumerable<nint[]> Indices(nint[] lengths)
    {
        nint count = lengths.Aggregate((nint)1, (product, length) => product * length);
        for (nint position = 0; position < count; position++)
        {
            var index = new nint[lengths.Length];
            nint rest = position;
            for (int axis = lengths.Length - 1; axis >= 0; axis--)
            {
                index[axis] = rest % lengths[axis];
                rest /= lengths[axis];
            }

            yield return index;
        }
    }

    /// <summary>All sets of axes of a rank, some counted from the end; without axes all are meant.</summary>
    public static IEnumerable<int[]> AxisSets(int rank)
    {
        for (int set = 0; set < 1 << rank; set++)
        {
            int[] axes = [.. Enumerable.Range(0, rank).Where(axis => (set & (1 << axis)) != 0)];
            yield return axes;
            if (axes.Length > 0)
            {
                yield return [.. axes.Reverse().Select((axis, position) => position % 2 == 0 ? axis - rank : axis)];
            }
        }
    }
}
