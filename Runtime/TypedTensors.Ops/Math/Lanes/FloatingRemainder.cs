using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>The exact floating-point remainder (C's <c>fmod</c>) of vectors.</summary>
/// <remarks>
/// While the quotient is small enough to be an exact integer, <c>x - trunc(x / y) * y</c> in one fused operation is exact: it is a multiple of the unit of y's
/// last place and not larger than y. A quotient that was rounded up to the next integer leaves the remainder one y too low, which is put right. Larger
/// quotients, infinities and NaN take the scalar remainder, which gives the same bits.
/// </remarks>
internal static class FloatingRemainder
{
    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Run(Vector128<float> x, Vector128<float> y)
    {
        Vector128<float> quotient = Vector128.Truncate(x / y);
        bool isExact = Vector128.LessThanAll(Vector128.Abs(quotient), Vector128.Create(8388608f)) && Vector128.LessThanOrEqualAll(Vector128.Abs(y), Vector128.Create(float.MaxValue));
        if (!isExact)
        {
            return LaneWise.Map<float, RemainderOf>(x, y);
        }

        Vector128<float> remainder = Vector128.FusedMultiplyAdd(-quotient, y, x);
        Vector128<float> isBeyond = Vector128.LessThan(remainder * Vector128.CopySign(Vector128<float>.One, x), Vector128<float>.Zero);
        remainder += Vector128.ConditionalSelect(isBeyond, Vector128.CopySign(Vector128.Abs(y), x), Vector128<float>.Zero);
        return Vector128.CopySign(remainder, x);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Run(Vector128<double> x, Vector128<double> y)
    {
        Vector128<double> quotient = Vector128.Truncate(x / y);
        bool isExact = Vector128.LessThanAll(Vector128.Abs(quotient), Vector128.Create(4503599627370496d)) && Vector128.LessThanOrEqualAll(Vector128.Abs(y), Vector128.Create(double.MaxValue));
        if (!isExact)
        {
            return LaneWise.Map<double, RemainderOf>(x, y);
        }

        Vector128<double> remainder = Vector128.FusedMultiplyAdd(-quotient, y, x);
        Vector128<double> isBeyond = Vector128.LessThan(remainder * Vector128.CopySign(Vector128<double>.One, x), Vector128<double>.Zero);
        remainder += Vector128.ConditionalSelect(isBeyond, Vector128.CopySign(Vector128.Abs(y), x), Vector128<double>.Zero);
        return Vector128.CopySign(remainder, x);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<float> Run(Vector256<float> x, Vector256<float> y)
    {
        Vector256<float> quotient = Vector256.Truncate(x / y);
        bool isExact = Vector256.LessThanAll(Vector256.Abs(quotient), Vector256.Create(8388608f)) && Vector256.LessThanOrEqualAll(Vector256.Abs(y), Vector256.Create(float.MaxValue));
        if (!isExact)
        {
            return LaneWise.Map<float, RemainderOf>(x, y);
        }

        Vector256<float> remainder = Vector256.FusedMultiplyAdd(-quotient, y, x);
        Vector256<float> isBeyond = Vector256.LessThan(remainder * Vector256.CopySign(Vector256<float>.One, x), Vector256<float>.Zero);
        remainder += Vector256.ConditionalSelect(isBeyond, Vector256.CopySign(Vector256.Abs(y), x), Vector256<float>.Zero);
        return Vector256.CopySign(remainder, x);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Run(Vector256<double> x, Vector256<double> y)
    {
        Vector256<double> quotient = Vector256.Truncate(x / y);
        bool isExact = Vector256.LessThanAll(Vector256.Abs(quotient), Vector256.Create(4503599627370496d)) && Vector256.LessThanOrEqualAll(Vector256.Abs(y), Vector256.Create(double.MaxValue));
        if (!isExact)
        {
            return LaneWise.Map<double, RemainderOf>(x, y);
        }

        Vector256<double> remainder = Vector256.FusedMultiplyAdd(-quotient, y, x);
        Vector256<double> isBeyond = Vector256.LessThan(remainder * Vector256.CopySign(Vector256<double>.One, x), Vector256<double>.Zero);
        remainder += Vector256.ConditionalSelect(isBeyond, Vector256.CopySign(Vector256.Abs(y), x), Vector256<double>.Zero);
        return Vector256.CopySign(remainder, x);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Run(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> quotient = Vector512.Truncate(x / y);
        bool isExact = Vector512.LessThanAll(Vector512.Abs(quotient), Vector512.Create(8388608f)) && Vector512.LessThanOrEqualAll(Vector512.Abs(y), Vector512.Create(float.MaxValue));
        if (!isExact)
        {
            return LaneWise.Map<float, RemainderOf>(x, y);
        }

        Vector512<float> remainder = Vector512.FusedMultiplyAdd(-quotient, y, x);
        Vector512<float> isBeyond = Vector512.LessThan(remainder * Vector512.CopySign(Vector512<float>.One, x), Vector512<float>.Zero);
        remainder += Vector512.ConditionalSelect(isBeyond, Vector512.CopySign(Vector512.Abs(y), x), Vector512<float>.Zero);
        return Vector512.CopySign(remainder, x);
    }

    /// <summary>The remainder with the sign of <paramref name="x"/> in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Run(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> quotient = Vector512.Truncate(x / y);
        bool isExact = Vector512.LessThanAll(Vector512.Abs(quotient), Vector512.Create(4503599627370496d)) && Vector512.LessThanOrEqualAll(Vector512.Abs(y), Vector512.Create(double.MaxValue));
        if (!isExact)
        {
            return LaneWise.Map<double, RemainderOf>(x, y);
        }

        Vector512<double> remainder = Vector512.FusedMultiplyAdd(-quotient, y, x);
        Vector512<double> isBeyond = Vector512.LessThan(remainder * Vector512.CopySign(Vector512<double>.One, x), Vector512<double>.Zero);
        remainder += Vector512.ConditionalSelect(isBeyond, Vector512.CopySign(Vector512.Abs(y), x), Vector512<double>.Zero);
        return Vector512.CopySign(remainder, x);
    }
}
