using System.Runtime.CompilerServices;

namespace TypedTensors.Radix;

/// <summary>Elements as unsigned integers in the same order, NaN after everything else.</summary>
/// <remarks>Of a floating-point number in sign and magnitude, the image is the bits with the sign inverted, or all bits inverted if it is negative.</remarks>
internal static class SortKeys
{
    /// <summary>The bits of a key.</summary>
    public static int Bits<T>()
        where T : unmanaged => 8 * Unsafe.SizeOf<T>();

    /// <summary>The key of an element, from which <see cref="Value"/> makes the element again: -0 is before 0, and a NaN keeps its bits, but for the sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            uint bits = Unsafe.BitCast<T, uint>(value);
            bits = (bits & 0x7FFF_FFFF) > 0x7F80_0000 ? bits & 0x7FFF_FFFF : bits;
            return bits ^ ((uint)((int)bits >> 31) | 0x8000_0000);
        }

        if (typeof(T) == typeof(double))
        {
            ulong bits = Unsafe.BitCast<T, ulong>(value);
            bits = (bits & long.MaxValue) > 0x7FF0_0000_0000_0000 ? bits & long.MaxValue : bits;
            return bits ^ ((ulong)((long)bits >> 63) | 0x8000_0000_0000_0000);
        }

        if (typeof(T) == typeof(Half))
        {
            ushort bits = Unsafe.BitCast<T, ushort>(value);
            bits = (bits & 0x7FFF) > 0x7C00 ? (ushort)(bits & 0x7FFF) : bits;
            return (ushort)(bits ^ (((short)bits >> 15) | 0x8000));
        }

        ulong sign = IsSigned<T>() ? 1UL << (Bits<T>() - 1) : 0;
        return sign ^ Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<T, byte>(value),
            2 => Unsafe.BitCast<T, ushort>(value),
            4 => Unsafe.BitCast<T, uint>(value),
            _ => Unsafe.BitCast<T, ulong>(value),
        };
    }

    /// <summary>The key of an element, the same for elements that compare equal: for both zeros, and for all NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfEqual<T>(T value)
        where T : unmanaged
    {
        ulong key = Of(value), zero = 1UL << (Bits<T>() - 1);
        ulong infinity = typeof(T) == typeof(float) ? 0xFF80_0000 : typeof(T) == typeof(double) ? 0xFFF0_0000_0000_0000 : typeof(T) == typeof(Half) ? 0xFC00UL : 0;
        return infinity == 0 ? key : key == zero - 1 ? zero : Math.Min(key, infinity + 1);
    }

    /// <summary>The element of a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(ulong key)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Unsafe.BitCast<uint, T>((uint)key ^ ((uint)~((int)key >> 31) | 0x8000_0000));
        }

        if (typeof(T) == typeof(double))
        {
            return Unsafe.BitCast<ulong, T>(key ^ ((ulong)~((long)key >> 63) | 0x8000_0000_0000_0000));
        }

        if (typeof(T) == typeof(Half))
        {
            return Unsafe.BitCast<ushort, T>((ushort)(key ^ (ulong)(~((short)key >> 15) | 0x8000)));
        }

        key ^= IsSigned<T>() ? 1UL << (Bits<T>() - 1) : 0;
        return Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>((byte)key),
            2 => Unsafe.BitCast<ushort, T>((ushort)key),
            4 => Unsafe.BitCast<uint, T>((uint)key),
            _ => Unsafe.BitCast<ulong, T>(key),
        };
    }

    private static bool IsSigned<T>() => typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(int) || typeof(T) == typeof(long);
}
