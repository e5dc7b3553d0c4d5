using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Rounding and fused multiply-add of vectors whose lane type is a type parameter: .NET has them for float and double only.</summary>
public static partial class KernelMath
{
    /// <summary>The largest integral value not above each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Floor<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Floor(x.AsSingle()).As<float, T>()
            : Vector128.Floor(x.AsDouble()).As<double, T>();

    /// <summary>The largest integral value not above each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Floor<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.Floor(x.AsSingle()).As<float, T>()
            : Vector256.Floor(x.AsDouble()).As<double, T>();

    /// <summary>The largest integral value not above each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Floor<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.Floor(x.AsSingle()).As<float, T>()
            : Vector512.Floor(x.AsDouble()).As<double, T>();

    /// <summary>The smallest integral value not below each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Ceiling<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Ceiling(x.AsSingle()).As<float, T>()
            : Vector128.Ceiling(x.AsDouble()).As<double, T>();

    /// <summary>The smallest integral value not below each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Ceiling<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.Ceiling(x.AsSingle()).As<float, T>()
            : Vector256.Ceiling(x.AsDouble()).As<double, T>();

    /// <summary>The smallest integral value not below each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Ceiling<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.Ceiling(x.AsSingle()).As<float, T>()
            : Vector512.Ceiling(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Truncate<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Truncate(x.AsSingle()).As<float, T>()
            : Vector128.Truncate(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Truncate<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.Truncate(x.AsSingle()).As<float, T>()
            : Vector256.Truncate(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded toward zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Truncate<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.Truncate(x.AsSingle()).As<float, T>()
            : Vector512.Truncate(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded to the nearest integral value, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Round<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Round(x.AsSingle()).As<float, T>()
            : Vector128.Round(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded to the nearest integral value, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Round<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.Round(x.AsSingle()).As<float, T>()
            : Vector256.Round(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded to the nearest integral value, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Round<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.Round(x.AsSingle()).As<float, T>()
            : Vector512.Round(x.AsDouble()).As<double, T>();

    /// <summary>Each lane rounded to the nearest integral value, ties away from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> RoundAwayFromZero<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Round(x.AsSingle(), MidpointRounding.AwayFromZero).As<float, T>()
            : Vector128.Round(x.AsDouble(), MidpointRounding.AwayFromZero).As<double, T>();

    /// <summary>Each lane rounded to the nearest integral value, ties away from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> RoundAwayFromZero<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.Round(x.AsSingle(), MidpointRounding.AwayFromZero).As<float, T>()
            : Vector256.Round(x.AsDouble(), MidpointRounding.AwayFromZero).As<double, T>();

    /// <summary>Each lane rounded to the nearest integral value, ties away from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> RoundAwayFromZero<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.Round(x.AsSingle(), MidpointRounding.AwayFromZero).As<float, T>()
            : Vector512.Round(x.AsDouble(), MidpointRounding.AwayFromZero).As<double, T>();

    /// <summary>The sum <c>x * y + z</c> rounded once, in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FusedMultiplyAdd<T>(Vector128<T> x, Vector128<T> y, Vector128<T> z)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
            : Vector128.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();

    /// <summary>The sum <c>x * y + z</c> rounded once, in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> FusedMultiplyAdd<T>(Vector256<T> x, Vector256<T> y, Vector256<T> z)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
            : Vector256.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();

    /// <summary>The sum <c>x * y + z</c> rounded once, in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FusedMultiplyAdd<T>(Vector512<T> x, Vector512<T> y, Vector512<T> z)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
            : Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();
}
