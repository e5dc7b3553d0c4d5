using System.Numerics;

namespace TypedTensors;

/// <summary>Reads and writes at indices along the last axis of rows that lie along two leading axes.</summary>
/// <remarks>
/// X runs along the rows, or across them where <c>across</c> says that neighbours in memory lie there. An index counts from the end if it is negative. Each thread makes one
/// element of the result, and nobody else does: what several indices name is put together in the order of the indices, without atomic operations.
/// </remarks>
internal static partial class IndexKernels
{
    /// <summary>The element of each row at each index of the row; an index beyond the row reads its nearest element.</summary>
    [Kernel(16, 16)]
    internal static void Take<T>(Threads at, ReadOnlyBuffer3D<T> x, ReadOnlyBuffer3D<int> indices, Buffer3D<T> result, bool across)
        where T : unmanaged
    {
        int row = across ? at.X : at.Y, column = across ? at.Y : at.X;
        if (row < result.Rows && column < result.Columns)
        {
            int index = indices[at.Z, row, column];
            index = Math.Max(Math.Min(index < 0 ? index + x.Columns : index, x.Columns - 1), 0);
            result[at.Z, row, column] = x[at.Z, row, index];
        }
    }

    /// <summary>Each element, or the last of the values whose index names it.</summary>
    [Kernel(16, 16)]
    internal static void Scatter<T>(Threads at, ReadOnlyBuffer3D<T> x, ReadOnlyBuffer3D<int> indices, ReadOnlyBuffer3D<T> values, Buffer3D<T> result, bool across)
        where T : unmanaged
    {
        int row = across ? at.X : at.Y, column = across ? at.Y : at.X;
        if (row < result.Rows && column < result.Columns)
        {
            T element = x[at.Z, row, column];
            for (int i = 0; i < indices.Columns; i++)
            {
                int index = indices[at.Z, row, i];
                if ((index < 0 ? index + x.Columns : index) == column)
                {
                    element = values[at.Z, row, i];
                }
            }

            result[at.Z, row, column] = element;
        }
    }

    /// <summary>Each element plus all values whose index names it, in the order of the indices.</summary>
    [Kernel(16, 16)]
    internal static void ScatterAdd<T>(Threads at, ReadOnlyBuffer3D<T> x, ReadOnlyBuffer3D<int> indices, ReadOnlyBuffer3D<T> values, Buffer3D<T> result, bool across)
        where T : unmanaged, INumber<T>
    {
        int row = across ? at.X : at.Y, column = across ? at.Y : at.X;
        if (row < result.Rows && column < result.Columns)
        {
            T element = x[at.Z, row, column];
            for (int i = 0; i < indices.Columns; i++)
            {
                int index = indices[at.Z, row, i];
                if ((index < 0 ? index + x.Columns : index) == column)
                {
                    element += values[at.Z, row, i];
                }
            }

            result[at.Z, row, column] = element;
        }
    }

    /// <summary>An index as an int. What an int does not hold is outside of every axis, and remains so.</summary>
    [Elementwise]
    internal static int Narrow(long index) => index > int.MaxValue ? int.MaxValue : index < int.MinValue ? int.MinValue : (int)index;
}
