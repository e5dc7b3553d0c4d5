using System.Numerics;

namespace TypedTensors.VulkanRuntime;

/// <summary>All dtypes as 64-bit integers, by the rules of the conversions that every device has.</summary>
internal static partial class WideConversions
{
    [Elementwise]
    internal static long BooleanToInt64(bool x) => x ? (long)1 : (long)0;

    [Elementwise]
    internal static long IntegerToInt64<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => long.CreateTruncating(x);

    [Elementwise]
    internal static long FloatingToInt64<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => long.CreateTruncating(x);

    [Elementwise]
    internal static ulong BooleanToUInt64(bool x) => x ? (ulong)1 : (ulong)0;

    [Elementwise]
    internal static ulong IntegerToUInt64<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => ulong.CreateTruncating(x);

    [Elementwise]
    internal static ulong FloatingToUInt64<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => ulong.CreateTruncating(x);
}
