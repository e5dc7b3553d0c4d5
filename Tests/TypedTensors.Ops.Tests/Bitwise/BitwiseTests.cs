namespace TypedTensors.Ops.Tests;

/// <summary>Operations on bits. Values: NumPy 1.24 in the dtype itself, unless a test says otherwise.</summary>
public class BitwiseTests
{
    [DeviceFact]
    public void BitwiseAnd_KeepsTheBitsSetInBoth()
    {
        Check.Binary<sbyte>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (-1, 85, 85), (-128, 127, 0), (0, -1, 0));
        Check.Binary<byte>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (255, 85, 85), (128, 127, 0));
        Check.Binary<short>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (-1, 21845, 21845), (-32768, 32767, 0));
        Check.Binary<ushort>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (65535, 21845, 21845));
        Check.Binary<int>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (-1, 1431655765, 1431655765), (-2147483648, 2147483647, 0));
        Check.Binary<uint>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (4294967295, 1431655765, 1431655765));
        Check.Binary<long>((x, y) => x.BitwiseAnd(y), 0,
            (12, 10, 8), (-1, 6148914691236517205, 6148914691236517205), (-9223372036854775808, 1, 0));
        Check.Binary<ulong>((x, y) => x.BitwiseAnd(y), 0, (12, 10, 8), (18446744073709551615, 6148914691236517205, 6148914691236517205));
    }

    [DeviceFact]
    public void BitwiseOr_KeepsTheBitsSetInEither()
    {
        Check.Binary<sbyte>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (-1, 85, -1), (-128, 127, -1), (0, -1, -1));
        Check.Binary<byte>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (255, 85, 255), (128, 127, 255));
        Check.Binary<short>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (-1, 21845, -1), (-32768, 32767, -1));
        Check.Binary<ushort>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (65535, 21845, 65535));
        Check.Binary<int>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (-1, 1431655765, -1), (-2147483648, 2147483647, -1));
        Check.Binary<uint>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (4294967295, 1431655765, 4294967295));
        Check.Binary<long>((x, y) => x.BitwiseOr(y), 0,
            (12, 10, 14), (-1, 6148914691236517205, -1), (-9223372036854775808, 1, -9223372036854775807));
        Check.Binary<ulong>((x, y) => x.BitwiseOr(y), 0, (12, 10, 14), (18446744073709551615, 6148914691236517205, 18446744073709551615));
    }

    [DeviceFact]
    public void BitwiseXor_KeepsTheBitsSetInOne()
    {
        Check.Binary<sbyte>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (-1, 85, -86), (-128, 127, -1), (0, -1, -1));
        Check.Binary<byte>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (255, 85, 170), (128, 127, 255));
        Check.Binary<short>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (-1, 21845, -21846), (-32768, 32767, -1));
        Check.Binary<ushort>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (65535, 21845, 43690));
        Check.Binary<int>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (-1, 1431655765, -1431655766), (-2147483648, 2147483647, -1));
        Check.Binary<uint>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (4294967295, 1431655765, 2863311530));
        Check.Binary<long>((x, y) => x.BitwiseXor(y), 0,
            (12, 10, 6), (-1, 6148914691236517205, -6148914691236517206), (-9223372036854775808, 1, -9223372036854775807));
        Check.Binary<ulong>((x, y) => x.BitwiseXor(y), 0, (12, 10, 6), (18446744073709551615, 6148914691236517205, 12297829382473034410));
    }

    [DeviceFact]
    public void BitwiseNot_InvertsAllBits()
    {
        Check.Unary<sbyte>(x => x.BitwiseNot(), 0, (0, -1), (-1, 0), (127, -128), (-128, 127), (85, -86));
        Check.Unary<byte>(x => x.BitwiseNot(), 0, (0, 255), (255, 0), (85, 170));
        Check.Unary<ushort>(x => x.BitwiseNot(), 0, (0, 65535), (65535, 0), (256, 65279));
        Check.Unary<int>(x => x.BitwiseNot(), 0, (0, -1), (-1, 0), (2147483647, -2147483648));
        Check.Unary<ulong>(x => x.BitwiseNot(), 0,
            (0, 18446744073709551615), (18446744073709551615, 0), (4294967295, 18446744069414584320));
    }

    [DeviceFact]
    public void LeftShift_DropsTheHighBits()
    {
        Check.Unary<sbyte>(x => x.LeftShift(3), 0, (1, 8), (-1, -8), (16, -128), (31, -8), (127, -8), (-128, 0));
        Check.Unary<byte>(x => x.LeftShift(3), 0, (1, 8), (16, 128), (32, 0), (255, 248));
        Check.Unary<short>(x => x.LeftShift(9), 0, (1, 512), (-1, -512), (64, -32768), (127, -512));
        Check.Unary<int>(x => x.LeftShift(31), 0, (1, -2147483648), (2, 0), (-1, -2147483648));
        Check.Unary<ulong>(x => x.LeftShift(63), 0, (1, 9223372036854775808), (2, 0), (3, 9223372036854775808));
    }

    [DeviceFact]
    public void RightShift_KeepsTheSign()
    {
        Check.Unary<sbyte>(x => x.RightShift(3), 0, (1, 0), (-1, -1), (16, 2), (127, 15), (-128, -16), (-9, -2));
        Check.Unary<byte>(x => x.RightShift(3), 0, (1, 0), (16, 2), (255, 31));
        Check.Unary<ushort>(x => x.RightShift(9), 0, (511, 0), (512, 1), (65535, 127));
        Check.Unary<int>(x => x.RightShift(31), 0, (1, 0), (-1, -1), (-2147483648, -1), (2147483647, 0));
        Check.Unary<long>(x => x.RightShift(33), 0, (-1, -1), (9223372036854775807, 1073741823), (-9223372036854775808, -1073741824));
        Check.Unary<ulong>(x => x.RightShift(63), 0, (1, 0), (18446744073709551615, 1));
    }

    [DeviceFact]
    public void LeftShift_CountsModuloTheWidth()
    {
        // As C# documents it; NumPy gives 0 for counts beyond the width.
        Check.Unary<sbyte>(x => x.LeftShift(9), 0, (1, 2), (-1, -2));
        Check.Unary<byte>(x => x.LeftShift(8), 0, (1, 1), (255, 255));
        Check.Unary<ushort>(x => x.LeftShift(17), 0, (1, 2), (65535, 65534));
        Check.Unary<int>(x => x.LeftShift(33), 0, (1, 2), (-1, -2));
        Check.Unary<long>(x => x.LeftShift(-1), 0, (1, long.MinValue), (2, 0));
    }

    [DeviceFact]
    public void RightShift_CountsModuloTheWidth()
    {
        // As C# documents it; NumPy gives 0 or -1 for counts beyond the width.
        Check.Unary<sbyte>(x => x.RightShift(9), 0, (4, 2), (-4, -2));
        Check.Unary<byte>(x => x.RightShift(8), 0, (1, 1), (255, 255));
        Check.Unary<short>(x => x.RightShift(16), 0, (4, 4), (-4, -4));
        Check.Unary<uint>(x => x.RightShift(33), 0, (4, 2), (uint.MaxValue, 2147483647));
    }

    [DeviceFact]
    public void PopCount_OfNegatives_IsThatOfTwosComplement()
    {
        // Closed form: the binary digits of x modulo 2^n.
        Check.Unary<sbyte>(x => x.PopCount(), 0, (0, 0), (1, 1), (127, 7), (-1, 8), (-128, 1), (-3, 7));
        Check.Unary<byte>(x => x.PopCount(), 0, (0, 0), (1, 1), (255, 8), (85, 4));
        Check.Unary<short>(x => x.PopCount(), 0, (0, 0), (1, 1), (-1, 16), (-32768, 1), (21845, 8));
        Check.Unary<int>(x => x.PopCount(), 0, (0, 0), (-1, 32), (1431655765, 16), (-2147483648, 1));
        Check.Unary<long>(x => x.PopCount(), 0, (0, 0), (-1, 64), (6148914691236517205, 32), (-9223372036854775808, 1));
        Check.Unary<ulong>(x => x.PopCount(), 0, (0, 0), (18446744073709551615, 64), (255, 8));
    }
}
