using System.Numerics;

namespace TypedTensors.Copies;

/// <summary>Floating numbers as every dtype: an integer is the number without its fraction, the nearest bound if it is out of range, and 0 for NaN.</summary>
internal static partial class FloatingConversions
{
    [Elementwise]
    internal static bool ToBoolean<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => x != T.Zero;

    [Elementwise]
    internal static sbyte ToSByte<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => (sbyte)Math.Clamp(int.CreateTruncating(x), -128, 127);

    [Elementwise]
    internal static byte ToByte<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => (byte)Math.Clamp(int.CreateTruncating(x), 0, 255);

    [Elementwise]
    internal static short ToInt16<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => (short)Math.Clamp(int.CreateTruncating(x), -32768, 32767);

    [Elementwise]
    internal static ushort ToUInt16<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => (ushort)Math.Clamp(int.CreateTruncating(x), 0, 65535);

    [Elementwise]
    internal static int ToInt32<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => int.CreateTruncating(x);

    [Elementwise]
    internal static uint ToUInt32<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => uint.CreateTruncating(x);

    [Elementwise]
    internal static Half ToHalf(float x) => (Half)x;

    [Elementwise]
    internal static Half NarrowToHalf(double x) => (Half)RoundToOdd(x);

    [Elementwise]
    internal static float ToSingle<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => float.CreateTruncating(x);

    [Elementwise]
    internal static double ToDouble<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => double.CreateTruncating(x);

    /// <summary>A double as float: if it is not exact, the neighbour towards zero with its last bit set.</summary>
    /// <remarks>That bit stands for all that was cut off, so that rounding the result once more is as good as rounding the double.</remarks>
    private static float RoundToOdd(double x)
    {
        float near = (float)x;
        double back = near;
        int bits = BitConverter.SingleToInt32Bits(near);
        int cut = Math.Abs(back) > Math.Abs(x) ? bits - 1 : bits;
        return back == x || double.IsNaN(x) ? near : BitConverter.Int32BitsToSingle(cut | 1);
    }
}
