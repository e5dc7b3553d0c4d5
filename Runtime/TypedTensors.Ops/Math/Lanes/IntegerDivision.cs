using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <summary>Integer division by way of floating numbers wide enough to make the truncated quotient exact.</summary>
/// <remarks>
/// No processor divides vectors of integers. Of 32-bit integers, double holds every quotient closely enough that truncation is right: a quotient that is no
/// integer is at least 2^-32 of itself away from one. The same holds for 16 bits in float. 64-bit integers are divided one by one. The quotients fit the integers
/// they are converted to, but for those by zero, which are masked out; so the conversions need not saturate.
/// </remarks>
internal static class IntegerDivision
{
    /// <summary>The truncated quotient in each lane, 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<T> Divide<T>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged
    {
        Vector128<T> isDefined = ~Vector128.Equals(y, Vector128<T>.Zero);
        if (typeof(T) == typeof(int))
        {
            return Divide32(x.AsInt32(), y.AsInt32()).As<int, T>() & isDefined;
        }

        if (typeof(T) == typeof(uint))
        {
            return Divide32(x.AsUInt32(), y.AsUInt32()).As<uint, T>() & isDefined;
        }

        if (typeof(T) == typeof(short))
        {
            return Divide16(x.AsInt16(), y.AsInt16()).As<short, T>() & isDefined;
        }

        if (typeof(T) == typeof(ushort))
        {
            return Divide16(x.AsUInt16(), y.AsUInt16()).As<ushort, T>() & isDefined;
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Divide8(x.AsSByte(), y.AsSByte()).As<sbyte, T>() & isDefined;
        }

        if (typeof(T) == typeof(byte))
        {
            return Divide8(x.AsByte(), y.AsByte()).As<byte, T>() & isDefined;
        }

        return LaneWise.Map<T, Quotient>(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<int> Divide32(Vector128<int> x, Vector128<int> y)
    {
        Vector128<double> lower = Vector128.ConvertToDouble(Vector128.WidenLower(x)) / Vector128.ConvertToDouble(Vector128.WidenLower(y));
        Vector128<double> upper = Vector128.ConvertToDouble(Vector128.WidenUpper(x)) / Vector128.ConvertToDouble(Vector128.WidenUpper(y));
        return Vector128.Narrow(Vector128.ConvertToInt64Native(lower), Vector128.ConvertToInt64Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<uint> Divide32(Vector128<uint> x, Vector128<uint> y)
    {
        Vector128<double> lower = Vector128.ConvertToDouble(Vector128.WidenLower(x)) / Vector128.ConvertToDouble(Vector128.WidenLower(y));
        Vector128<double> upper = Vector128.ConvertToDouble(Vector128.WidenUpper(x)) / Vector128.ConvertToDouble(Vector128.WidenUpper(y));
        return Vector128.Narrow(Vector128.ConvertToUInt64Native(lower), Vector128.ConvertToUInt64Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<short> Divide16(Vector128<short> x, Vector128<short> y)
    {
        Vector128<float> lower = Vector128.ConvertToSingle(Vector128.WidenLower(x)) / Vector128.ConvertToSingle(Vector128.WidenLower(y));
        Vector128<float> upper = Vector128.ConvertToSingle(Vector128.WidenUpper(x)) / Vector128.ConvertToSingle(Vector128.WidenUpper(y));
        return Vector128.Narrow(Vector128.ConvertToInt32Native(lower), Vector128.ConvertToInt32Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<ushort> Divide16(Vector128<ushort> x, Vector128<ushort> y)
    {
        Vector128<float> lower = Vector128.ConvertToSingle(Vector128.WidenLower(x).AsInt32()) / Vector128.ConvertToSingle(Vector128.WidenLower(y).AsInt32());
        Vector128<float> upper = Vector128.ConvertToSingle(Vector128.WidenUpper(x).AsInt32()) / Vector128.ConvertToSingle(Vector128.WidenUpper(y).AsInt32());
        return Vector128.Narrow(Vector128.ConvertToInt32Native(lower).AsUInt32(), Vector128.ConvertToInt32Native(upper).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<sbyte> Divide8(Vector128<sbyte> x, Vector128<sbyte> y) =>
        Vector128.Narrow(
            Divide16(Vector128.WidenLower(x), Vector128.WidenLower(y)),
            Divide16(Vector128.WidenUpper(x), Vector128.WidenUpper(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<byte> Divide8(Vector128<byte> x, Vector128<byte> y) =>
        Vector128.Narrow(
            Divide16(Vector128.WidenLower(x), Vector128.WidenLower(y)),
            Divide16(Vector128.WidenUpper(x), Vector128.WidenUpper(y)));

    /// <summary>The truncated quotient in each lane, 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<T> Divide<T>(Vector256<T> x, Vector256<T> y)
        where T : unmanaged
    {
        Vector256<T> isDefined = ~Vector256.Equals(y, Vector256<T>.Zero);
        if (typeof(T) == typeof(int))
        {
            return Divide32(x.AsInt32(), y.AsInt32()).As<int, T>() & isDefined;
        }

        if (typeof(T) == typeof(uint))
        {
            return Divide32(x.AsUInt32(), y.AsUInt32()).As<uint, T>() & isDefined;
        }

        if (typeof(T) == typeof(short))
        {
            return Divide16(x.AsInt16(), y.AsInt16()).As<short, T>() & isDefined;
        }

        if (typeof(T) == typeof(ushort))
        {
            return Divide16(x.AsUInt16(), y.AsUInt16()).As<ushort, T>() & isDefined;
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Divide8(x.AsSByte(), y.AsSByte()).As<sbyte, T>() & isDefined;
        }

        if (typeof(T) == typeof(byte))
        {
            return Divide8(x.AsByte(), y.AsByte()).As<byte, T>() & isDefined;
        }

        return LaneWise.Map<T, Quotient>(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<int> Divide32(Vector256<int> x, Vector256<int> y)
    {
        Vector256<double> lower = Vector256.ConvertToDouble(Vector256.WidenLower(x)) / Vector256.ConvertToDouble(Vector256.WidenLower(y));
        Vector256<double> upper = Vector256.ConvertToDouble(Vector256.WidenUpper(x)) / Vector256.ConvertToDouble(Vector256.WidenUpper(y));
        return Vector256.Narrow(Vector256.ConvertToInt64Native(lower), Vector256.ConvertToInt64Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<uint> Divide32(Vector256<uint> x, Vector256<uint> y)
    {
        Vector256<double> lower = Vector256.ConvertToDouble(Vector256.WidenLower(x)) / Vector256.ConvertToDouble(Vector256.WidenLower(y));
        Vector256<double> upper = Vector256.ConvertToDouble(Vector256.WidenUpper(x)) / Vector256.ConvertToDouble(Vector256.WidenUpper(y));
        return Vector256.Narrow(Vector256.ConvertToUInt64Native(lower), Vector256.ConvertToUInt64Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<short> Divide16(Vector256<short> x, Vector256<short> y)
    {
        Vector256<float> lower = Vector256.ConvertToSingle(Vector256.WidenLower(x)) / Vector256.ConvertToSingle(Vector256.WidenLower(y));
        Vector256<float> upper = Vector256.ConvertToSingle(Vector256.WidenUpper(x)) / Vector256.ConvertToSingle(Vector256.WidenUpper(y));
        return Vector256.Narrow(Vector256.ConvertToInt32Native(lower), Vector256.ConvertToInt32Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<ushort> Divide16(Vector256<ushort> x, Vector256<ushort> y)
    {
        Vector256<float> lower = Vector256.ConvertToSingle(Vector256.WidenLower(x).AsInt32()) / Vector256.ConvertToSingle(Vector256.WidenLower(y).AsInt32());
        Vector256<float> upper = Vector256.ConvertToSingle(Vector256.WidenUpper(x).AsInt32()) / Vector256.ConvertToSingle(Vector256.WidenUpper(y).AsInt32());
        return Vector256.Narrow(Vector256.ConvertToInt32Native(lower).AsUInt32(), Vector256.ConvertToInt32Native(upper).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<sbyte> Divide8(Vector256<sbyte> x, Vector256<sbyte> y) =>
        Vector256.Narrow(
            Divide16(Vector256.WidenLower(x), Vector256.WidenLower(y)),
            Divide16(Vector256.WidenUpper(x), Vector256.WidenUpper(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<byte> Divide8(Vector256<byte> x, Vector256<byte> y) =>
        Vector256.Narrow(
            Divide16(Vector256.WidenLower(x), Vector256.WidenLower(y)),
            Divide16(Vector256.WidenUpper(x), Vector256.WidenUpper(y)));

    /// <summary>The truncated quotient in each lane, 0 by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<T> Divide<T>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged
    {
        Vector512<T> isDefined = ~Vector512.Equals(y, Vector512<T>.Zero);
        if (typeof(T) == typeof(int))
        {
            return Divide32(x.AsInt32(), y.AsInt32()).As<int, T>() & isDefined;
        }

        if (typeof(T) == typeof(uint))
        {
            return Divide32(x.AsUInt32(), y.AsUInt32()).As<uint, T>() & isDefined;
        }

        if (typeof(T) == typeof(short))
        {
            return Divide16(x.AsInt16(), y.AsInt16()).As<short, T>() & isDefined;
        }

        if (typeof(T) == typeof(ushort))
        {
            return Divide16(x.AsUInt16(), y.AsUInt16()).As<ushort, T>() & isDefined;
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Divide8(x.AsSByte(), y.AsSByte()).As<sbyte, T>() & isDefined;
        }

        if (typeof(T) == typeof(byte))
        {
            return Divide8(x.AsByte(), y.AsByte()).As<byte, T>() & isDefined;
        }

        return LaneWise.Map<T, Quotient>(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<int> Divide32(Vector512<int> x, Vector512<int> y)
    {
        Vector512<double> lower = Vector512.ConvertToDouble(Vector512.WidenLower(x)) / Vector512.ConvertToDouble(Vector512.WidenLower(y));
        Vector512<double> upper = Vector512.ConvertToDouble(Vector512.WidenUpper(x)) / Vector512.ConvertToDouble(Vector512.WidenUpper(y));
        return Vector512.Narrow(Vector512.ConvertToInt64Native(lower), Vector512.ConvertToInt64Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<uint> Divide32(Vector512<uint> x, Vector512<uint> y)
    {
        Vector512<double> lower = Vector512.ConvertToDouble(Vector512.WidenLower(x)) / Vector512.ConvertToDouble(Vector512.WidenLower(y));
        Vector512<double> upper = Vector512.ConvertToDouble(Vector512.WidenUpper(x)) / Vector512.ConvertToDouble(Vector512.WidenUpper(y));
        return Vector512.Narrow(Vector512.ConvertToUInt64Native(lower), Vector512.ConvertToUInt64Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<short> Divide16(Vector512<short> x, Vector512<short> y)
    {
        Vector512<float> lower = Vector512.ConvertToSingle(Vector512.WidenLower(x)) / Vector512.ConvertToSingle(Vector512.WidenLower(y));
        Vector512<float> upper = Vector512.ConvertToSingle(Vector512.WidenUpper(x)) / Vector512.ConvertToSingle(Vector512.WidenUpper(y));
        return Vector512.Narrow(Vector512.ConvertToInt32Native(lower), Vector512.ConvertToInt32Native(upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<ushort> Divide16(Vector512<ushort> x, Vector512<ushort> y)
    {
        Vector512<float> lower = Vector512.ConvertToSingle(Vector512.WidenLower(x).AsInt32()) / Vector512.ConvertToSingle(Vector512.WidenLower(y).AsInt32());
        Vector512<float> upper = Vector512.ConvertToSingle(Vector512.WidenUpper(x).AsInt32()) / Vector512.ConvertToSingle(Vector512.WidenUpper(y).AsInt32());
        return Vector512.Narrow(Vector512.ConvertToInt32Native(lower).AsUInt32(), Vector512.ConvertToInt32Native(upper).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<sbyte> Divide8(Vector512<sbyte> x, Vector512<sbyte> y) =>
        Vector512.Narrow(
            Divide16(Vector512.WidenLower(x), Vector512.WidenLower(y)),
            Divide16(Vector512.WidenUpper(x), Vector512.WidenUpper(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<byte> Divide8(Vector512<byte> x, Vector512<byte> y) =>
        Vector512.Narrow(
            Divide16(Vector512.WidenLower(x), Vector512.WidenLower(y)),
            Divide16(Vector512.WidenUpper(x), Vector512.WidenUpper(y)));
}
