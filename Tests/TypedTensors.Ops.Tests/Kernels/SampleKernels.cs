using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Ops.Tests.Kernels;

/// <summary>Kernels over an index space, as users write them.</summary>
public static partial class SampleKernels
{
    /// <summary>Escape counts of the Mandelbrot set.</summary>
    [Kernel(16, 16, Over = nameof(counts))]
    public static void Mandelbrot(Threads at, Buffer2D<int> counts, double left, double top, double step, int limit)
    {
        if (at.X >= counts.Columns || at.Y >= counts.Rows)
        {
            return;
        }

        double real = left + at.X * step, imaginary = top - at.Y * step;
        double x = 0, y = 0;
        int n = 0;
        while (n < limit && x * x + y * y <= 4)
        {
            (x, y) = (x * x - y * y + real, 2 * x * y + imaginary);
            n++;
        }

        counts[at.Y, at.X] = n;
    }

    /// <summary>The product of two matrices, tile by tile.</summary>
    [Kernel(8, 8, Over = nameof(product))]
    public static void Multiply<T>(Threads at, ReadOnlyBuffer2D<T> a, ReadOnlyBuffer2D<T> b, Buffer2D<T> product)
        where T : unmanaged, INumber<T>
    {
        Span<T> tileA = at.Shared<T>(64), tileB = at.Shared<T>(64);
        int place = at.LocalIndex;
        T sum = T.Zero;
        for (int start = 0; start < a.Columns; start += 8)
        {
            int column = start + at.LocalX, row = start + at.LocalY;
            tileA[place] = at.Y < a.Rows && column < a.Columns ? a[at.Y, column] : T.Zero;
            tileB[place] = row < b.Rows && at.X < b.Columns ? b[row, at.X] : T.Zero;
            at.Barrier();
            for (int k = 0; k < 8; k++)
            {
                sum += tileA[at.LocalY * 8 + k] * tileB[k * 8 + at.LocalX];
            }

            at.Barrier();
        }

        if (at.Y < product.Rows && at.X < product.Columns)
        {
            product[at.Y, at.X] = sum;
        }
    }

    /// <summary>Running sums within each group of 64, by doubling steps in shared memory.</summary>
    [Kernel(64, Over = nameof(x))]
    public static void GroupSums(Threads at, ReadOnlyBuffer1D<int> x, Buffer1D<int> sums)
    {
        Span<int> shared = at.Shared<int>(64);
        bool isInside = at.X < x.Length;
        shared[at.LocalX] = isInside ? x[at.X] : 0;
        at.Barrier();
        for (int distance = 1; distance < at.GroupSizeX; distance *= 2)
        {
            int added = 0;
            if (at.LocalX >= distance)
            {
                added = shared[at.LocalX - distance];
            }

            at.Barrier();
            shared[at.LocalX] += added;
            at.Barrier();
        }

        if (!isInside)
        {
            return;
        }

        sums[at.X] = shared[at.LocalX];
    }

    /// <summary>The transpose, through a tile, so that both sides are walked along their rows; each thread moves four elements that it keeps meanwhile.</summary>
    [Kernel(16, 4)]
    public static void Transpose<T>(Threads at, ReadOnlyBuffer2D<T> x, Buffer2D<T> transposed)
        where T : unmanaged
    {
        Span<T> tile = at.Shared<T>(16 * 17);
        Span<T> own = stackalloc T[4];
        int left = at.GroupX * 16, top = at.GroupY * 16;
        for (int i = 0; i < own.Length; i++)
        {
            int row = top + at.LocalY + 4 * i, column = left + at.LocalX;
            if (row < x.Rows && column < x.Columns)
            {
                own[i] = x[row, column];
            }
        }

        for (int i = 0; i < 4; i++)
        {
            tile[(at.LocalY + 4 * i) * 17 + at.LocalX] = own[i];
        }

        at.Barrier();
        for (int i = 0; i < 4; i++)
        {
            int row = left + at.LocalY + 4 * i, column = top + at.LocalX;
            if (row >= transposed.Rows || column >= transposed.Columns)
            {
                continue;
            }

            transposed[row, column] = tile[at.LocalX * 17 + at.LocalY + 4 * i];
        }
    }

    /// <summary>Whether each number is prime, and what its steps to 1 are by Collatz's rule.</summary>
    [Kernel(32)]
    public static void Numbers(Threads at, Buffer1D<bool> prime, Buffer1D<ushort> steps)
    {
        if (at.X < prime.Length)
        {
            prime[at.X] = IsPrime(at.X);
            steps[at.X] = (ushort)Collatz(at.X);
        }
    }

    /// <summary>Each element times a factor, plus a power of two; rounded to Half after each.</summary>
    [Kernel(4, 4, 2, Over = nameof(x))]
    public static void Scale(Threads at, Buffer4D<Half> x, Half factor, byte shift)
    {
        int block = at.Z / x.Planes, plane = at.Z % x.Planes;
        if (at.X < x.Columns && at.Y < x.Rows && block < x.Blocks)
        {
            x[block, plane, at.Y, at.X] *= factor;
            x[block, plane, at.Y, at.X] += (Half)(1 << shift);
        }
    }

    /// <summary>One of two elements, by turns along all axes; the buffers have more axes than the constants have room for.</summary>
    [Kernel(4, 2, 2, Over = nameof(result))]
    public static void Chequer(Threads at, ReadOnlyBuffer4D<int> white, ReadOnlyBuffer4D<int> black, Buffer4D<int> result)
    {
        int block = at.Z / result.Planes, plane = at.Z % result.Planes;
        if (at.X < result.Columns && at.Y < result.Rows && block < result.Blocks)
        {
            bool isWhite = (block + plane + at.Y + at.X) % 2 == 0;
            result[block, plane, at.Y, at.X] = isWhite ? white[block, plane, at.Y, at.X] : black[block, plane, at.Y, at.X];
        }
    }

    /// <summary>Bumps elements along the first axis: one index with a side effect, one loop that tests at its end.</summary>
    [Kernel(1)]
    public static void Bump(Threads at, Buffer1D<long> x)
    {
        int i = 0;
        do
        {
            x[i++] += 10;
        }
        while (i < x.Length && x[i] >= 0);

        if (i < x.Length)
        {
            x[i] = MathF.Sqrt(4) > 1 ? i-- : ++i;
            x[i]--;
        }
    }

    /// <summary>Reads one element too far.</summary>
    [Kernel(4)]
    public static void Stray(Threads at, ReadOnlyBuffer2D<float> x, Buffer1D<float> y) => y[at.X] = x[at.X, 2];

    [MethodImpl(MethodImplOptions.NoInlining)]
    static bool IsPrime(int n)
    {
        if (n < 2)
        {
            return false;
        }

        for (int divisor = 2; divisor * divisor <= n; divisor++)
        {
            if (n % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }

    static int Collatz(int n)
    {
        int steps = 0;
        while (n > 1)
        {
            n = Next(n);
            steps++;
        }

        return steps;

        static int Next(int n)
        {
            switch (n & 1)
            {
                case 0:
                    return n / 2;
                default:
                    return 3 * n + 1;
            }
        }
    }
}
