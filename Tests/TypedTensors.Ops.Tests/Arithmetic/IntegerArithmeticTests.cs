namespace TypedTensors.Ops.Tests;

/// <summary>Arithmetic of integer dtypes. Values: NumPy 1.24 in the dtype itself, unless a test says otherwise.</summary>
public class IntegerArithmeticTests
{
    [DeviceFact]
    public void FloorDivide_RoundsDown()
    {
        Check.Binary<sbyte>((x, y) => x.FloorDivide(y), 0,
            (7, 2, 3), (-7, 2, -4), (7, -2, -4), (-7, -2, 3), (6, -3, -2), (-1, 127, -1), (-128, 127, -2));
        Check.Binary<byte>((x, y) => x.FloorDivide(y), 0, (7, 2, 3), (255, 16, 15), (254, 255, 0));
        Check.Binary<short>((x, y) => x.FloorDivide(y), 0, (7, -2, -4), (-32768, 3, -10923), (32767, -4, -8192));
        Check.Binary<ushort>((x, y) => x.FloorDivide(y), 0, (65535, 2, 32767), (40000, 3, 13333));
        Check.Binary<int>((x, y) => x.FloorDivide(y), 0,
            (7, -2, -4), (-7, 2, -4), (-2147483648, 7, -306783379), (2147483647, -10, -214748365));
        Check.Binary<uint>((x, y) => x.FloorDivide(y), 0, (4294967295, 2, 2147483647), (4000000000, 7, 571428571));
        Check.Binary<long>((x, y) => x.FloorDivide(y), 0,
            (7, -2, -4), (-7, 2, -4), (9223372036854775807, -10, -922337203685477581), (-9223372036854775808, 3, -3074457345618258603));
        Check.Binary<ulong>((x, y) => x.FloorDivide(y), 0, (18446744073709551615, 10, 1844674407370955161), (7, 2, 3));
    }

    [DeviceFact]
    public void FloorDivide_ByZero_IsZero()
    {
        Check.Binary<sbyte>((x, y) => x.FloorDivide(y), 0, (5, 0, 0), (-5, 0, 0), (0, 0, 0));
        Check.Binary<byte>((x, y) => x.FloorDivide(y), 0, (5, 0, 0), (0, 0, 0));
        Check.Binary<int>((x, y) => x.FloorDivide(y), 0, (5, 0, 0), (-5, 0, 0), (0, 0, 0));
        Check.Binary<ulong>((x, y) => x.FloorDivide(y), 0, (5, 0, 0), (0, 0, 0));
    }

    [DeviceFact]
    public void FloorDivide_OfTheLeastIntegerByMinusOne_Wraps()
    {
        Check.Binary<sbyte>((x, y) => x.FloorDivide(y), 0, (-128, -1, -128));
        Check.Binary<short>((x, y) => x.FloorDivide(y), 0, (-32768, -1, -32768));
        Check.Binary<int>((x, y) => x.FloorDivide(y), 0, (int.MinValue, -1, int.MinValue));
        Check.Binary<long>((x, y) => x.FloorDivide(y), 0, (long.MinValue, -1, long.MinValue));
    }

    [DeviceFact]
    public void Pow_Wraps()
    {
        Check.Binary<sbyte>((x, y) => x.Pow(y), 0,
            (2, 3, 8), (-3, 3, -27), (0, 0, 1), (0, 5, 0), (1, 127, 1), (-1, 127, -1), (2, 7, -128), (3, 5, -13), (-128, 2, 0),
            (3, 100, -47));
        Check.Binary<byte>((x, y) => x.Pow(y), 0, (2, 7, 128), (2, 8, 0), (3, 5, 243), (3, 255, 171), (255, 255, 255), (5, 0, 1));
        Check.Binary<short>((x, y) => x.Pow(y), 0, (-3, 9, -19683), (3, 10, -6487), (7, 5, 16807), (181, 2, 32761));
        Check.Binary<ushort>((x, y) => x.Pow(y), 0, (3, 10, 59049), (3, 11, 46075), (255, 2, 65025));
        Check.Binary<int>((x, y) => x.Pow(y), 0,
            (2, 30, 1073741824), (2, 31, -2147483648), (-2, 31, -2147483648), (10, 9, 1000000000), (10, 10, 1410065408),
            (-7, 11, -1977326743), (3, 2147483647, -1431655765));
        Check.Binary<uint>((x, y) => x.Pow(y), 0,
            (2, 31, 2147483648), (3, 20, 3486784401), (3, 21, 1870418611), (3, 4294967295, 2863311531));
        Check.Binary<long>((x, y) => x.Pow(y), 0,
            (2, 62, 4611686018427387904), (2, 63, -9223372036854775808), (10, 18, 1000000000000000000), (10, 19, -8446744073709551616),
            (-3, 39, -4052555153018976267), (3, 9223372036854775807, -6148914691236517205), (-1, 9223372036854775807, -1));
        Check.Binary<ulong>((x, y) => x.Pow(y), 0,
            (2, 63, 9223372036854775808), (2, 64, 0), (10, 19, 10000000000000000000), (3, 18446744073709551615, 12297829382473034411),
            (7, 0, 1));
    }

    [DeviceFact]
    public void Pow_WithANegativePower_IsZeroButForTheBasesOneAndMinusOne()
    {
        // PyTorch 1.13; NumPy throws.
        Check.Binary<sbyte>((x, y) => x.Pow(y), 0,
            (2, -1, 0), (1, -5, 1), (-1, -1, -1), (-1, -2, 1), (-1, -128, 1), (0, -1, 0), (-3, -3, 0));
        Check.Binary<int>((x, y) => x.Pow(y), 0, (2, -1, 0), (1, -5, 1), (-1, -1, -1), (-1, -2, 1), (0, -1, 0), (-1, -2147483647, -1));
        Check.Binary<long>((x, y) => x.Pow(y), 0, (2, -1, 0), (1, -5, 1), (-1, -1, -1), (-1, -2, 1), (0, -1, 0), (9, -9, 0));
    }
}
