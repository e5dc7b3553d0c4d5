using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>The remainder of C# made total: an integer's remainder by zero is 0.</summary>
public static partial class KernelMath
{
    /// <summary>The remainder with the sign of <paramref name="x"/>; of integers by zero, 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Remainder<T>(T x, T y)
        where T : unmanaged => LaneWise.Lane<T, RemainderOf>(x, y);

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane; of integers by zero, 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Remainder<T>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return FloatingRemainder.Run(x.AsSingle(), y.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double))
        {
            return FloatingRemainder.Run(x.AsDouble(), y.AsDouble()).As<double, T>();
        }

        return (x - (IntegerDivision.Divide(x, y) * y)) & ~Vector128.Equals(y, Vector128<T>.Zero);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane; of integers by zero, 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Remainder<T>(Vector256<T> x, Vector256<T> y)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return FloatingRemainder.Run(x.AsSingle(), y.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double))
        {
            return FloatingRemainder.Run(x.AsDouble(), y.AsDouble()).As<double, T>();
        }

        return (x - (IntegerDivision.Divide(x, y) * y)) & ~Vector256.Equals(y, Vector256<T>.Zero);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane; of integers by zero, 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Remainder<T>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return FloatingRemainder.Run(x.AsSingle(), y.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double))
        {
            return FloatingRemainder.Run(x.AsDouble(), y.AsDouble()).As<double, T>();
        }

        return (x - (IntegerDivision.Divide(x, y) * y)) & ~Vector512.Equals(y, Vector512<T>.Zero);
    }
}
