using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <summary>The count of a shift as C# takes it: the bits that address a bit of the number.</summary>
internal static class ShiftCount
{
    /// <summary>The count from 0 to the number of bits less one.</summary>
    public static int Of<T>(T count)
        where T : unmanaged, IBinaryInteger<T> => int.CreateTruncating(count) & ((8 * Unsafe.SizeOf<T>()) - 1);
}
