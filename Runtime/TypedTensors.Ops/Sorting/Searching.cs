using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Places in sorted elements.</summary>
public static class Searching
{
    /// <summary>Where values would have to be put in so that sorted elements stay in order: NumPy's and PyTorch's <c>searchsorted</c>.</summary>
    /// <param name="sorted">The elements, ascending along the last axis, with NaN last; what is not in order gives indices without meaning.</param>
    /// <param name="values">The values: of any shape for elements of one axis, else of the same shape except along the last axis, as in PyTorch.</param>
    /// <param name="right">Whether behind elements equal to the value, rather than before them.</param>
    /// <returns>A new tensor of the shape of the values, with indices from 0 to the number of elements.</returns>
    /// <exception cref="ShapeException">The elements are a scalar, or the shapes do not fit.</exception>
    [Copies]
    public static Tensor<long, Cpu> SearchSorted<T>(this Tensor<T, Cpu> sorted, Tensor<T, Cpu> values, bool right = false)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(sorted);
        ArgumentNullException.ThrowIfNull(values);
        if (sorted.Rank == 1)
        {
            Tensor<long, Cpu> line = Tensor<long, Cpu>.Empty(values.Length);
            HostRows.Run(sorted, HostRows.Line(values), line, new Bisection<T>(right));
            return line.Reshape(values.Shape);
        }

        if (sorted.Rank == 0 || sorted.Rank != values.Rank || !sorted.Shape.AsSpan()[..^1].SequenceEqual(values.Shape.AsSpan()[..^1]))
        {
            throw new ShapeException(
                $"SearchSorted: values of shape {values.Shape} do not fit sorted elements of shape {sorted.Shape}; give elements of one axis, or the same shape except along the last.");
        }

        Tensor<long, Cpu> result = Tensor<long, Cpu>.Empty(values.Shape);
        HostRows.Run(sorted, values, result, new Bisection<T>(right));
        return result;
    }

    private readonly struct Bisection<T>(bool right) : IRowBody<T, T, long>
        where T : unmanaged, INumber<T>
    {
        public void Run(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<long> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                int low = 0, high = x.Length;
                while (low < high)
                {
                    int middle = (int)(((uint)low + (uint)high) >> 1);
                    if (right ? !IsBefore(y[i], x[middle]) : IsBefore(x[middle], y[i]))
                    {
                        low = middle + 1;
                    }
                    else
                    {
                        high = middle;
                    }
                }

                result[i] = low;
            }
        }

        private static bool IsBefore(T left, T right) => left < right || (T.IsNaN(right) && !T.IsNaN(left));
    }
}
