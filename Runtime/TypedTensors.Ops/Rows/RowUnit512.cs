using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A vector of 512 bits.</summary>
internal readonly struct RowUnit512<T> : IRowUnit<RowUnit512<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector512<T> a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RowUnit512(Vector512<T> a)
    {
        this.a = a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> operator +(RowUnit512<T> left, RowUnit512<T> right) => new(left.a + right.a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> operator -(RowUnit512<T> left, RowUnit512<T> right) => new(left.a - right.a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> operator *(RowUnit512<T> left, RowUnit512<T> right) => new(left.a * right.a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> Create(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> Load(ref readonly T source, nuint offset) =>
        new(Vector512.LoadUnsafe(in source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(RowUnit512<T> unit, ref T destination, nuint offset)
    {
        unit.a.StoreUnsafe(ref destination, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> MultiplyAdd(RowUnit512<T> x, RowUnit512<T> y, RowUnit512<T> sum) =>
        new(KernelMath.FusedMultiplyAdd(x.a, y.a, sum.a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> Largest(RowUnit512<T> left, RowUnit512<T> right) =>
        new(Vector512.MaxNative(left.a, right.a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowUnit512<T> Exp(RowUnit512<T> x) => new(KernelMath.Exp(x.a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(RowUnit512<T> unit) => RowUnit256<T>.Sum(unit.a.GetLower() + unit.a.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(RowUnit512<T> unit) => RowUnit256<T>.Largest(Vector256.MaxNative(unit.a.GetLower(), unit.a.GetUpper()));
}
