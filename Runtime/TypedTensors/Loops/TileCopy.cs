using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>Moves a tile of two strided axes into contiguous scratch and back, element by element, without knowing the dtype.</summary>
internal static unsafe class TileCopy
{
    /// <summary>Copies a strided tile to contiguous rows.</summary>
    public static void Gather(byte* source, nint rowStride, nint columnStride, nint rows, nint columns, int size, byte* destination) =>
        Move(source, rowStride, columnStride, destination, columns * size, size, rows, columns, size);

    /// <summary>Copies contiguous rows to a strided tile.</summary>
    public static void Scatter(byte* source, byte* destination, nint rowStride, nint columnStride, nint rows, nint columns, int size) =>
        Move(source, columns * size, size, destination, rowStride, columnStride, rows, columns, size);

    /// <summary>Fills 64 bytes with one element.</summary>
    public static void Repeat(byte* element, int size, byte* destination)
    {
        switch (size)
        {
            case 1: new Span<byte>(destination, 64).Fill(*element); break;
            case 2: new Span<ushort>(destination, 32).Fill(*(ushort*)element); break;
            case 4: new Span<uint>(destination, 16).Fill(*(uint*)element); break;
            case 8: new Span<ulong>(destination, 8).Fill(*(ulong*)element); break;
            default: new Span<ScalarBits>(destination, 4).Fill(*(ScalarBits*)element); break;
        }
    }

    /// <summary>Copies a strided tile to another; strides are bytes.</summary>
    public static void Move(
        byte* source, nint sourceRow, nint sourceColumn, byte* destination, nint destinationRow, nint destinationColumn, nint rows, nint columns, int size)
    {
        if (sourceColumn == size && destinationColumn == size)
        {
            for (nint row = 0; row < rows; row++)
            {
                NativeMemory.Copy(source + (row * sourceRow), destination + (row * destinationRow), (nuint)(columns * size));
            }

            return;
        }

        // Walk so that the strided side is stepped through by its smaller stride: each of its cache lines is then touched once.
        bool byRows = Math.Max(nint.Abs(sourceColumn), nint.Abs(destinationColumn)) <= Math.Max(nint.Abs(sourceRow), nint.Abs(destinationRow)) || rows == 1;
        if (!byRows)
        {
            (sourceRow, sourceColumn, destinationRow, destinationColumn, rows, columns) = (sourceColumn, sourceRow, destinationColumn, destinationRow, columns, rows);
        }

        switch (size)
        {
            case 1: Move<byte>(source, sourceRow, sourceColumn, destination, destinationRow, destinationColumn, rows, columns); break;
            case 2: Move<ushort>(source, sourceRow, sourceColumn, destination, destinationRow, destinationColumn, rows, columns); break;
            case 4: Move<uint>(source, sourceRow, sourceColumn, destination, destinationRow, destinationColumn, rows, columns); break;
            case 8: Move<ulong>(source, sourceRow, sourceColumn, destination, destinationRow, destinationColumn, rows, columns); break;
            default: Move<ScalarBits>(source, sourceRow, sourceColumn, destination, destinationRow, destinationColumn, rows, columns); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move<T>(
        byte* source, nint sourceRow, nint sourceColumn, byte* destination, nint destinationRow, nint destinationColumn, nint rows, nint columns)
        where T : unmanaged
    {
        for (; rows > 0; rows--, source += sourceRow, destination += destinationRow)
        {
            byte* from = source, to = destination;
            for (nint column = columns; column > 0; column--, from += sourceColumn, to += destinationColumn)
            {
                *(T*)to = *(T*)from;
            }
        }
    }
}
