using System.Runtime.InteropServices;
using TypedTensors.Loops;

namespace TypedTensors.Kernels;

/// <summary>Runs code that is no kernel, such as sorting, over the rows of tensors in this process, as spans and on several threads.</summary>
/// <remarks>A row is what lies along the last axis. The spans cannot be kept, so that the memory is reused afterwards, as that of a kernel's operands is.</remarks>
public static unsafe class HostRows
{
    /// <summary>With fewer elements than this, a second thread costs more than it saves.</summary>
    private const nint SmallestParallelLength = 1 << 14;

    /// <summary>All elements of a tensor in C order as one row; a view if it is contiguous, else a copy.</summary>
    public static Tensor<T, Cpu> Line<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return (tensor.IsContiguous ? tensor : tensor.Clone()).Reshape(tensor.Length);
    }

    /// <summary>Makes each row of a result from the same row of a tensor.</summary>
    /// <param name="x">The tensor, of rank 1 or more.</param>
    /// <param name="result">Where the results go: contiguous, of the same lengths except along the last axis, and in memory of its own.</param>
    /// <param name="body">What makes a row.</param>
    /// <exception cref="ShapeException">The tensors have different rows, or rows too long for a span.</exception>
    /// <exception cref="InvalidOperationException">The result is read-only or not contiguous.</exception>
    public static void Run<TX, TResult, TBody>(Tensor<TX, Cpu> x, Tensor<TResult, Cpu> result, in TBody body)
        where TX : unmanaged
        where TResult : unmanaged
        where TBody : struct, IRowBody<TX, TResult>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(result);
        Run(x, x, result, new First<TX, TResult, TBody> { Body = body });
    }

    /// <summary>Makes each row of a result from the same rows of two tensors.</summary>
    /// <param name="x">One tensor, of rank 1 or more.</param>
    /// <param name="y">The other, of the same lengths except along the last axis.</param>
    /// <param name="result">Where the results go: contiguous, of the same lengths except along the last axis, and in memory of its own.</param>
    /// <param name="body">What makes a row.</param>
    /// <exception cref="ShapeException">The tensors have different rows, or rows too long for a span.</exception>
    /// <exception cref="InvalidOperationException">The result is read-only or not contiguous.</exception>
    public static void Run<TX, TY, TResult, TBody>(Tensor<TX, Cpu> x, Tensor<TY, Cpu> y, Tensor<TResult, Cpu> result, in TBody body)
        where TX : unmanaged
        where TY : unmanaged
        where TResult : unmanaged
        where TBody : struct, IRowBody<TX, TY, TResult>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(result);
        x.ThrowIfDisposed();
        y.ThrowIfDisposed();
        result.ThrowIfNotWritable(nameof(HostRows));
        if (!result.IsContiguous)
        {
            throw new InvalidOperationException($"HostRows: the result of shape {result.Shape} is not contiguous, so that its rows are no spans.");
        }

        int length = RowLength(x, x), otherLength = RowLength(y, x), resultLength = RowLength(result, x);
        if (result.Length == 0)
        {
            return;
        }

        using Tensor<TX, Cpu>? copy = x.IsContiguous ? null : x.Clone();
        using Tensor<TY, Cpu>? otherCopy = y.IsContiguous || ReferenceEquals(x, y) ? null : y.Clone();
        Tensor<TX, Cpu> from = copy ?? x;
        Tensor<TY, Cpu> otherFrom = otherCopy ?? (ReferenceEquals(x, y) ? (Tensor<TY, Cpu>)(Tensor)from : y);
        GCHandle pin = default, otherPin = default, resultPin = default;
        try
        {
            var range = new RowRange<TX, TY, TResult, TBody>
            {
                X = (TX*)((CpuStorage)from.Storage).Pin(out pin) + from.Layout.Offset,
                Y = (TY*)((CpuStorage)otherFrom.Storage).Pin(out otherPin) + otherFrom.Layout.Offset,
                Result = (TResult*)((CpuStorage)result.Storage).Pin(out resultPin) + result.Layout.Offset,
                XLength = length,
                YLength = otherLength,
                ResultLength = resultLength,
                Body = body,
            };
            ParallelLoop.Run(range, result.Length / resultLength, Math.Max(x.Length, result.Length) < SmallestParallelLength ? 1 : Cpu.ThreadCount);
        }
        finally
        {
            ((CpuStorage)from.Storage).Unpin(pin);
            ((CpuStorage)otherFrom.Storage).Unpin(otherPin);
            ((CpuStorage)result.Storage).Unpin(resultPin);
            GC.KeepAlive(from);
            GC.KeepAlive(otherFrom);
            GC.KeepAlive(result);
        }
    }

    private static int RowLength(Tensor tensor, Tensor like)
    {
        if (tensor.Rank == 0 || like.Rank != tensor.Rank || !tensor.Shape.AsSpan()[..^1].SequenceEqual(like.Shape.AsSpan()[..^1]))
        {
            throw new ShapeException($"HostRows: shapes {like.Shape} and {tensor.Shape} have different rows; they may differ along the last axis alone.");
        }

        return tensor.Shape[^1] <= int.MaxValue
            ? (int)tensor.Shape[^1]
            : throw new ShapeException($"HostRows: shape {tensor.Shape} has rows of more than {int.MaxValue} elements.");
    }

    private struct First<TX, TResult, TBody> : IRowBody<TX, TX, TResult>
        where TX : unmanaged
        where TResult : unmanaged
        where TBody : struct, IRowBody<TX, TResult>
    {
        public TBody Body;

        public readonly void Run(ReadOnlySpan<TX> x, ReadOnlySpan<TX> y, Span<TResult> result) => Body.Run(x, result);
    }

    private struct RowRange<TX, TY, TResult, TBody> : IRangeBody
        where TX : unmanaged
        where TY : unmanaged
        where TResult : unmanaged
        where TBody : struct, IRowBody<TX, TY, TResult>
    {
        public TX* X;
        public TY* Y;
        public TResult* Result;
        public int XLength;
        public int YLength;
        public int ResultLength;
        public TBody Body;

        public readonly void Run(nint start, nint end)
        {
            for (nint row = start; row < end; row++)
            {
                Body.Run(
                    new ReadOnlySpan<TX>(X + (row * XLength), XLength),
                    new ReadOnlySpan<TY>(Y + (row * YLength), YLength),
                    new Span<TResult>(Result + (row * ResultLength), ResultLength));
            }
        }
    }
}
