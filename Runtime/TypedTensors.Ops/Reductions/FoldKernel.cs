using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A reduction whose accumulator is an element.</summary>
internal readonly struct FoldKernel<T, TFold> : IReductionKernel
    where T : unmanaged, INumber<T>
    where TFold : struct, IFold
{
    public static string Name => TFold.Name;

    public static int Cost => 1;

    public static int Lanes => 256 / Unsafe.SizeOf<T>();

    public static int Components => 1;

    public static bool RequiresElements => TFold.RequiresElements;

    public static bool UsesPositions => false;

    public static Dtype ElementType => Dtypes.Of<T>();

    public static Dtype ResultType => Dtypes.Of<T>();

    public static void Start(in ReductionLanes lanes) =>
        MemoryMarshal.CreateSpan(ref lanes.Component<T>(0), (int)lanes.Columns).Fill(TFold.Identity<T>());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(in ReductionLanes lanes, in ReductionRows rows)
    {
        ref T lane = ref lanes.Component<T>(0);
        ref T x = ref rows.Elements<T>();
        nuint columns = lanes.Columns, count = rows.Count, i = 0;
        nint stride = rows.Stride;
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
        {
            nuint step = (nuint)Vector512<T>.Count;
            for (; i + (4 * step) <= columns; i += 4 * step)
            {
                Vector512<T> a = Vector512.LoadUnsafe(ref lane, i), b = Vector512.LoadUnsafe(ref lane, i + step);
                Vector512<T> c = Vector512.LoadUnsafe(ref lane, i + (2 * step)), d = Vector512.LoadUnsafe(ref lane, i + (3 * step));
                ref T element = ref Unsafe.Add(ref x, i);
                for (nuint row = 0; row < count; row++)
                {
                    rows.Prefetch(ref element, 0 * step);
                    rows.Prefetch(ref element, 1 * step);
                    rows.Prefetch(ref element, 2 * step);
                    rows.Prefetch(ref element, 3 * step);
                    a = TFold.Combine(a, Vector512.LoadUnsafe(ref element));
                    b = TFold.Combine(b, Vector512.LoadUnsafe(ref element, step));
                    c = TFold.Combine(c, Vector512.LoadUnsafe(ref element, 2 * step));
                    d = TFold.Combine(d, Vector512.LoadUnsafe(ref element, 3 * step));
                    element = ref Unsafe.Add(ref element, stride);
                }

                a.StoreUnsafe(ref lane, i);
                b.StoreUnsafe(ref lane, i + step);
                c.StoreUnsafe(ref lane, i + (2 * step));
                d.StoreUnsafe(ref lane, i + (3 * step));
            }
        }

        if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
        {
            nuint step = (nuint)Vector256<T>.Count;
            for (; i + (4 * step) <= columns; i += 4 * step)
            {
                Vector256<T> a = Vector256.LoadUnsafe(ref lane, i), b = Vector256.LoadUnsafe(ref lane, i + step);
                Vector256<T> c = Vector256.LoadUnsafe(ref lane, i + (2 * step)), d = Vector256.LoadUnsafe(ref lane, i + (3 * step));
                ref T element = ref Unsafe.Add(ref x, i);
                for (nuint row = 0; row < count; row++)
                {
                    rows.Prefetch(ref element, 0 * step);
                    rows.Prefetch(ref element, 2 * step);
                    a = TFold.Combine(a, Vector256.LoadUnsafe(ref element));
                    b = TFold.Combine(b, Vector256.LoadUnsafe(ref element, step));
                    c = TFold.Combine(c, Vector256.LoadUnsafe(ref element, 2 * step));
                    d = TFold.Combine(d, Vector256.LoadUnsafe(ref element, 3 * step));
                    element = ref Unsafe.Add(ref element, stride);
                }

                a.StoreUnsafe(ref lane, i);
                b.StoreUnsafe(ref lane, i + step);
                c.StoreUnsafe(ref lane, i + (2 * step));
                d.StoreUnsafe(ref lane, i + (3 * step));
            }
        }

        if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
        {
            nuint step = (nuint)Vector128<T>.Count;
            for (; i + (4 * step) <= columns; i += 4 * step)
            {
                Vector128<T> a = Vector128.LoadUnsafe(ref lane, i), b = Vector128.LoadUnsafe(ref lane, i + step);
                Vector128<T> c = Vector128.LoadUnsafe(ref lane, i + (2 * step)), d = Vector128.LoadUnsafe(ref lane, i + (3 * step));
                ref T element = ref Unsafe.Add(ref x, i);
                for (nuint row = 0; row < count; row++)
                {
                    rows.Prefetch(ref element, 0 * step);
                    a = TFold.Combine(a, Vector128.LoadUnsafe(ref element));
                    b = TFold.Combine(b, Vector128.LoadUnsafe(ref element, step));
                    c = TFold.Combine(c, Vector128.LoadUnsafe(ref element, 2 * step));
                    d = TFold.Combine(d, Vector128.LoadUnsafe(ref element, 3 * step));
                    element = ref Unsafe.Add(ref element, stride);
                }

                a.StoreUnsafe(ref lane, i);
                b.StoreUnsafe(ref lane, i + step);
                c.StoreUnsafe(ref lane, i + (2 * step));
                d.StoreUnsafe(ref lane, i + (3 * step));
            }
        }

        for (; i < columns; i++)
        {
            T value = Unsafe.Add(ref lane, i);
            ref T element = ref Unsafe.Add(ref x, i);
            for (nuint row = 0; row < count; row++)
            {
                value = TFold.Combine(value, element);
                element = ref Unsafe.Add(ref element, stride);
            }

            Unsafe.Add(ref lane, i) = value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine(in ReductionLanes lanes, in ReductionLanes others)
    {
        nuint columns = lanes.Columns;
        for (nuint row = 0; row < lanes.Rows; row++)
        {
            ref T lane = ref Unsafe.Add(ref lanes.Component<T>(0), row * lanes.Stride);
            ref T other = ref Unsafe.Add(ref others.Component<T>(0), row * others.Stride);
            nuint i = 0;
            if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            {
                nuint step = (nuint)Vector512<T>.Count;
                for (; i + step <= columns; i += step)
                {
                    TFold.Combine(Vector512.LoadUnsafe(ref lane, i), Vector512.LoadUnsafe(ref other, i)).StoreUnsafe(ref lane, i);
                }
            }

            if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            {
                nuint step = (nuint)Vector256<T>.Count;
                for (; i + step <= columns; i += step)
                {
                    TFold.Combine(Vector256.LoadUnsafe(ref lane, i), Vector256.LoadUnsafe(ref other, i)).StoreUnsafe(ref lane, i);
                }
            }

            if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            {
                nuint step = (nuint)Vector128<T>.Count;
                for (; i + step <= columns; i += step)
                {
                    TFold.Combine(Vector128.LoadUnsafe(ref lane, i), Vector128.LoadUnsafe(ref other, i)).StoreUnsafe(ref lane, i);
                }
            }

            for (; i < columns; i++)
            {
                Unsafe.Add(ref lane, i) = TFold.Combine(Unsafe.Add(ref lane, i), Unsafe.Add(ref other, i));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish(in ReductionLanes lanes, in ReductionResults results)
    {
        ref T lane = ref lanes.Component<T>(0);
        ref T result = ref results.Results<T>();
        for (nuint i = 0; i < lanes.Rows; i++)
        {
            Unsafe.Add(ref result, i) = Unsafe.Add(ref lane, i * lanes.Stride);
        }
    }
}
