using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>The comparisons with zero that are settled for unsigned elements.</summary>
/// <remarks>
/// They must not reach the JIT: that of .NET 10.0.12 compiles <c>Vector128.Equals(x, y) &amp; Vector128.LessThan(z, Vector128&lt;uint&gt;.Zero)</c> to
/// <c>Vector128.Equals(x, y)</c> where it compares into the mask registers of AVX-512.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>All ones where an element is below zero, which no unsigned one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> IsBelowZero<T>(Vector128<T> x)
        where T : unmanaged => IsUnsigned<T>() ? Vector128<T>.Zero : Vector128.LessThan(x, Vector128<T>.Zero);

    /// <summary>All ones where an element is zero or above it, as every unsigned one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> IsAtLeastZero<T>(Vector128<T> x)
        where T : unmanaged => IsUnsigned<T>() ? Vector128<T>.AllBitsSet : Vector128.GreaterThanOrEqual(x, Vector128<T>.Zero);

    /// <summary>All ones where an element is below zero, which no unsigned one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> IsBelowZero<T>(Vector256<T> x)
        where T : unmanaged => IsUnsigned<T>() ? Vector256<T>.Zero : Vector256.LessThan(x, Vector256<T>.Zero);

    /// <summary>All ones where an element is zero or above it, as every unsigned one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> IsAtLeastZero<T>(Vector256<T> x)
        where T : unmanaged => IsUnsigned<T>() ? Vector256<T>.AllBitsSet : Vector256.GreaterThanOrEqual(x, Vector256<T>.Zero);

    /// <summary>All ones where an element is below zero, which no unsigned one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> IsBelowZero<T>(Vector512<T> x)
        where T : unmanaged => IsUnsigned<T>() ? Vector512<T>.Zero : Vector512.LessThan(x, Vector512<T>.Zero);

    /// <summary>All ones where an element is zero or above it, as every unsigned one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> IsAtLeastZero<T>(Vector512<T> x)
        where T : unmanaged => IsUnsigned<T>() ? Vector512<T>.AllBitsSet : Vector512.GreaterThanOrEqual(x, Vector512<T>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsUnsigned<T>() =>
        typeof(T) == typeof(byte) || typeof(T) == typeof(ushort) || typeof(T) == typeof(uint) || typeof(T) == typeof(ulong);
}
