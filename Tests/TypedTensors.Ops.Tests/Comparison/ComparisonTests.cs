using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Comparisons. Values: NumPy 1.24.</summary>
public class ComparisonTests
{
    [DeviceFact]
    public void Equal_IsFalseForNaN_AndTrueForTheTwoZeros()
    {
        Check.Binary<double, double, bool>((x, y) => x.Equal(y), 0,
            (1, 1, true), (1, 2, false), (0, -0.0, true), (NaN, NaN, false), (NaN, 1, false), (Inf, Inf, true), (Inf, -Inf, false));
        Check.Binary<float, float, bool>((x, y) => x.Equal(y), 0,
            (1, 1, true), (1, 2, false), (0, -0f, true), (NaN, NaN, false), (1, NaN, false));
        Check.Binary<sbyte, sbyte, bool>((x, y) => x.Equal(y), 0, (1, 1, true), (-128, 127, false), (-1, -1, true));
        Check.Binary<byte, byte, bool>((x, y) => x.Equal(y), 0, (1, 1, true), (255, 127, false));
        Check.Binary<ulong, ulong, bool>((x, y) => x.Equal(y), 0, (18446744073709551615, 18446744073709551615, true), (1, 2, false));
    }

    [DeviceFact]
    public void NotEqual_IsTrueForNaN()
    {
        Check.Binary<double, double, bool>((x, y) => x.NotEqual(y), 0,
            (1, 1, false), (1, 2, true), (0, -0.0, false), (NaN, NaN, true), (NaN, 1, true), (Inf, Inf, false));
        Check.Binary<float, float, bool>((x, y) => x.NotEqual(y), 0,
            (1, 1, false), (1, 2, true), (0, -0f, false), (NaN, NaN, true), (1, NaN, true));
        Check.Binary<int, int, bool>((x, y) => x.NotEqual(y), 0, (1, 1, false), (-1, 1, true));
        Check.Binary<ushort, ushort, bool>((x, y) => x.NotEqual(y), 0, (65535, 65535, false), (65535, 0, true));
    }

    [DeviceFact]
    public void Less_IsFalseForNaN_AndKnowsUnsignedFromSigned()
    {
        Check.Binary<double, double, bool>((x, y) => x.Less(y), 0,
            (1, 2, true), (2, 1, false), (1, 1, false), (-1, 1, true), (0, -0.0, false), (-Inf, Inf, true), (Inf, Inf, false),
            (NaN, NaN, false), (NaN, 1, false), (1, NaN, false));
        Check.Binary<float, float, bool>((x, y) => x.Less(y), 0,
            (1, 2, true), (2, 1, false), (1, 1, false), (0, -0f, false), (NaN, 1, false), (1, NaN, false));
        Check.Binary<Half, Half, bool>((x, y) => x.Less(y), 0,
            ((Half)1, (Half)2, true), ((Half)2, (Half)1, false), ((Half)1, (Half)1, false), ((Half)NaN, (Half)1, false),
            ((Half)(-1), (Half)1, true));
        Check.Binary<sbyte, sbyte, bool>((x, y) => x.Less(y), 0, (-128, 127, true), (127, -128, false), (-1, -1, false), (1, 2, true));
        Check.Binary<byte, byte, bool>((x, y) => x.Less(y), 0, (0, 255, true), (255, 0, false), (128, 127, false), (7, 7, false));
        Check.Binary<uint, uint, bool>((x, y) => x.Less(y), 0, (0, 4294967295, true), (2147483648, 2147483647, false), (7, 7, false));
        Check.Binary<long, long, bool>((x, y) => x.Less(y), 0,
            (-9223372036854775808, 9223372036854775807, true), (1, -1, false), (7, 7, false));
        Check.Binary<ulong, ulong, bool>((x, y) => x.Less(y), 0,
            (0, 18446744073709551615, true), (9223372036854775808, 9223372036854775807, false), (7, 7, false));
    }

    [DeviceFact]
    public void LessEqual_IsFalseForNaN_AndKnowsUnsignedFromSigned()
    {
        Check.Binary<double, double, bool>((x, y) => x.LessEqual(y), 0,
            (1, 2, true), (2, 1, false), (1, 1, true), (-1, 1, true), (0, -0.0, true), (-Inf, Inf, true), (Inf, Inf, true),
            (NaN, NaN, false), (NaN, 1, false), (1, NaN, false));
        Check.Binary<float, float, bool>((x, y) => x.LessEqual(y), 0,
            (1, 2, true), (2, 1, false), (1, 1, true), (0, -0f, true), (NaN, 1, false), (1, NaN, false));
        Check.Binary<Half, Half, bool>((x, y) => x.LessEqual(y), 0,
            ((Half)1, (Half)2, true), ((Half)2, (Half)1, false), ((Half)1, (Half)1, true), ((Half)NaN, (Half)1, false),
            ((Half)(-1), (Half)1, true));
        Check.Binary<sbyte, sbyte, bool>((x, y) => x.LessEqual(y), 0, (-128, 127, true), (127, -128, false), (-1, -1, true), (1, 2, true));
        Check.Binary<byte, byte, bool>((x, y) => x.LessEqual(y), 0, (0, 255, true), (255, 0, false), (128, 127, false), (7, 7, true));
        Check.Binary<uint, uint, bool>((x, y) => x.LessEqual(y), 0, (0, 4294967295, true), (2147483648, 2147483647, false), (7, 7, true));
        Check.Binary<long, long, bool>((x, y) => x.LessEqual(y), 0,
            (-9223372036854775808, 9223372036854775807, true), (1, -1, false), (7, 7, true));
        Check.Binary<ulong, ulong, bool>((x, y) => x.LessEqual(y), 0,
            (0, 18446744073709551615, true), (9223372036854775808, 9223372036854775807, false), (7, 7, true));
    }

    [DeviceFact]
    public void Greater_IsFalseForNaN_AndKnowsUnsignedFromSigned()
    {
        Check.Binary<double, double, bool>((x, y) => x.Greater(y), 0,
            (1, 2, false), (2, 1, true), (1, 1, false), (-1, 1, false), (0, -0.0, false), (-Inf, Inf, false), (Inf, Inf, false),
            (NaN, NaN, false), (NaN, 1, false), (1, NaN, false));
        Check.Binary<float, float, bool>((x, y) => x.Greater(y), 0,
            (1, 2, false), (2, 1, true), (1, 1, false), (0, -0f, false), (NaN, 1, false), (1, NaN, false));
        Check.Binary<Half, Half, bool>((x, y) => x.Greater(y), 0,
            ((Half)1, (Half)2, false), ((Half)2, (Half)1, true), ((Half)1, (Half)1, false), ((Half)NaN, (Half)1, false),
            ((Half)(-1), (Half)1, false));
        Check.Binary<sbyte, sbyte, bool>((x, y) => x.Greater(y), 0, (-128, 127, false), (127, -128, true), (-1, -1, false), (1, 2, false));
        Check.Binary<byte, byte, bool>((x, y) => x.Greater(y), 0, (0, 255, false), (255, 0, true), (128, 127, true), (7, 7, false));
        Check.Binary<uint, uint, bool>((x, y) => x.Greater(y), 0, (0, 4294967295, false), (2147483648, 2147483647, true), (7, 7, false));
        Check.Binary<long, long, bool>((x, y) => x.Greater(y), 0,
            (-9223372036854775808, 9223372036854775807, false), (1, -1, true), (7, 7, false));
        Check.Binary<ulong, ulong, bool>((x, y) => x.Greater(y), 0,
            (0, 18446744073709551615, false), (9223372036854775808, 9223372036854775807, true), (7, 7, false));
    }

    [DeviceFact]
    public void GreaterEqual_IsFalseForNaN_AndKnowsUnsignedFromSigned()
    {
        Check.Binary<double, double, bool>((x, y) => x.GreaterEqual(y), 0,
            (1, 2, false), (2, 1, true), (1, 1, true), (-1, 1, false), (0, -0.0, true), (-Inf, Inf, false), (Inf, Inf, true),
            (NaN, NaN, false), (NaN, 1, false), (1, NaN, false));
        Check.Binary<float, float, bool>((x, y) => x.GreaterEqual(y), 0,
            (1, 2, false), (2, 1, true), (1, 1, true), (0, -0f, true), (NaN, 1, false), (1, NaN, false));
        Check.Binary<Half, Half, bool>((x, y) => x.GreaterEqual(y), 0,
            ((Half)1, (Half)2, false), ((Half)2, (Half)1, true), ((Half)1, (Half)1, true), ((Half)NaN, (Half)1, false),
            ((Half)(-1), (Half)1, false));
        Check.Binary<sbyte, sbyte, bool>((x, y) => x.GreaterEqual(y), 0,
            (-128, 127, false), (127, -128, true), (-1, -1, true), (1, 2, false));
        Check.Binary<byte, byte, bool>((x, y) => x.GreaterEqual(y), 0, (0, 255, false), (255, 0, true), (128, 127, true), (7, 7, true));
        Check.Binary<uint, uint, bool>((x, y) => x.GreaterEqual(y), 0,
            (0, 4294967295, false), (2147483648, 2147483647, true), (7, 7, true));
        Check.Binary<long, long, bool>((x, y) => x.GreaterEqual(y), 0,
            (-9223372036854775808, 9223372036854775807, false), (1, -1, true), (7, 7, true));
        Check.Binary<ulong, ulong, bool>((x, y) => x.GreaterEqual(y), 0,
            (0, 18446744073709551615, false), (9223372036854775808, 9223372036854775807, true), (7, 7, true));
    }

    [DeviceFact]
    public void IsClose_MeasuresAgainstTheSecondOperand()
    {
        Check.Binary<double, double, bool>((x, y) => x.IsClose(y, 0.1, 0.01), 0,
            (1, 1.1, true), (1.1, 1, true), (10, 11.2, false), (11.2, 10, false), (0, 0.01, true), (0, 0.02, false), (-5, 5, false),
            (Inf, Inf, true), (Inf, -Inf, false), (Inf, 1E+308, false), (1E+308, Inf, false), (NaN, NaN, false), (NaN, 1, false));
        Check.Binary<float, float, bool>((x, y) => x.IsClose(y, 0.1f, 0.01f), 0,
            (1, 1.05f, true), (11.2f, 10, false), (0, 0.02f, false), (Inf, Inf, true), (1, Inf, false), (NaN, NaN, false));
    }
}
