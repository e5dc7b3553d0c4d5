using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.FourierTransforms;

/// <summary>Brings elements from where they lie into panels, and back.</summary>
internal static unsafe class PanelCopy<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The elements that are turned from rows to lanes at once: whole cache lines of either side.</summary>
    private const int TileLength = 16;

    /// <summary>Fills a panel.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="source">Where the elements lie.</param>
    /// <param name="offsets">Where each lane begins.</param>
    /// <param name="lanes">The lanes that there are; the others become 0.</param>
    /// <param name="length">The elements; those that the source lacks become 0.</param>
    /// <param name="isSwapped">Whether real and imaginary parts change places, which turns a transform into its inverse.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(T* panel, in Strands<T> source, nint* offsets, int lanes, nint length, bool isSwapped)
    {
        nint size = 2 * TLanes.Count, count = Math.Min(length, source.RealCount);
        nint whole = source.Imaginary == 0 ? count : Math.Min(count, source.ImaginaryCount);
        T* real = panel + (isSwapped ? TLanes.Count : 0), imaginary = panel + (isSwapped ? 0 : TLanes.Count);
        TLanes zero = TLanes.Broadcast(T.Zero);
        T* from = source.Origin + offsets[0];
        if (source.Imaginary == 1 && AreNeighbours(offsets, lanes, 2))
        {
            for (nint i = 0; i < whole; i++, from += source.Step, real += size, imaginary += size)
            {
                TLanes.Split(TLanes.Load(from), TLanes.Load(from + TLanes.Count), out TLanes x, out TLanes y);
                TLanes.Store(x, real);
                TLanes.Store(y, imaginary);
            }
        }
        else if (source.Imaginary == 0 && AreNeighbours(offsets, lanes, 1))
        {
            for (nint i = 0; i < whole; i++, from += source.Step, real += size, imaginary += size)
            {
                TLanes.Store(TLanes.Load(from), real);
                TLanes.Store(zero, imaginary);
            }
        }
        else
        {
            T* tile = stackalloc T[TileLength * (int)size];
            for (nint start = 0; start < whole; start += TileLength)
            {
                nint rows = Math.Min(TileLength, whole - start);
                GatherTile(source.From(start, rows), offsets, lanes, rows, tile);
                for (nint i = 0; i < rows; i++, real += size, imaginary += size)
                {
                    TLanes.Split(TLanes.Load(tile + (i * size)), TLanes.Load(tile + (i * size) + TLanes.Count), out TLanes x, out TLanes y);
                    TLanes.Store(x, real);
                    TLanes.Store(y, imaginary);
                }
            }
        }

        for (nint i = whole; i < length; i++, real += size, imaginary += size)
        {
            TLanes.Store(zero, real);
            TLanes.Store(zero, imaginary);
            for (int lane = 0; i < count && lane < lanes; lane++)
            {
                // The last of an odd number of reals, which has no partner.
                real[lane] = source.Origin[offsets[lane] + (i * source.Step)];
            }
        }
    }

    /// <summary>Writes a panel's elements where they belong, multiplied by a number.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="target">Where the elements belong, and how many.</param>
    /// <param name="offsets">Where each lane begins.</param>
    /// <param name="lanes">The lanes that there are.</param>
    /// <param name="scale">The number.</param>
    /// <param name="isSwapped">Whether real and imaginary parts change places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(T* panel, in Strands<T> target, nint* offsets, int lanes, T scale, bool isSwapped)
    {
        nint size = 2 * TLanes.Count, count = target.RealCount;
        T* real = panel + (isSwapped ? TLanes.Count : 0), imaginary = panel + (isSwapped ? 0 : TLanes.Count);
        TLanes factor = TLanes.Broadcast(scale);
        T* to = target.Origin + offsets[0];
        if (target.Imaginary == 1 && AreNeighbours(offsets, lanes, 2))
        {
            for (nint i = 0; i < count; i++, to += target.Step, real += size, imaginary += size)
            {
                TLanes.Join(TLanes.Load(real) * factor, TLanes.Load(imaginary) * factor, out TLanes first, out TLanes second);
                TLanes.Store(first, to);
                TLanes.Store(second, to + TLanes.Count);
            }

            return;
        }

        T* tile = stackalloc T[TileLength * (int)size];
        for (nint start = 0; start < count; start += TileLength)
        {
            nint rows = Math.Min(TileLength, count - start);
            for (nint i = 0; i < rows; i++, real += size, imaginary += size)
            {
                TLanes.Join(TLanes.Load(real) * factor, TLanes.Load(imaginary) * factor, out TLanes first, out TLanes second);
                TLanes.Store(first, tile + (i * size));
                TLanes.Store(second, tile + (i * size) + TLanes.Count);
            }

            ScatterTile(tile, target.From(start, rows), offsets, lanes, rows);
        }
    }

    private static bool AreNeighbours(nint* offsets, int lanes, nint distance)
    {
        bool areNeighbours = lanes == TLanes.Count;
        for (int lane = 1; lane < lanes; lane++)
        {
            areNeighbours &= offsets[lane] == offsets[0] + (lane * distance);
        }

        return areNeighbours;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherTile(in Strands<T> source, nint* offsets, int lanes, nint rows, T* tile)
    {
        nint size = 2 * TLanes.Count, step = source.Step;
        if (lanes < TLanes.Count)
        {
            new Span<T>(tile, TileLength * (int)size).Clear();
        }

        for (int lane = 0; lane < lanes; lane++)
        {
            T* from = source.Origin + offsets[lane], to = tile + (2 * lane);
            if (source.Imaginary == 1)
            {
                for (nint i = 0; i < rows; i++)
                {
                    Move(from + (i * step), to + (i * size));
                }
            }
            else
            {
                for (nint i = 0; i < rows; i++)
                {
                    to[i * size] = from[i * step];
                    to[(i * size) + 1] = source.Imaginary == 0 ? T.Zero : from[(i * step) + source.Imaginary];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterTile(T* tile, in Strands<T> target, nint* offsets, int lanes, nint rows)
    {
        nint size = 2 * TLanes.Count, step = target.Step;
        for (int lane = 0; lane < lanes; lane++)
        {
            T* from = tile + (2 * lane), to = target.Origin + offsets[lane];
            if (target.Imaginary == 1)
            {
                for (nint i = 0; i < rows; i++)
                {
                    Move(from + (i * size), to + (i * step));
                }
            }
            else
            {
                for (nint i = 0; i < rows; i++)
                {
                    to[i * step] = from[i * size];
                    if (target.Imaginary != 0)
                    {
                        to[(i * step) + target.Imaginary] = from[(i * size) + 1];
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(T* from, T* to)
    {
        if (typeof(T) == typeof(float))
        {
            *(ulong*)to = *(ulong*)from;
        }
        else
        {
            Vector128.Load((double*)from).Store((double*)to);
        }
    }
}
