using System.Numerics;

namespace TypedTensors;

/// <summary>The softmax of rows, or its logarithm: <c>exp(x - max) / sum</c>, or <c>x - max - log(sum)</c>.</summary>
internal static partial class SoftmaxKernels
{
    /// <summary>The threads that share a row.</summary>
    internal const int GroupSize = 128;

    /// <summary>A group for each row: every thread looks at each 128th element, and what they found is put together as a tree.</summary>
    [Kernel(GroupSize)]
    internal static void RowOfAGroup<T>(Threads at, ReadOnlyBuffer3D<T> x, Buffer3D<T> result, bool isLogarithm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> shared = at.Shared<T>(GroupSize);
        T largest = x[at.GroupZ, at.GroupY, 0];
        for (int i = at.LocalX; i < x.Columns; i += GroupSize)
        {
            largest = T.Max(largest, x[at.GroupZ, at.GroupY, i]);
        }

        shared[at.LocalX] = largest;
        at.Barrier();
        for (int half = GroupSize / 2; half > 0; half /= 2)
        {
            if (at.LocalX < half)
            {
                shared[at.LocalX] = T.Max(shared[at.LocalX], shared[at.LocalX + half]);
            }

            at.Barrier();
        }

        largest = shared[0];
        at.Barrier();
        T sum = T.Zero;
        for (int i = at.LocalX; i < x.Columns; i += GroupSize)
        {
            sum += T.Exp(x[at.GroupZ, at.GroupY, i] - largest);
        }

        shared[at.LocalX] = sum;
        at.Barrier();
        for (int half = GroupSize / 2; half > 0; half /= 2)
        {
            if (at.LocalX < half)
            {
                shared[at.LocalX] += shared[at.LocalX + half];
            }

            at.Barrier();
        }

        sum = shared[0];
        T logarithm = T.Zero;
        if (isLogarithm)
        {
            logarithm = T.Log(sum);
        }

        for (int i = at.LocalX; i < x.Columns; i += GroupSize)
        {
            T difference = x[at.GroupZ, at.GroupY, i] - largest;
            result[at.GroupZ, at.GroupY, i] = isLogarithm ? difference - logarithm : T.Exp(difference) / sum;
        }
    }

    /// <summary>A thread for each row: for short ones, and for such as lie across memory, where neighbouring threads then read neighbours.</summary>
    [Kernel(64)]
    internal static void RowOfAThread<T>(Threads at, ReadOnlyBuffer3D<T> x, Buffer3D<T> result, bool isLogarithm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (at.X >= x.Rows)
        {
            return;
        }

        T largest = x[at.Y, at.X, 0];
        for (int i = 1; i < x.Columns; i++)
        {
            largest = T.Max(largest, x[at.Y, at.X, i]);
        }

        T sum = T.Zero;
        for (int i = 0; i < x.Columns; i++)
        {
            sum += T.Exp(x[at.Y, at.X, i] - largest);
        }

        T logarithm = T.Zero;
        if (isLogarithm)
        {
            logarithm = T.Log(sum);
        }

        for (int i = 0; i < x.Columns; i++)
        {
            T difference = x[at.Y, at.X, i] - largest;
            result[at.Y, at.X, i] = isLogarithm ? difference - logarithm : T.Exp(difference) / sum;
        }
    }
}
