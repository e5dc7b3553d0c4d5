using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Counting and rotating bits of vectors.</summary>
public static partial class KernelMath
{
    /// <summary>The number of bits that are set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> PopCount<T>(Vector128<T> x)
        where T : unmanaged
    {
        // Counts of two, four and eight bits side by side (H. S. Warren, "Hacker's Delight", 5-1), then the bytes of a lane added up.
        Vector128<uint> bits = x.As<T, uint>();
        bits -= (bits >>> 1) & Vector128.Create(0x55555555u);
        bits = (bits & Vector128.Create(0x33333333u)) + ((bits >>> 2) & Vector128.Create(0x33333333u));
        bits = (bits + (bits >>> 4)) & Vector128.Create(0x0F0F0F0Fu);
        bits = Unsafe.SizeOf<T>() > 1 ? (bits + (bits >>> 8)) & Vector128.Create(0x00FF00FFu) : bits;
        bits = Unsafe.SizeOf<T>() > 2 ? (bits + (bits >>> 16)) & Vector128.Create(0x0000FFFFu) : bits;
        Vector128<ulong> pairs = bits.AsUInt64();
        return Unsafe.SizeOf<T>() > 4
            ? ((pairs + (pairs >>> 32)) & Vector128.Create(0xFFFFul)).As<ulong, T>()
            : bits.As<uint, T>();
    }

    /// <summary>The number of bits that are set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> PopCount<T>(Vector256<T> x)
        where T : unmanaged
    {
        // Counts of two, four and eight bits side by side (H. S. Warren, "Hacker's Delight", 5-1), then the bytes of a lane added up.
        Vector256<uint> bits = x.As<T, uint>();
        bits -= (bits >>> 1) & Vector256.Create(0x55555555u);
        bits = (bits & Vector256.Create(0x33333333u)) + ((bits >>> 2) & Vector256.Create(0x33333333u));
        bits = (bits + (bits >>> 4)) & Vector256.Create(0x0F0F0F0Fu);
        bits = Unsafe.SizeOf<T>() > 1 ? (bits + (bits >>> 8)) & Vector256.Create(0x00FF00FFu) : bits;
        bits = Unsafe.SizeOf<T>() > 2 ? (bits + (bits >>> 16)) & Vector256.Create(0x0000FFFFu) : bits;
        Vector256<ulong> pairs = bits.AsUInt64();
        return Unsafe.SizeOf<T>() > 4
            ? ((pairs + (pairs >>> 32)) & Vector256.Create(0xFFFFul)).As<ulong, T>()
            : bits.As<uint, T>();
    }

    /// <summary>The number of bits that are set in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> PopCount<T>(Vector512<T> x)
        where T : unmanaged
    {
        // Counts of two, four and eight bits side by side (H. S. Warren, "Hacker's Delight", 5-1), then the bytes of a lane added up.
        Vector512<uint> bits = x.As<T, uint>();
        bits -= (bits >>> 1) & Vector512.Create(0x55555555u);
        bits = (bits & Vector512.Create(0x33333333u)) + ((bits >>> 2) & Vector512.Create(0x33333333u));
        bits = (bits + (bits >>> 4)) & Vector512.Create(0x0F0F0F0Fu);
        bits = Unsafe.SizeOf<T>() > 1 ? (bits + (bits >>> 8)) & Vector512.Create(0x00FF00FFu) : bits;
        bits = Unsafe.SizeOf<T>() > 2 ? (bits + (bits >>> 16)) & Vector512.Create(0x0000FFFFu) : bits;
        Vector512<ulong> pairs = bits.AsUInt64();
        return Unsafe.SizeOf<T>() > 4
            ? ((pairs + (pairs >>> 32)) & Vector512.Create(0xFFFFul)).As<ulong, T>()
            : bits.As<uint, T>();
    }

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
