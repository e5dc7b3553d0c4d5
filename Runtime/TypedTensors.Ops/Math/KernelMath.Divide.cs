using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>The quotient and the remainder of C#, made total: an integer by zero gives 0, and the least integer by -1 wraps.</summary>
public static partial class KernelMath
{
    /// <summary>The quotient; of integers, truncated toward zero, and 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide<T>(T x, T y)
        where T : unmanaged
    {
        // Complex numbers have no lanes: their loops are scalar.
        if (typeof(T) == typeof(Complex<float>))
        {
            return (T)(object)((Complex<float>)(object)x / (Complex<float>)(object)y);
        }

        if (typeof(T) == typeof(Complex<double>))
        {
            return (T)(object)((Complex<double>)(object)x / (Complex<double>)(object)y);
        }

        return LaneWise.Lane<T, Quotient>(x, y);
    }

    /// <summary>The quotient in each lane; of integers, truncated toward zero, and 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Divide<T>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double) ? x / y : IntegerDivision.Divide(x, y);

    /// <summary>The quotient in each lane; of integers, truncated toward zero, and 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Divide<T>(Vector256<T> x, Vector256<T> y)
        where T : unmanaged =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double) ? x / y : IntegerDivision.Divide(x, y);

    /// <summary>The quotient in each lane; of integers, truncated toward zero, and 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Divide<T>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged =>
        typeof(T) == typeof(float) || typeof(T) == typeof(double) ? x / y : IntegerDivision.Divide(x, y);
}
