using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Two vectors of 256 bits.</summary>
internal readonly struct RowUnit256<T> : IRowUnit<RowUnit256<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector256<T> a;
    private readonly Vector256<T> b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RowUnit256(Vector256<T> a, Vector256<T> b)
    {
        this.a = a;
        this.b = b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> operator +(RowUnit256<T> left, RowUnit256<T> right) => new(left.a + right.a, left.b + right.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> operator -(RowUnit256<T> left, RowUnit256<T> right) => new(left.a - right.a, left.b - right.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> operator *(RowUnit256<T> left, RowUnit256<T> right) => new(left.a * right.a, left.b * right.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> Create(T value) => new(Vector256.Create(value), Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> Load(ref readonly T source, nuint offset) =>
        new(Vector256.LoadUnsafe(in source, offset), Vector256.LoadUnsafe(in source, offset + (nuint)Vector256<T>.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(RowUnit256<T> unit, ref T destination, nuint offset)
    {
        unit.a.StoreUnsafe(ref destination, offset);
        unit.b.StoreUnsafe(ref destination, offset + (nuint)Vector256<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> MultiplyAdd(RowUnit256<T> x, RowUnit256<T> y, RowUnit256<T> sum) =>
        new(KernelMath.FusedMultiplyAdd(x.a, y.a, sum.a), KernelMath.FusedMultiplyAdd(x.b, y.b, sum.b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> Largest(RowUnit256<T> left, RowUnit256<T> right) =>
        new(Vector256.MaxNative(left.a, right.a), Vector256.MaxNative(left.b, right.b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit256<T> Exp(RowUnit256<T> x) => new(KernelMath.Exp(x.a), KernelMath.Exp(x.b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(RowUnit256<T> unit) => Sum(unit.a + unit.b);

    /// <summary>The sum of the lanes of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector256<T> vector) => RowUnit128<T>.Sum(vector.GetLower() + vector.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(RowUnit256<T> unit) => Largest(Vector256.MaxNative(unit.a, unit.b));

    /// <summary>The largest lane of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Vector256<T> vector) => RowUnit128<T>.Largest(Vector128.MaxNative(vector.GetLower(), vector.GetUpper()));
}
