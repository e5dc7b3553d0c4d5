using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>The trigonometric functions of numbers whose type is a type parameter: float or double.</summary>
/// <remarks>Sin, Cos and Tan choose their reduction by the argument and so are written by hand; the generator writes such facades for the rest.</remarks>
public static partial class KernelMath
{
    /// <summary>The sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sin<T>(T x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? (T)(object)Sin((float)(object)x) : (T)(object)Sin((double)(object)x);

    /// <summary>The sine of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Sin<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Sin(x.AsSingle()).As<float, T>() : Sin(x.AsDouble()).As<double, T>();

    /// <summary>The sine of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Sin<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Sin(x.AsSingle()).As<float, T>() : Sin(x.AsDouble()).As<double, T>();

    /// <summary>The sine of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sin<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Sin(x.AsSingle()).As<float, T>() : Sin(x.AsDouble()).As<double, T>();

    /// <summary>The cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cos<T>(T x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? (T)(object)Cos((float)(object)x) : (T)(object)Cos((double)(object)x);

    /// <summary>The cosine of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Cos<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Cos(x.AsSingle()).As<float, T>() : Cos(x.AsDouble()).As<double, T>();

    /// <summary>The cosine of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Cos<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Cos(x.AsSingle()).As<float, T>() : Cos(x.AsDouble()).As<double, T>();

    /// <summary>The cosine of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Cos<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Cos(x.AsSingle()).As<float, T>() : Cos(x.AsDouble()).As<double, T>();

    /// <summary>The tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tan<T>(T x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? (T)(object)Tan((float)(object)x) : (T)(object)Tan((double)(object)x);

    /// <summary>The tangent of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Tan<T>(Vector128<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Tan(x.AsSingle()).As<float, T>() : Tan(x.AsDouble()).As<double, T>();

    /// <summary>The tangent of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Tan<T>(Vector256<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Tan(x.AsSingle()).As<float, T>() : Tan(x.AsDouble()).As<double, T>();

    /// <summary>The tangent of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Tan<T>(Vector512<T> x)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Tan(x.AsSingle()).As<float, T>() : Tan(x.AsDouble()).As<double, T>();
}
