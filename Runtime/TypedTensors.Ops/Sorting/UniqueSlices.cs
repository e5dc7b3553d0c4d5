using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The different slices of a tensor along an axis, in order.</summary>
internal static class UniqueSlices
{
    /// <summary>The different slices, the index of the first of each, for each slice its index among the different ones, and how often they come.</summary>
    public static (Tensor<T, Cpu> Values, Tensor<long, Cpu> Indices, Tensor<long, Cpu> Inverse, Tensor<long, Cpu> Counts) Of<T>(string operation, Tensor<T, Cpu> x, int axis)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        int count = checked((int)x.Shape[position]);

        // Elements are compared by their places among all different ones: NaN last and equal to NaN, and the zeros equal.
        long[] ranks = x.UniqueAll().Inverse.Permute([position, .. Enumerable.Range(0, x.Rank).Where(other => other != position)]).ToArray();
        int length = count == 0 ? 0 : ranks.Length / count;
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (left, right) => Compare(left, right) is var difference and not 0 ? difference : left - right);

        List<long> indices = [], counts = [];
        var inverse = new long[count];
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || Compare(order[i - 1], order[i]) != 0)
            {
                indices.Add(order[i]);
                counts.Add(0);
            }

            counts[^1]++;
            inverse[order[i]] = indices.Count - 1;
        }

        Tensor<long, Cpu> firsts = indices.ToArray().AsTensor();
        nint[] column = [.. Enumerable.Repeat((nint)1, x.Rank)], shape = x.Shape.ToArray();
        (column[position], shape[position]) = (firsts.Length, firsts.Length);
        return (HostLanes.Take(x, firsts.Reshape(column).BroadcastTo(shape), position), firsts, inverse.AsTensor(), counts.ToArray().AsTensor());

        int Compare(int left, int right) => ranks.AsSpan(left * length, length).SequenceCompareTo(ranks.AsSpan(right * length, length));
    }
}
