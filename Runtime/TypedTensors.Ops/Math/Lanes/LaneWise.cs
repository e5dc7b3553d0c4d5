using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Applies a scalar function lane by lane.</summary>
internal static class LaneWise
{
    /// <summary>The function of each pair of lanes.</summary>
    public static Vector128<T> Map<T, TFunction>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction
    {
        Unsafe.SkipInit(out Vector128<T> result);
        ref T first = ref Unsafe.As<Vector128<T>, T>(ref result);
        for (int i = 0; i < Vector128<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = Lane<T, TFunction>(x.GetElement(i), y.GetElement(i));
        }

        return result;
    }

    /// <summary>The function of each pair of lanes.</summary>
    public static Vector256<T> Map<T, TFunction>(Vector256<T> x, Vector256<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction
    {
        Unsafe.SkipInit(out Vector256<T> result);
        ref T first = ref Unsafe.As<Vector256<T>, T>(ref result);
        for (int i = 0; i < Vector256<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = Lane<T, TFunction>(x.GetElement(i), y.GetElement(i));
        }

        return result;
    }

    /// <summary>The function of each pair of lanes.</summary>
    public static Vector512<T> Map<T, TFunction>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction
    {
        Unsafe.SkipInit(out Vector512<T> result);
        ref T first = ref Unsafe.As<Vector512<T>, T>(ref result);
        for (int i = 0; i < Vector512<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = Lane<T, TFunction>(x.GetElement(i), y.GetElement(i));
        }

        return result;
    }

    /// <summary>The function of two numbers whose type is only known not to be bool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Lane<T, TFunction>(T x, T y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction
    {
        if (typeof(T) == typeof(float))
        {
            return (T)(object)TFunction.Invoke((float)(object)x, (float)(object)y);
        }

        if (typeof(T) == typeof(double))
        {
            return (T)(object)TFunction.Invoke((double)(object)x, (double)(object)y);
        }

        if (typeof(T) == typeof(Half))
        {
            return (T)(object)TFunction.Invoke((Half)(object)x, (Half)(object)y);
        }

        if (typeof(T) == typeof(sbyte))
        {
            return (T)(object)TFunction.Invoke((sbyte)(object)x, (sbyte)(object)y);
        }

        if (typeof(T) == typeof(byte))
        {
            return (T)(object)TFunction.Invoke((byte)(object)x, (byte)(object)y);
        }

        if (typeof(T) == typeof(short))
        {
            return (T)(object)TFunction.Invoke((short)(object)x, (short)(object)y);
        }

        if (typeof(T) == typeof(ushort))
        {
            return (T)(object)TFunction.Invoke((ushort)(object)x, (ushort)(object)y);
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)TFunction.Invoke((int)(object)x, (int)(object)y);
        }

        if (typeof(T) == typeof(uint))
        {
            return (T)(object)TFunction.Invoke((uint)(object)x, (uint)(object)y);
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)TFunction.Invoke((long)(object)x, (long)(object)y);
        }

        if (typeof(T) == typeof(ulong))
        {
            return (T)(object)TFunction.Invoke((ulong)(object)x, (ulong)(object)y);
        }

        throw new NotSupportedException($"{typeof(T)} is not a number that kernels compute with.");
    }

    /// <summary>The function of each pair of lanes, which are integers.</summary>
    public static Vector128<T> MapIntegers<T, TFunction>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged
        where TFunction : struct, IIntegerLaneFunction
    {
        Unsafe.SkipInit(out Vector128<T> result);
        ref T first = ref Unsafe.As<Vector128<T>, T>(ref result);
        for (int i = 0; i < Vector128<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = IntegerLane<T, TFunction>(x.GetElement(i), y.GetElement(i));
        }

        return result;
    }

    /// <summary>The function of each pair of lanes, which are integers.</summary>
    public static Vector256<T> MapIntegers<T, TFunction>(Vector256<T> x, Vector256<T> y)
        where T : unmanaged
        where TFunction : struct, IIntegerLaneFunction
    {
        Unsafe.SkipInit(out Vector256<T> result);
        ref T first = ref Unsafe.As<Vector256<T>, T>(ref result);
        for (int i = 0; i < Vector256<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = IntegerLane<T, TFunction>(x.GetElement(i), y.GetElement(i));
        }

        return result;
    }

    /// <summary>The function of each pair of lanes, which are integers.</summary>
    public static Vector512<T> MapIntegers<T, TFunction>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged
        where TFunction : struct, IIntegerLaneFunction
    {
        Unsafe.SkipInit(out Vector512<T> result);
        ref T first = ref Unsafe.As<Vector512<T>, T>(ref result);
        for (int i = 0; i < Vector512<T>.Count; i++)
        {
            Unsafe.Add(ref first, i) = IntegerLane<T, TFunction>(x.GetElement(i), y.GetElement(i));
        }

        return result;
    }

    /// <summary>The function of two integers whose type is only known to be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IntegerLane<T, TFunction>(T x, T y)
        where T : unmanaged
        where TFunction : struct, IIntegerLaneFunction
    {
        if (typeof(T) == typeof(sbyte))
        {
            return (T)(object)TFunction.Invoke((sbyte)(object)x, (sbyte)(object)y);
        }

        if (typeof(T) == typeof(byte))
        {
            return (T)(object)TFunction.Invoke((byte)(object)x, (byte)(object)y);
        }

        if (typeof(T) == typeof(short))
        {
            return (T)(object)TFunction.Invoke((short)(object)x, (short)(object)y);
        }

        if (typeof(T) == typeof(ushort))
        {
            return (T)(object)TFunction.Invoke((ushort)(object)x, (ushort)(object)y);
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)TFunction.Invoke((int)(object)x, (int)(object)y);
        }

        if (typeof(T) == typeof(uint))
        {
            return (T)(object)TFunction.Invoke((uint)(object)x, (uint)(object)y);
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)TFunction.Invoke((long)(object)x, (long)(object)y);
        }

        if (typeof(T) == typeof(ulong))
        {
            return (T)(object)TFunction.Invoke((ulong)(object)x, (ulong)(object)y);
        }

        throw new NotSupportedException($"{typeof(T)} is not an integer that kernels compute with.");
    }
}
