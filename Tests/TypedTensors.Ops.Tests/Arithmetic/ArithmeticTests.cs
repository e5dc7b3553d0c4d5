using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Arithmetic on every numeric dtype. Values: NumPy 1.24 in the dtype itself, unless a test says otherwise.</summary>
public class ArithmeticTests
{
    [DeviceFact]
    public void Add_RoundsFloatsAndWrapsIntegers()
    {
        Check.Binary<double>((x, y) => x.Add(y), 0,
            (0, -0.0, 0), (-0.0, -0.0, -0.0), (0.1, 0.2, 0.30000000000000004), (-1.5, 1.25, -0.25), (1E+308, 1E+308, Inf),
            (Inf, -Inf, NaN), (Inf, 1, Inf), (NaN, 1, NaN));
        Check.Binary<float>((x, y) => x.Add(y), 0,
            (0.1f, 0.2f, 0.3f), (16777216f, 1, 16777216f), (-0f, 0, 0), (-3, 0.5f, -2.5f), (3E+38f, 3E+38f, Inf), (NaN, 0, NaN));
        Check.BinaryHalf((x, y) => x.Add(y), 0,
            (0.099975586f, 0.19995117f, 0.2998047f), (2048, 1, 2048), (65504, 65504, Inf), (-1, 1, 0), (NaN, 1, NaN));
        Check.Binary<sbyte>((x, y) => x.Add(y), 0, (1, 2, 3), (127, 1, -128), (-128, -1, 127), (-5, 3, -2), (100, 100, -56));
        Check.Binary<byte>((x, y) => x.Add(y), 0, (1, 2, 3), (255, 1, 0), (200, 100, 44), (0, 0, 0));
        Check.Binary<short>((x, y) => x.Add(y), 0, (1, 2, 3), (32767, 1, -32768), (-32768, -1, 32767));
        Check.Binary<ushort>((x, y) => x.Add(y), 0, (1, 2, 3), (65535, 2, 1));
        Check.Binary<int>((x, y) => x.Add(y), 0, (1, -2, -1), (2147483647, 1, -2147483648), (-2147483648, -1, 2147483647));
        Check.Binary<uint>((x, y) => x.Add(y), 0, (1, 2, 3), (4294967295, 2, 1));
        Check.Binary<long>((x, y) => x.Add(y), 0,
            (1, -2, -1), (9223372036854775807, 1, -9223372036854775808), (-9223372036854775808, -1, 9223372036854775807));
        Check.Binary<ulong>((x, y) => x.Add(y), 0, (1, 2, 3), (18446744073709551615, 2, 1));
    }

    [DeviceFact]
    public void Subtract_RoundsFloatsAndWrapsIntegers()
    {
        Check.Binary<double>((x, y) => x.Subtract(y), 0,
            (0, 0, 0), (-0.0, 0, -0.0), (0.3, 0.1, 0.19999999999999998), (-1.5, 1.25, -2.75), (-1E+308, 1E+308, -Inf), (Inf, Inf, NaN),
            (1, Inf, -Inf), (NaN, 1, NaN));
        Check.Binary<float>((x, y) => x.Subtract(y), 0,
            (0.3f, 0.1f, 0.20000002f), (16777216f, 0.5f, 16777216f), (-3, 0.5f, -3.5f), (NaN, 0, NaN));
        Check.BinaryHalf((x, y) => x.Subtract(y), 0,
            (0.30004883f, 0.099975586f, 0.20007324f), (2048, 0.5f, 2048), (-65504, 65504, -Inf), (1, 1, 0));
        Check.Binary<sbyte>((x, y) => x.Subtract(y), 0, (1, 2, -1), (-128, 1, 127), (127, -1, -128));
        Check.Binary<byte>((x, y) => x.Subtract(y), 0, (1, 2, 255), (0, 255, 1), (200, 100, 100));
        Check.Binary<int>((x, y) => x.Subtract(y), 0, (1, -2, 3), (-2147483648, 1, 2147483647), (7, 7, 0));
        Check.Binary<ulong>((x, y) => x.Subtract(y), 0, (1, 2, 18446744073709551615), (5, 3, 2));
    }

    [DeviceFact]
    public void Multiply_RoundsFloatsAndWrapsIntegers()
    {
        Check.Binary<double>((x, y) => x.Multiply(y), 0,
            (0, -1, -0.0), (0.1, 3, 0.30000000000000004), (-1.5, -1.25, 1.875), (1E+200, 1E+200, Inf), (5E-324, 0.5, 0), (Inf, 0, NaN),
            (Inf, -2, -Inf), (NaN, 0, NaN));
        Check.Binary<float>((x, y) => x.Multiply(y), 0,
            (0, -1, -0f), (0.1f, 3, 0.3f), (-1.5f, -1.25f, 1.875f), (1E+30f, -1E+30f, -Inf), (1E-30f, 1E-30f, 0), (Inf, 0, NaN));
        Check.BinaryHalf((x, y) => x.Multiply(y), 0, (0.099975586f, 3, 0.2998047f), (256, 256, Inf), (-1.5f, 1.25f, -1.875f), (0, -1, -0f));
        Check.Binary<sbyte>((x, y) => x.Multiply(y), 0, (3, -4, -12), (16, 16, 0), (127, 127, 1), (-128, -1, -128));
        Check.Binary<byte>((x, y) => x.Multiply(y), 0, (3, 4, 12), (16, 16, 0), (255, 255, 1));
        Check.Binary<short>((x, y) => x.Multiply(y), 0, (300, 300, 24464), (-181, 181, -32761), (-32768, -1, -32768));
        Check.Binary<int>((x, y) => x.Multiply(y), 0, (3, -4, -12), (65536, 65536, 0), (46341, 46341, -2147479015));
        Check.Binary<long>((x, y) => x.Multiply(y), 0,
            (3, -4, -12), (4294967296, 4294967296, 0), (3037000500, 3037000500, -9223372036709301616),
            (-9223372036854775808, -1, -9223372036854775808));
        Check.Binary<ulong>((x, y) => x.Multiply(y), 0,
            (3, 4, 12), (4294967296, 4294967297, 4294967296), (18446744073709551615, 18446744073709551615, 1));
    }

    [DeviceFact]
    public void Divide_OfFloats_FollowsIeee754()
    {
        Check.Binary<double>((x, y) => x.Divide(y), 0,
            (1, 3, 0.3333333333333333), (-1, 0, -Inf), (1, -0.0, -Inf), (0, 0, NaN), (1E+308, 1E-10, Inf), (Inf, Inf, NaN), (-7, 2, -3.5),
            (NaN, 2, NaN), (1, Inf, 0));
        Check.Binary<float>((x, y) => x.Divide(y), 0, (1, 3, 0.33333334f), (-1, 0, -Inf), (0, 0, NaN), (-7, 2, -3.5f), (1, -Inf, -0f));
        Check.BinaryHalf((x, y) => x.Divide(y), 0, (1, 3, 0.33325195f), (-1, 0, -Inf), (0, 0, NaN), (-7, 2, -3.5f), (65504, 0.5f, Inf));
    }

    [DeviceFact]
    public void Divide_OfIntegers_TruncatesAndIsZeroByZero()
    {
        // Closed form. PyTorch's div(rounding_mode='trunc') agrees where it does not throw; NumPy has no truncating division.
        Check.Binary<sbyte>((x, y) => x.Divide(y), 0,
            (7, 2, 3), (-7, 2, -3), (7, -2, -3), (-7, -2, 3), (5, 0, 0), (-5, 0, 0), (0, 0, 0), (-128, -1, -128));
        Check.Binary<byte>((x, y) => x.Divide(y), 0, (7, 2, 3), (255, 16, 15), (255, 0, 0), (254, 255, 0));
        Check.Binary<short>((x, y) => x.Divide(y), 0, (-32768, -1, -32768), (-32768, 3, -10922), (32767, -4, -8191), (9, 0, 0));
        Check.Binary<ushort>((x, y) => x.Divide(y), 0, (65535, 2, 32767), (65535, 0, 0), (40000, 3, 13333));
        Check.Binary<int>((x, y) => x.Divide(y), 0,
            (7, -2, -3), (int.MinValue, -1, int.MinValue), (int.MinValue, 7, -306783378), (1, 0, 0), (int.MaxValue, 10, 214748364));
        Check.Binary<uint>((x, y) => x.Divide(y), 0, (uint.MaxValue, 2, 2147483647), (uint.MaxValue, 0, 0), (4000000000, 7, 571428571));
        Check.Binary<long>((x, y) => x.Divide(y), 0,
            (-7, 2, -3), (long.MinValue, -1, long.MinValue), (long.MaxValue, 10, 922337203685477580),
            (long.MinValue, 3, -3074457345618258602), (1, 0, 0));
        Check.Binary<ulong>((x, y) => x.Divide(y), 0,
            (ulong.MaxValue, 10, 1844674407370955161), (ulong.MaxValue, 0, 0), (ulong.MaxValue, ulong.MaxValue, 1));
    }

    [DeviceFact]
    public void Negative_ChangesTheSignAlsoOfZero_AndWrapsUnsigned()
    {
        Check.Unary<double>(x => x.Negative(), 0, (0, -0.0), (-0.0, 0), (1.5, -1.5), (-2, 2), (Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Negative(), 0, (0, -0f), (-0f, 0), (1.5f, -1.5f), (-2, 2), (-Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Negative(), 0, (0, -0f), (-0f, 0), (1.5f, -1.5f), (-2, 2), (Inf, -Inf));
        Check.Unary<sbyte>(x => x.Negative(), 0, (0, 0), (1, -1), (-5, 5), (127, -127), (-128, -128));
        Check.Unary<byte>(x => x.Negative(), 0, (0, 0), (1, 255), (128, 128), (255, 1));
        Check.Unary<ushort>(x => x.Negative(), 0, (0, 0), (1, 65535), (65535, 1));
        Check.Unary<int>(x => x.Negative(), 0, (0, 0), (1, -1), (-2147483648, -2147483648), (2147483647, -2147483647));
        Check.Unary<ulong>(x => x.Negative(), 0, (0, 0), (1, 18446744073709551615), (18446744073709551615, 1));
    }

    [DeviceFact]
    public void Abs_OfTheLeastInteger_IsItself()
    {
        Check.Unary<double>(x => x.Abs(), 0, (0, 0), (-0.0, 0), (1.5, 1.5), (-2, 2), (-Inf, Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Abs(), 0, (0, 0), (-0f, 0), (1.5f, 1.5f), (-2, 2), (-Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Abs(), 0, (-0f, 0), (1.5f, 1.5f), (-65504, 65504), (-Inf, Inf), (NaN, NaN));
        Check.Unary<sbyte>(x => x.Abs(), 0, (0, 0), (1, 1), (-5, 5), (127, 127), (-127, 127), (-128, -128));
        Check.Unary<byte>(x => x.Abs(), 0, (0, 0), (1, 1), (255, 255));
        Check.Unary<short>(x => x.Abs(), 0, (-1, 1), (-32768, -32768), (32767, 32767));
        Check.Unary<int>(x => x.Abs(), 0, (-1, 1), (-2147483648, -2147483648), (2147483647, 2147483647));
        Check.Unary<long>(x => x.Abs(), 0,
            (-1, 1), (-9223372036854775808, -9223372036854775808), (9223372036854775807, 9223372036854775807));
    }

    [DeviceFact]
    public void Square_IsTheProductWithItself()
    {
        Check.Unary<double>(x => x.Square(), 0,
            (0, 0), (-0.0, 0), (1.5, 2.25), (-3, 9), (0.1, 0.010000000000000002), (1E+200, Inf), (-Inf, Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Square(), 0,
            (-0f, 0), (1.5f, 2.25f), (-3, 9), (0.1f, 0.010000001f), (1E+20f, Inf), (-Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Square(), 0, (0.099975586f, 0.009994507f), (-3, 9), (256, Inf), (NaN, NaN));
        Check.Unary<sbyte>(x => x.Square(), 0, (0, 0), (-11, 121), (12, -112), (16, 0), (-128, 0));
        Check.Unary<uint>(x => x.Square(), 0, (3, 9), (65536, 0), (4294967295, 1));
        Check.Unary<long>(x => x.Square(), 0, (-3, 9), (3037000500, -9223372036709301616), (4294967296, 0));
    }

    [DeviceFact]
    public void Sign_KeepsZerosAndNaN()
    {
        // NumPy gives +0 for -0 and PyTorch 0 for NaN; the documented choice is the zero itself, and NaN.
        Check.Unary<double>(x => x.Sign(), 0, (-3.5, -1), (2, 1), (0, 0), (-0.0, -0.0), (5E-324, 1), (Inf, 1), (-Inf, -1), (NaN, NaN));
        Check.Unary<float>(x => x.Sign(), 0, (-3.5f, -1), (2, 1), (0, 0), (-0f, -0f), (-1E-45f, -1), (Inf, 1), (-Inf, -1), (NaN, NaN));
        Check.UnaryHalf(x => x.Sign(), 0, (-3.5f, -1), (2, 1), (0, 0), (-0f, -0f), (NaN, NaN));
        Check.Unary<sbyte>(x => x.Sign(), 0, (-128, -1), (-1, -1), (0, 0), (1, 1), (127, 1));
        Check.Unary<byte>(x => x.Sign(), 0, (0, 0), (1, 1), (255, 1));
        Check.Unary<long>(x => x.Sign(), 0, (-9223372036854775808, -1), (0, 0), (7, 1));
        Check.Unary<ulong>(x => x.Sign(), 0, (0, 0), (18446744073709551615, 1));
    }

    [DeviceFact]
    public void Remainder_TakesTheSignOfTheDivisor()
    {
        Check.Binary<double>((x, y) => x.Remainder(y), 0,
            (7, 3, 1), (-7, 3, 2), (7, -3, -2), (-7, -3, -1), (5.5, 2, 1.5), (-5.5, 2, 0.5), (6, -3, -0.0), (-6, 3, 0), (-0.0, 3, 0),
            (0, -3, -0.0), (1E+17, 3, 1), (-1E-20, 1, 1), (5, Inf, 5), (-5, Inf, Inf), (5, -Inf, -Inf));
        Check.Binary<float>((x, y) => x.Remainder(y), 0,
            (7, 3, 1), (-7, 3, 2), (7, -3, -2), (-7, -3, -1), (5.5f, -2, -0.5f), (6, -3, -0f), (-0f, 3, 0), (10000000000f, 3, 1),
            (5, Inf, 5), (-5, Inf, Inf));
        Check.BinaryHalf((x, y) => x.Remainder(y), 0, (7, 3, 1), (-7, 3, 2), (7, -3, -2), (5.5f, -2, -0.5f), (6, -3, -0f));
        Check.Binary<sbyte>((x, y) => x.Remainder(y), 0, (7, 3, 1), (-7, 3, 2), (7, -3, -2), (-7, -3, -1), (6, -3, 0), (-128, 127, 126));
        Check.Binary<byte>((x, y) => x.Remainder(y), 0, (7, 3, 1), (255, 16, 15), (3, 255, 3));
        Check.Binary<int>((x, y) => x.Remainder(y), 0, (7, -3, -2), (-7, 3, 2), (-2147483648, 7, 5), (2147483647, -10, -3));
        Check.Binary<uint>((x, y) => x.Remainder(y), 0, (7, 3, 1), (4294967295, 10, 5));
        Check.Binary<long>((x, y) => x.Remainder(y), 0,
            (7, -3, -2), (-7, 3, 2), (9223372036854775807, 10, 7), (-9223372036854775808, 10, 2));
        Check.Binary<ulong>((x, y) => x.Remainder(y), 0, (7, 3, 1), (18446744073709551615, 10, 5));
    }

    [DeviceFact]
    public void Remainder_ByZero_IsNaNOrAnIntegersZero()
    {
        Check.Binary<double>((x, y) => x.Remainder(y), 0,
            (5, 0, NaN), (-5, -0.0, NaN), (0, 0, NaN), (Inf, 3, NaN), (NaN, 3, NaN), (3, NaN, NaN));
        Check.Binary<sbyte>((x, y) => x.Remainder(y), 0, (5, 0, 0), (-5, 0, 0), (0, 0, 0) , (-128, -1, 0));
        Check.Binary<byte>((x, y) => x.Remainder(y), 0, (5, 0, 0), (255, 0, 0));
        Check.Binary<int>((x, y) => x.Remainder(y), 0, (5, 0, 0), (-5, 0, 0), (int.MinValue, -1, 0));
        Check.Binary<long>((x, y) => x.Remainder(y), 0, (5, 0, 0), (-5, 0, 0), (long.MinValue, -1, 0));
    }

    [DeviceFact]
    public void Fmod_TakesTheSignOfTheDividend()
    {
        Check.Binary<double>((x, y) => x.Fmod(y), 0,
            (7, 3, 1), (-7, 3, -1), (7, -3, 1), (-7, -3, -1), (5.5, 2, 1.5), (-5.5, 2, -1.5), (-6, 3, -0.0), (-0.0, 3, -0.0),
            (1E+17, 3, 1), (5, Inf, 5), (-5, Inf, -5), (5, 0, NaN), (Inf, 3, NaN), (NaN, 3, NaN), (3, NaN, NaN),
            (1E+308, 1E-308, 3.498445546245627E-309));
        Check.Binary<float>((x, y) => x.Fmod(y), 0,
            (7, 3, 1), (-7, 3, -1), (7, -3, 1), (-6, 3, -0f), (10000000000f, 3, 1), (5, -Inf, 5), (5, 0, NaN), (Inf, 3, NaN),
            (3E+38f, 1E-38f, 4.466392E-39f));
        Check.BinaryHalf((x, y) => x.Fmod(y), 0, (7, 3, 1), (-7, 3, -1), (7, -3, 1), (-6, 3, -0f), (5, 0, NaN));
        Check.Binary<sbyte>((x, y) => x.Fmod(y), 0, (7, 3, 1), (-7, 3, -1), (7, -3, 1), (-7, -3, -1), (5, 0, 0), (-5, 0, 0), (-128, -1, 0));
        Check.Binary<ushort>((x, y) => x.Fmod(y), 0, (7, 3, 1), (65535, 100, 35), (5, 0, 0));
        Check.Binary<int>((x, y) => x.Fmod(y), 0, (7, -3, 1), (-7, 3, -1), (-2147483648, 7, -2), (5, 0, 0));
        Check.Binary<ulong>((x, y) => x.Fmod(y), 0, (7, 3, 1), (18446744073709551615, 10, 5), (5, 0, 0));
    }
}
