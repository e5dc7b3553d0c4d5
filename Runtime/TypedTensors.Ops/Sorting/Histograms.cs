using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>How many elements lie between given edges.</summary>
public static class Histograms
{
    /// <summary>The number of elements in bins of one width: NumPy's <c>histogram</c>, and with <paramref name="range"/> PyTorch's <c>histc</c>.</summary>
    /// <param name="x">The tensor, of any shape and layout.</param>
    /// <param name="bins">The number of bins.</param>
    /// <param name="range">Where the first bin begins and the last ends; elements outside, and NaN, are not counted. Null for the smallest and the largest element.</param>
    /// <returns>The count of each bin, and the edges, one more. A bin holds its lower edge, and the last its upper edge too.</returns>
    /// <remarks>If the range has no width, as that of no elements or of equal ones, it is made 1 wide, as in NumPy. Edges are computed in double and rounded once.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The range, given or found, is not finite (an element is NaN or infinite), or turned round.</exception>
    [Copies]
    public static (Tensor<long, Cpu> Counts, Tensor<T, Cpu> Edges) Histogram<T>(this Tensor<T, Cpu> x, int bins = 10, (T Minimum, T Maximum)? range = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        (T from, T to) = range ?? Extent(x);
        if (!T.IsFinite(from) || !T.IsFinite(to) || from > to)
        {
            throw new ArgumentException(FormattableString.Invariant($"Histogram: the range from {from} to {to} of shape {x.Shape} is not finite and ascending; give one, or take NaN and infinity out."), nameof(range));
        }

        if (from == to)
        {
            T half = T.CreateTruncating(0.5);
            (from, to) = (from - half, to + half);
        }

        Tensor<T, Cpu> edges = Tensor<T, Cpu>.Linspace(from, to, bins + 1);
        return (Histogram(x, edges), edges);
    }

    /// <summary>The number of elements between edges: NumPy's <c>histogram</c> with edges, PyTorch's too.</summary>
    /// <param name="x">The tensor, of any shape and layout.</param>
    /// <param name="edges">The edges, of rank 1 and ascending, at least two.</param>
    /// <returns>The count of each bin. A bin holds its lower edge, and the last its upper edge too; elements outside, and NaN, are not counted.</returns>
    /// <exception cref="ShapeException">The edges have not one axis, or are fewer than two.</exception>
    /// <exception cref="ArgumentException">The edges do not ascend.</exception>
    [Copies]
    public static Tensor<long, Cpu> Histogram<T>(this Tensor<T, Cpu> x, Tensor<T, Cpu> edges)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(edges);
        if (edges.Rank != 1 || edges.Length < 2)
        {
            throw new ShapeException($"Histogram: edges of shape {edges.Shape}; bins need at least two edges along one axis.");
        }

        T[] line = edges.ToArray();
        for (int i = 1; i < line.Length; i++)
        {
            if (!(line[i - 1] <= line[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Histogram: edge {i} is {line[i]} after {line[i - 1]}; edges ascend."), nameof(edges));
            }
        }

        Tensor<long, Cpu> counts = Tensor<long, Cpu>.Zeros(line.Length - 1);
        HostRows.Run(HostRows.Line(x), counts, new Bins<T>(line));
        return counts;
    }

    private static (T Minimum, T Maximum) Extent<T>(Tensor<T, Cpu> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // NumPy takes 0 to 1 of nothing.
        var extent = new T[] { T.Zero, T.One }.AsTensor();
        if (x.Length > 0)
        {
            HostRows.Run(HostRows.Line(x), extent, default(Extremes<T>));
        }

        return (extent[0], extent[1]);
    }

    private readonly struct Extremes<T> : IRowBody<T, T>
        where T : unmanaged, INumber<T>
    {
        public void Run(ReadOnlySpan<T> x, Span<T> result)
        {
            result[0] = System.Numerics.Tensors.TensorPrimitives.Min(x);
            result[1] = System.Numerics.Tensors.TensorPrimitives.Max(x);
        }
    }

    private readonly struct Bins<T>(T[] edges) : IRowBody<T, long>
        where T : unmanaged, INumber<T>
    {
        public void Run(ReadOnlySpan<T> x, Span<long> result)
        {
            T first = edges[0], last = edges[^1];
            foreach (T element in x)
            {
                if (!(element >= first && element <= last))
                {
                    continue;
                }

                // The first edge above the element ends its bin; the last bin holds the last edge too.
                int low = 1, high = result.Length;
                while (low < high)
                {
                    int middle = (low + high) / 2;
                    (low, high) = element < edges[middle] ? (low, middle) : (middle + 1, high);
                }

                result[low - 1]++;
            }
        }
    }
}
