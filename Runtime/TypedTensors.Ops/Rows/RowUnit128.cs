using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Four vectors of 128 bits.</summary>
internal readonly struct RowUnit128<T> : IRowUnit<RowUnit128<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector128<T> a;
    private readonly Vector128<T> b;
    private readonly Vector128<T> c;
    private readonly Vector128<T> d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RowUnit128(Vector128<T> a, Vector128<T> b, Vector128<T> c, Vector128<T> d)
    {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> operator +(RowUnit128<T> left, RowUnit128<T> right) => new(left.a + right.a, left.b + right.b, left.c + right.c, left.d + right.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> operator -(RowUnit128<T> left, RowUnit128<T> right) => new(left.a - right.a, left.b - right.b, left.c - right.c, left.d - right.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> operator *(RowUnit128<T> left, RowUnit128<T> right) => new(left.a * right.a, left.b * right.b, left.c * right.c, left.d * right.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> Create(T value) => new(Vector128.Create(value), Vector128.Create(value), Vector128.Create(value), Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> Load(ref readonly T source, nuint offset) =>
        new(Vector128.LoadUnsafe(in source, offset), Vector128.LoadUnsafe(in source, offset + (nuint)Vector128<T>.Count), Vector128.LoadUnsafe(in source, offset + (2 * (nuint)Vector128<T>.Count)), Vector128.LoadUnsafe(in source, offset + (3 * (nuint)Vector128<T>.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(RowUnit128<T> unit, ref T destination, nuint offset)
    {
        unit.a.StoreUnsafe(ref destination, offset);
        unit.b.StoreUnsafe(ref destination, offset + (nuint)Vector128<T>.Count);
        unit.c.StoreUnsafe(ref destination, offset + (2 * (nuint)Vector128<T>.Count));
        unit.d.StoreUnsafe(ref destination, offset + (3 * (nuint)Vector128<T>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> MultiplyAdd(RowUnit128<T> x, RowUnit128<T> y, RowUnit128<T> sum) =>
        new(KernelMath.FusedMultiplyAdd(x.a, y.a, sum.a), KernelMath.FusedMultiplyAdd(x.b, y.b, sum.b), KernelMath.FusedMultiplyAdd(x.c, y.c, sum.c), KernelMath.FusedMultiplyAdd(x.d, y.d, sum.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> Largest(RowUnit128<T> left, RowUnit128<T> right) =>
        new(Vector128.MaxNative(left.a, right.a), Vector128.MaxNative(left.b, right.b), Vector128.MaxNative(left.c, right.c), Vector128.MaxNative(left.d, right.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit128<T> Exp(RowUnit128<T> x) => new(KernelMath.Exp(x.a), KernelMath.Exp(x.b), KernelMath.Exp(x.c), KernelMath.Exp(x.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(RowUnit128<T> unit) => Sum((unit.a + unit.c) + (unit.b + unit.d));

    /// <summary>The sum of the lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector128<T> vector) =>
        Vector128<T>.Count == 2 ? vector[0] + vector[1] : (vector[0] + vector[2]) + (vector[1] + vector[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(RowUnit128<T> unit) => Largest(Vector128.MaxNative(Vector128.MaxNative(unit.a, unit.c), Vector128.MaxNative(unit.b, unit.d)));

    /// <summary>The largest lane of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Vector128<T> vector) => Vector128<T>.Count == 2
        ? T.MaxNative(vector[0], vector[1])
        : T.MaxNative(T.MaxNative(vector[0], vector[2]), T.MaxNative(vector[1], vector[3]));
}
