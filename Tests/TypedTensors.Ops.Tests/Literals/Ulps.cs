using System.Numerics;

namespace TypedTensors.Ops.Tests;

/// <summary>Distances between floating numbers in units in the last place.</summary>
static class Ulps
{
    /// <summary>Whether two elements are at most so many ulps apart; other dtypes, and all with 0 ulps, must be equal bit by bit.</summary>
    public static bool AreWithin<T>(T expected, T actual, int ulps)
        where T : unmanaged =>
        (expected, actual) switch
        {
            (double x, double y) => AreWithin(x, y, BitConverter.DoubleToInt64Bits, long.MinValue, ulps),
            (float x, float y) => AreWithin(x, y, value => BitConverter.SingleToInt32Bits(value), int.MinValue, ulps),
            (Half x, Half y) => AreWithin(x, y, value => BitConverter.HalfToInt16Bits(value), short.MinValue, ulps),
            _ => expected.Equals(actual),
        };

    static bool AreWithin<T>(T x, T y, Func<T, long> bitsOf, long signBit, int ulps)
        where T : INumber<T>
    {
        // In order of size the numbers are sign and magnitude; -0 is put one step below 0, so that 0 ulps tell them apart.
        BigInteger Position(long bits) => bits < 0 ? (BigInteger)signBit - bits - 1 : bits;
        return T.IsNaN(x) || T.IsNaN(y)
            ? T.IsNaN(x) && T.IsNaN(y)
            : BigInteger.Abs(Position(bitsOf(x)) - Position(bitsOf(y))) <= ulps;
    }
}
