using System.Numerics;

namespace TypedTensors.Copies;

/// <summary>Integers as every dtype: another integer wraps, a floating number is the nearest.</summary>
internal static partial class IntegerConversions
{
    [Elementwise]
    internal static bool ToBoolean<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => x != T.Zero;

    [Elementwise]
    internal static sbyte ToSByte<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => sbyte.CreateTruncating(x);

    [Elementwise]
    internal static byte ToByte<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => byte.CreateTruncating(x);

    [Elementwise]
    internal static short ToInt16<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => short.CreateTruncating(x);

    [Elementwise]
    internal static ushort ToUInt16<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => ushort.CreateTruncating(x);

    [Elementwise]
    internal static int ToInt32<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => int.CreateTruncating(x);

    [Elementwise]
    internal static uint ToUInt32<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => uint.CreateTruncating(x);

    // An integer that float cannot hold is beyond the largest Half, so that rounding twice changes nothing.
    [Elementwise]
    internal static Half ToHalf<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => (Half)float.CreateTruncating(x);

    [Elementwise]
    internal static float ToSingle<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => float.CreateTruncating(x);

    [Elementwise]
    internal static double ToDouble<T>(T x)
        where T : unmanaged, IBinaryInteger<T> => double.CreateTruncating(x);
}
