using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Radix;

/// <summary><see cref="SortKeys"/> of sixteen elements of 32 bits at a time.</summary>
internal static unsafe class KeyVectors
{
    /// <summary>Whether elements of a type have such keys.</summary>
    public static bool Has<T>()
        where T : unmanaged => typeof(T) == typeof(float) || typeof(T) == typeof(int) || typeof(T) == typeof(uint);

    /// <summary>The keys of elements, as <see cref="SortKeys.Of"/> says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Of<T>(Vector512<uint> bits)
        where T : unmanaged
    {
        Vector512<uint> sign = Vector512.Create(0x8000_0000u);
        if (typeof(T) == typeof(float))
        {
            Vector512<uint> magnitude = Vector512.AndNot(bits, sign);
            bits = Vector512.ConditionalSelect(Vector512.GreaterThan(magnitude, Vector512.Create(0x7F80_0000u)), magnitude, bits);
            return bits ^ (Vector512.ShiftRightArithmetic(bits.AsInt32(), 31).AsUInt32() | sign);
        }

        return typeof(T) == typeof(int) ? bits ^ sign : bits;
    }

    /// <summary>The elements of keys, as <see cref="SortKeys.Value"/> says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Value<T>(Vector512<uint> keys)
        where T : unmanaged
    {
        Vector512<uint> sign = Vector512.Create(0x8000_0000u);
        if (typeof(T) == typeof(float))
        {
            return keys ^ (~Vector512.ShiftRightArithmetic(keys.AsInt32(), 31).AsUInt32() | sign);
        }

        return typeof(T) == typeof(int) ? keys ^ sign : keys;
    }

    /// <summary>Makes the keys of elements.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="count">How many.</param>
    /// <param name="keys">Where the keys go; may be where the elements are.</param>
    /// <param name="flip">What turns their order round.</param>
    public static void Copy<T>(uint* elements, int count, uint* keys, uint flip)
        where T : unmanaged
    {
        int i = 0;
        for (; i <= count - Vector512<uint>.Count; i += Vector512<uint>.Count)
        {
            (Of<T>(Vector512.Load(elements + i)) ^ Vector512.Create(flip)).Store(keys + i);
        }

        for (; i < count; i++)
        {
            keys[i] = (uint)SortKeys.Of(Unsafe.BitCast<uint, T>(elements[i])) ^ flip;
        }
    }
}
