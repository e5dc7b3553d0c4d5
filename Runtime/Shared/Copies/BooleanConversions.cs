namespace TypedTensors.Copies;

/// <summary>Truth values as numbers: 0 or 1.</summary>
internal static partial class BooleanConversions
{
    [Elementwise]
    internal static sbyte ToSByte(bool x) => x ? (sbyte)1 : (sbyte)0;

    [Elementwise]
    internal static byte ToByte(bool x) => x ? (byte)1 : (byte)0;

    [Elementwise]
    internal static short ToInt16(bool x) => x ? (short)1 : (short)0;

    [Elementwise]
    internal static ushort ToUInt16(bool x) => x ? (ushort)1 : (ushort)0;

    [Elementwise]
    internal static int ToInt32(bool x) => x ? 1 : 0;

    [Elementwise]
    internal static uint ToUInt32(bool x) => x ? (uint)1 : (uint)0;

    [Elementwise]
    internal static Half ToHalf(bool x) => x ? (Half)1f : (Half)0f;

    [Elementwise]
    internal static float ToSingle(bool x) => x ? (float)1 : (float)0;

    [Elementwise]
    internal static double ToDouble(bool x) => x ? (double)1 : (double)0;
}
