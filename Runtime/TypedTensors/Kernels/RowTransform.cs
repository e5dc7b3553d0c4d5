using TypedTensors.Loops;

namespace TypedTensors.Kernels;

/// <summary>Makes each row of a result from the same row of a tensor, in this process and on several threads, so that a row stays in the first-level cache until it is done.</summary>
public static unsafe class RowTransform
{
    /// <summary>With fewer elements than this, a second thread costs more than it saves.</summary>
    private const nint SmallestParallelLength = 1 << 14;

    /// <summary>Transforms all rows. Allocates nothing, unless an operand is not contiguous or overlaps the destination other than element for element.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="x">The tensor, of any layout; a row is a number of elements that follow one another in C order.</param>
    /// <param name="rowLength">How many; they divide the tensor.</param>
    /// <param name="weight">A tensor that rows share, or null.</param>
    /// <param name="bias">Another, or null.</param>
    /// <param name="destination">Where to write, of the shape of <paramref name="x"/> and of any layout; the result is as if the operands had been copied first.</param>
    /// <param name="transform">What makes a row.</param>
    /// <exception cref="ShapeException">The destination has another shape, or rows are too long for a span.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    /// <exception cref="ObjectDisposedException">A tensor has been disposed.</exception>
    public static void Run<T, TTransform>(
        string operation, Tensor<T, Cpu> x, nint rowLength, Tensor<T, Cpu>? weight, Tensor<T, Cpu>? bias, Tensor<T, Cpu> destination, in TTransform transform)
        where T : unmanaged
        where TTransform : struct, IRowTransform<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(destination);
        x.ThrowIfDisposed();
        weight?.ThrowIfDisposed();
        bias?.ThrowIfDisposed();
        destination.ThrowIfNotWritable(operation);
        if (destination.Shape != x.Shape)
        {
            throw new ShapeException($"{operation}: the result has shape {x.Shape}, which does not fit the destination's shape {destination.Shape}.");
        }

        if (Math.Max(rowLength, Math.Max(weight?.Length ?? 0, bias?.Length ?? 0)) > int.MaxValue)
        {
            throw new ShapeException($"{operation}: shape {x.Shape} has rows of more than {int.MaxValue} elements.");
        }

        if (x.Length == 0)
        {
            return;
        }

        if (destination.IsContiguous && !Conflicts(x, destination) && !Shares(weight, destination) && !Shares(bias, destination))
        {
            RunApart(x, rowLength, weight, bias, destination, transform);
            return;
        }

        using Tensor<T, Cpu> result = Tensor<T, Cpu>.Empty(x.Shape);
        RunApart(x, rowLength, weight, bias, result, transform);
        destination.CopyFrom(result);
    }

    private static void RunApart<T, TTransform>(
        Tensor<T, Cpu> x, nint rowLength, Tensor<T, Cpu>? weight, Tensor<T, Cpu>? bias, Tensor<T, Cpu> result, in TTransform transform)
        where T : unmanaged
        where TTransform : struct, IRowTransform<T>
    {
        using var from = new HeldElements<T>(x);
        using var weights = new HeldElements<T>(weight);
        using var biases = new HeldElements<T>(bias);
        using var to = new HeldElements<T>(result);
        var range = new RowRange<T, TTransform>
        {
            X = from.Start,
            Weight = weights.Start,
            Bias = biases.Start,
            Result = to.Start,
            RowLength = (int)rowLength,
            WeightLength = (int)weights.Length,
            BiasLength = (int)biases.Length,
            Transform = transform,
        };
        ParallelLoop.Run(range, x.Length / rowLength, x.Length < SmallestParallelLength ? 1 : Cpu.ThreadCount);
    }

    /// <summary>Whether the tensor lies in the destination other than element for element.</summary>
    private static bool Conflicts(Tensor x, Tensor destination) =>
        !ReferenceEquals(x, destination) && Shares(x, destination) && !(x.IsContiguous && x.FirstByteEquals(destination));

    private static bool Shares(Tensor? operand, Tensor destination) => operand is not null && operand.SharesMemoryWith(destination);

    private struct RowRange<T, TTransform> : IRangeBody
        where T : unmanaged
        where TTransform : struct, IRowTransform<T>
    {
        public T* X;
        public T* Weight;
        public T* Bias;
        public T* Result;
        public int RowLength;
        public int WeightLength;
        public int BiasLength;
        public TTransform Transform;

        public readonly void Run(nint start, nint end)
        {
            var weight = new ReadOnlySpan<T>(Weight, WeightLength);
            var bias = new ReadOnlySpan<T>(Bias, BiasLength);
            for (nint row = start; row < end; row++)
            {
                Transform.Run(row, new ReadOnlySpan<T>(X + (row * RowLength), RowLength), weight, bias, new Span<T>(Result + (row * RowLength), RowLength));
            }
        }
    }
}
