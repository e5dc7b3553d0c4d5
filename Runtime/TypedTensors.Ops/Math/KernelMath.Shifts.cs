using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Shifts by a count of its own in each lane.</summary>
public static partial class KernelMath
{
    /// <summary>The bits moved left by the count, of which the bits that address a bit of the lane count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftLeft<T>(T x, T count)
        where T : unmanaged => LaneWise.IntegerLane<T, ShiftLeftLane>(x, count);

    /// <summary>The bits moved left by the count, of which the bits that address a bit of the lane count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftLeft<T>(Vector128<T> x, Vector128<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftLeftLane>(x, count);

    /// <summary>The bits moved left by the count, of which the bits that address a bit of the lane count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftLeft<T>(Vector256<T> x, Vector256<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftLeftLane>(x, count);

    /// <summary>The bits moved left by the count, of which the bits that address a bit of the lane count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftLeft<T>(Vector512<T> x, Vector512<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftLeftLane>(x, count);

    /// <summary>The bits moved right by the count; signed integers keep their sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftRight<T>(T x, T count)
        where T : unmanaged => LaneWise.IntegerLane<T, ShiftRightLane>(x, count);

    /// <summary>The bits moved right by the count; signed integers keep their sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftRight<T>(Vector128<T> x, Vector128<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftRightLane>(x, count);

    /// <summary>The bits moved right by the count; signed integers keep their sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftRight<T>(Vector256<T> x, Vector256<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftRightLane>(x, count);

    /// <summary>The bits moved right by the count; signed integers keep their sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftRight<T>(Vector512<T> x, Vector512<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftRightLane>(x, count);

    /// <summary>The bits moved right by the count; zeros come in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ShiftRightLogical<T>(T x, T count)
        where T : unmanaged => LaneWise.IntegerLane<T, ShiftRightLogicalLane>(x, count);

    /// <summary>The bits moved right by the count; zeros come in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftRightLogical<T>(Vector128<T> x, Vector128<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftRightLogicalLane>(x, count);

    /// <summary>The bits moved right by the count; zeros come in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftRightLogical<T>(Vector256<T> x, Vector256<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftRightLogicalLane>(x, count);

    /// <summary>The bits moved right by the count; zeros come in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftRightLogical<T>(Vector512<T> x, Vector512<T> count)
        where T : unmanaged => LaneWise.MapIntegers<T, ShiftRightLogicalLane>(x, count);
}
