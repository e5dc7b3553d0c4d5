using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Counting and rotating bits of vectors.</summary>
public static partial class KernelMath
{
    /// <summary>The number of bits that are set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> PopCount<T>(Vector128<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, PopCountLane>(x, x);

    /// <summary>The number of bits that are set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> PopCount<T>(Vector256<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, PopCountLane>(x, x);

    /// <summary>The number of bits that are set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> PopCount<T>(Vector512<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, PopCountLane>(x, x);

    /// <summary>The number of zeros above the highest set bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LeadingZeroCount<T>(Vector128<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, LeadingZeroCountLane>(x, x);

    /// <summary>The number of zeros above the highest set bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LeadingZeroCount<T>(Vector256<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, LeadingZeroCountLane>(x, x);

    /// <summary>The number of zeros above the highest set bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LeadingZeroCount<T>(Vector512<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, LeadingZeroCountLane>(x, x);

    /// <summary>The number of zeros below the lowest set bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> TrailingZeroCount<T>(Vector128<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, TrailingZeroCountLane>(x, x);

    /// <summary>The number of zeros below the lowest set bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TrailingZeroCount<T>(Vector256<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, TrailingZeroCountLane>(x, x);

    /// <summary>The number of zeros below the lowest set bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> TrailingZeroCount<T>(Vector512<T> x)
        where T : unmanaged => LaneWise.MapIntegers<T, TrailingZeroCountLane>(x, x);

    /// <summary>The bits of each lane moved left; what falls out comes in at the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> RotateLeft<T>(Vector128<T> x, int count)
        where T : unmanaged
    {
        int bits = 8 * Unsafe.SizeOf<T>();
        int rotation = count & (bits - 1);
        return rotation == 0 ? x : (x << rotation) | (x >>> (bits - rotation));
    }

    /// <summary>The bits of each lane moved left; what falls out comes in at the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> RotateLeft<T>(Vector256<T> x, int count)
        where T : unmanaged
    {
        int bits = 8 * Unsafe.SizeOf<T>();
        int rotation = count & (bits - 1);
        return rotation == 0 ? x : (x << rotation) | (x >>> (bits - rotation));
    }

    /// <summary>The bits of each lane moved left; what falls out comes in at the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> RotateLeft<T>(Vector512<T> x, int count)
        where T : unmanaged
    {
        int bits = 8 * Unsafe.SizeOf<T>();
        int rotation = count & (bits - 1);
        return rotation == 0 ? x : (x << rotation) | (x >>> (bits - rotation));
    }

    /// <summary>The bits of each lane moved right; what falls out comes in at the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> RotateRight<T>(Vector128<T> x, int count)
        where T : unmanaged
    {
        int bits = 8 * Unsafe.SizeOf<T>();
        int rotation = count & (bits - 1);
        return rotation == 0 ? x : (x >>> rotation) | (x << (bits - rotation));
    }

    /// <summary>The bits of each lane moved right; what falls out comes in at the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> RotateRight<T>(Vector256<T> x, int count)
        where T : unmanaged
    {
        int bits = 8 * Unsafe.SizeOf<T>();
        int rotation = count & (bits - 1);
        return rotation == 0 ? x : (x >>> rotation) | (x << (bits - rotation));
    }

    /// <summary>The bits of each lane moved right; what falls out comes in at the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> RotateRight<T>(Vector512<T> x, int count)
        where T : unmanaged
    {
        int bits = 8 * Unsafe.SizeOf<T>();
        int rotation = count & (bits - 1);
        return rotation == 0 ? x : (x >>> rotation) | (x << (bits - rotation));
    }
}
