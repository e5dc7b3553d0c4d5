using System.Runtime.InteropServices;
using TypedTensors.Loops;

namespace TypedTensors;

/// <summary>Makes tensors whose elements are computed in this process: on the CPU in place, elsewhere followed by one transfer.</summary>
internal static unsafe class HostFill
{
    /// <summary>The elements computed at once. Small enough for the first cache, large enough that handing it out costs nothing.</summary>
    public const int PieceLength = 4096;

    /// <summary>With fewer pieces than this, a second thread costs more than it saves.</summary>
    private const nint FewestParallelPieces = 8;

    /// <summary>A tensor filled by several threads.</summary>
    /// <exception cref="ShapeException">The tensor would have more bytes than an address can count.</exception>
    public static Tensor<T, TDevice> Create<T, TDevice, TSource>(Shape shape, TSource source)
        where T : unmanaged
        where TDevice : struct, IDevice
        where TSource : struct, IElementSource<T> =>
        Create<T, TDevice, TSource>(shape, source, shape.Length < FewestParallelPieces * PieceLength ? 1 : Cpu.ThreadCount);

    /// <summary>A tensor filled from the first element to the last by the caller's thread, which a source with side effects may rely on.</summary>
    /// <exception cref="ShapeException">The tensor would have more bytes than an address can count.</exception>
    public static Tensor<T, TDevice> CreateInOrder<T, TDevice, TSource>(Shape shape, TSource source)
        where T : unmanaged
        where TDevice : struct, IDevice
        where TSource : struct, IElementSource<T> => Create<T, TDevice, TSource>(shape, source, threads: 1);

    private static Tensor<T, TDevice> Create<T, TDevice, TSource>(Shape shape, TSource source, int threads)
        where T : unmanaged
        where TDevice : struct, IDevice
        where TSource : struct, IElementSource<T>
    {
        Tensor<T, Cpu> host = Tensor<T, Cpu>.Empty(shape);
        if (host.Length != 0)
        {
            var storage = (CpuStorage)host.Storage;
            var pieces = new Pieces<T, TSource> { Start = (T*)storage.Pin(out GCHandle pin), Length = host.Length, Source = source };
            try
            {
                ParallelLoop.Run(pieces, ((host.Length - 1) / PieceLength) + 1, threads);
            }
            finally
            {
                storage.Unpin(pin);
                GC.KeepAlive(host);
            }
        }

        return Move<T, TDevice>(host);
    }

    /// <summary>The tensor itself if it is on the device already; else a copy there, and the tensor is disposed.</summary>
    public static Tensor<T, TDevice> Move<T, TDevice>(Tensor<T, Cpu> host)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        if ((object)host is Tensor<T, TDevice> tensor)
        {
            return tensor;
        }

        using (host)
        {
            return host.To<TDevice>();
        }
    }

    private struct Pieces<T, TSource> : IRangeBody
        where T : unmanaged
        where TSource : struct, IElementSource<T>
    {
        public T* Start;
        public nint Length;
        public TSource Source;

        public readonly void Run(nint start, nint end)
        {
            for (nint piece = start; piece < end; piece++)
            {
                nint first = piece * PieceLength;
                Source.Fill(first, new Span<T>(Start + first, (int)Math.Min(PieceLength, Length - first)));
            }
        }
    }
}
