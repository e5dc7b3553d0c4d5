using System.Numerics;

namespace TypedTensors;

/// <summary>Products of stacked matrices: along two leading axes of the factors, which are one of the product.</summary>
internal static partial class MatrixKernels
{
    /// <summary>A bit of <c>transposed</c>: neighbours in memory of the left factor are those down its columns.</summary>
    internal const int LeftIsTransposed = 1;

    /// <summary>A bit of <c>transposed</c>: neighbours in memory of the right factor are those down its columns.</summary>
    internal const int RightIsTransposed = 2;

    /// <summary>A group makes 64 x 64 elements, from 64 x 16 and 16 x 64 that it shares; a thread makes 4 x 4 of them, 16 apart, which it keeps to itself until the end.</summary>
    /// <remarks>
    /// Whatever lies outside of the factors counts as zero. Neighbouring threads read neighbours in memory, whichever way a factor lies; a row of the left
    /// tile has one element more than it needs, so that threads that write down a column do not meet in one bank.
    /// </remarks>
    [Kernel(16, 16)]
    internal static void Tiled<T>(Threads at, ReadOnlyBuffer4D<T> x, ReadOnlyBuffer4D<T> y, Buffer3D<T> product, int transposed)
        where T : unmanaged, INumber<T>
    {
        Span<T> left = at.Shared<T>(16 * 65), right = at.Shared<T>(16 * 65);
        Span<T> sums = stackalloc T[16], own = stackalloc T[4];
        int block = at.GroupZ / x.Planes, plane = at.GroupZ % x.Planes;
        int top = at.GroupY * 64, side = at.GroupX * 64;
        bool leftDown = (transposed & LeftIsTransposed) != 0, rightDown = (transposed & RightIsTransposed) != 0;
        for (int start = 0; start < x.Columns; start += 16)
        {
            for (int i = 0; i < 4; i++)
            {
                int place = at.LocalIndex + 256 * i;
                int k = leftDown ? place / 64 : place % 16, row = leftDown ? place % 64 : place / 16;
                left[k * 65 + row] = top + row < x.Rows && start + k < x.Columns ? x[block, plane, top + row, start + k] : T.Zero;
                int depth = rightDown ? place % 16 : place / 64, column = rightDown ? place / 16 : place % 64;
                right[depth * 65 + column] = start + depth < y.Rows && side + column < y.Columns ? y[block, plane, start + depth, side + column] : T.Zero;
            }

            at.Barrier();
            for (int k = 0; k < 16; k++)
            {
                for (int j = 0; j < 4; j++)
                {
                    own[j] = right[k * 65 + at.LocalX + 16 * j];
                }

                for (int i = 0; i < 4; i++)
                {
                    T factor = left[k * 65 + at.LocalY + 16 * i];
                    for (int j = 0; j < 4; j++)
                    {
                        sums[4 * i + j] += factor * own[j];
                    }
                }
            }

            at.Barrier();
        }

        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                int row = top + at.LocalY + 16 * i, column = side + at.LocalX + 16 * j;
                if (row < product.Rows && column < product.Columns)
                {
                    product[at.GroupZ, row, column] = sums[4 * i + j];
                }
            }
        }
    }

    /// <summary>A thread makes one element: for vectors, and for matrices that are narrower than a tile.</summary>
    [Kernel(64)]
    internal static void Plain<T>(Threads at, ReadOnlyBuffer4D<T> x, ReadOnlyBuffer4D<T> y, Buffer3D<T> product)
        where T : unmanaged, INumber<T>
    {
        int block = at.Y / x.Planes, plane = at.Y % x.Planes;
        int row = at.X / y.Columns, column = at.X % y.Columns;
        if (row >= x.Rows)
        {
            return;
        }

        T sum = T.Zero;
        for (int k = 0; k < x.Columns; k++)
        {
            sum += x[block, plane, row, k] * y[block, plane, k, column];
        }

        product[at.Y, row, column] = sum;
    }
}
