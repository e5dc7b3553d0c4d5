using System.Numerics;

namespace TypedTensors;

/// <summary>Running totals along rows: of sums, products, largest or smallest elements.</summary>
internal static partial class ScanKernels
{
    /// <summary>The elements that a group scans.</summary>
    internal const int ChunkLength = 1024;

    /// <summary>The threads of a group, of which each has four neighbouring elements.</summary>
    internal const int GroupSize = 256;

    /// <summary>Scans each chunk of a row for itself, and tells its total.</summary>
    /// <remarks>The threads' totals are added by doubling steps, so that the order of additions depends on the row's length alone.</remarks>
    [Kernel(GroupSize)]
    internal static void Chunks<T>(Threads at, ReadOnlyBuffer3D<T> x, Buffer3D<T> result, Buffer3D<T> totals, int scan)
        where T : unmanaged, INumber<T>
    {
        Span<T> elements = at.Shared<T>(ChunkLength), ends = at.Shared<T>(GroupSize);
        int start = at.GroupX * ChunkLength;
        for (int i = at.LocalX; i < ChunkLength; i += GroupSize)
        {
            elements[i] = start + i < x.Columns ? x[at.GroupZ, at.GroupY, start + i] : T.Zero;
        }

        at.Barrier();
        int own = 4 * at.LocalX;
        for (int i = 1; i < 4; i++)
        {
            elements[own + i] = Combine(elements[own + i - 1], elements[own + i], scan);
        }

        ends[at.LocalX] = elements[own + 3];
        at.Barrier();
        for (int distance = 1; distance < GroupSize; distance *= 2)
        {
            T end = ends[at.LocalX];
            if (at.LocalX >= distance)
            {
                end = Combine(ends[at.LocalX - distance], end, scan);
            }

            at.Barrier();
            ends[at.LocalX] = end;
            at.Barrier();
        }

        if (at.LocalX > 0)
        {
            for (int i = 0; i < 4; i++)
            {
                elements[own + i] = Combine(ends[at.LocalX - 1], elements[own + i], scan);
            }
        }

        at.Barrier();
        for (int i = at.LocalX; i < ChunkLength; i += GroupSize)
        {
            if (start + i < x.Columns)
            {
                result[at.GroupZ, at.GroupY, start + i] = elements[i];
            }
        }

        if (at.LocalX == GroupSize - 1)
        {
            totals[at.GroupZ, at.GroupY, at.GroupX] = ends[at.LocalX];
        }
    }

    /// <summary>Adds to each chunk but the first the total of all chunks before it.</summary>
    [Kernel(GroupSize, Over = nameof(result))]
    internal static void AddTotals<T>(Threads at, ReadOnlyBuffer3D<T> totals, Buffer3D<T> result, int scan)
        where T : unmanaged, INumber<T>
    {
        int plane = at.Z, chunk = at.X / ChunkLength;
        if (at.X < result.Columns && chunk > 0)
        {
            result[plane, at.Y, at.X] = Combine(totals[plane, at.Y, chunk - 1], result[plane, at.Y, at.X], scan);
        }
    }

    /// <summary>A thread for each row, from its first element to its last: for short rows, and for such as lie across memory, where neighbouring threads then read neighbours.</summary>
    [Kernel(64)]
    internal static void Rows<T>(Threads at, ReadOnlyBuffer3D<T> x, Buffer3D<T> result, int scan)
        where T : unmanaged, INumber<T>
    {
        if (at.X >= x.Rows)
        {
            return;
        }

        T total = x[at.Y, at.X, 0];
        result[at.Y, at.X, 0] = total;
        for (int i = 1; i < x.Columns; i++)
        {
            total = Combine(total, x[at.Y, at.X, i], scan);
            result[at.Y, at.X, i] = total;
        }
    }

    /// <summary>The total of what is to the left and what is to the right.</summary>
    internal static T Combine<T>(T left, T right, int scan)
        where T : unmanaged, INumber<T>
    {
        T combined = left + right;
        if (scan == Scan.Products)
        {
            combined = left * right;
        }
        else if (scan == Scan.Largest)
        {
            combined = T.Max(left, right);
        }
        else if (scan == Scan.Smallest)
        {
            combined = T.Min(left, right);
        }

        return combined;
    }
}
