using System.Numerics;

namespace TypedTensors.Tests.Conversions;

/// <summary>Conversions by exact integer arithmetic, which share nothing with the processor's conversions.</summary>
internal static class ExactConversion
{
    /// <summary>What <c>Cast</c> documents, for numbers.</summary>
    public static TTo Cast<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        if (IsFloating<TTo>())
        {
            if (!TFrom.IsFinite(value))
            {
                return TFrom.IsNaN(value) ? TTo.CreateTruncating(double.NaN) : TTo.CreateTruncating(TFrom.IsNegative(value) ? double.NegativeInfinity : double.PositiveInfinity);
            }

            return Round<TTo>(Scaled(value), TFrom.IsNegative(value));
        }

        BigInteger integer;
        if (IsFloating<TFrom>())
        {
            (BigInteger lowest, BigInteger highest) = Bounds<TTo>();
            integer = TFrom.IsNaN(value) ? 0
                : !TFrom.IsFinite(value) ? (TFrom.IsNegative(value) ? lowest : highest)
                : BigInteger.Clamp(BigInteger.Divide(Scaled(value), BigInteger.One << Scale), lowest, highest);
            return TTo.CreateChecked(integer);
        }

        // Wrap modulo 2^bits.
        (BigInteger least, BigInteger most) = Bounds<TTo>();
        BigInteger count = most - least + 1;
        integer = BigInteger.Remainder(BigInteger.CreateChecked(value) - least, count);
        return TTo.CreateChecked((integer < 0 ? integer + count : integer) + least);
    }

    /// <summary>Whether <c>NarrowChecked</c> lets a value pass.</summary>
    public static bool Fits<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        if (IsFloating<TFrom>() && IsFloating<TTo>())
        {
            return !TFrom.IsFinite(value) || TTo.IsFinite(Cast<TFrom, TTo>(value));
        }

        return TFrom.IsFinite(value) && TTo.IsFinite(Cast<TFrom, TTo>(value)) && Scaled(value) == Scaled(Cast<TFrom, TTo>(value));
    }

    /// <summary>Every finite value of every dtype is a multiple of 2^-1074.</summary>
    private const int Scale = 1074;

    private static BigInteger Scaled<T>(T value)
        where T : unmanaged, INumber<T>
    {
        if (!IsFloating<T>())
        {
            return BigInteger.CreateChecked(value) << Scale;
        }

        // Half and float are exact in double, whose fields are read off directly.
        long bits = BitConverter.DoubleToInt64Bits(double.CreateChecked(value));
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger significand = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        significand <<= Math.Max(exponent, 1) - 1;
        return bits < 0 ? -significand : significand;
    }

    private static T Round<T>(BigInteger scaled, bool isNegative)
        where T : unmanaged, INumber<T>
    {
        (int precision, int lowestExponent, int bias, int width) =
            typeof(T) == typeof(Half) ? (11, -24, 15, 16) : typeof(T) == typeof(float) ? (24, -149, 127, 32) : (53, -1074, 1023, 64);
        BigInteger magnitude = BigInteger.Abs(scaled);
        var length = (int)magnitude.GetBitLength();
        int drop = Math.Max(length - precision, lowestExponent + Scale);
        BigInteger kept = magnitude >> drop, rest = magnitude - (kept << drop), half = drop == 0 ? 1 : BigInteger.One << (drop - 1);
        if (drop > 0 && (rest > half || (rest == half && !kept.IsEven)))
        {
            kept++;
        }

        if (kept.GetBitLength() > precision)
        {
            kept >>= 1;
            drop++;
        }

        // Value = kept * 2^(drop - Scale), with kept below 2^precision.
        int exponent = drop - Scale + precision - 1 + bias;
        bool isSubnormal = kept < BigInteger.One << (precision - 1);
        ulong field = isSubnormal ? 0 : (ulong)exponent, highest = (2ul * (ulong)bias) + 1;
        ulong bits = field >= highest && !isSubnormal
            ? highest << (precision - 1)
            : (field << (precision - 1)) | (ulong)(kept & ((BigInteger.One << (precision - 1)) - 1));
        bits |= isNegative ? 1ul << (width - 1) : 0;
        return typeof(T) == typeof(Half) ? (T)(object)BitConverter.UInt16BitsToHalf((ushort)bits)
            : typeof(T) == typeof(float) ? (T)(object)BitConverter.UInt32BitsToSingle((uint)bits)
            : (T)(object)BitConverter.UInt64BitsToDouble(bits);
    }

    private static (BigInteger Lowest, BigInteger Highest) Bounds<T>()
        where T : unmanaged
    {
        int bits = System.Runtime.CompilerServices.Unsafe.SizeOf<T>() * 8;
        bool isSigned = typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(int) || typeof(T) == typeof(long);
        return isSigned ? (-(BigInteger.One << (bits - 1)), (BigInteger.One << (bits - 1)) - 1) : (0, (BigInteger.One << bits) - 1);
    }

    private static bool IsFloating<T>() => typeof(T) == typeof(Half) || typeof(T) == typeof(float) || typeof(T) == typeof(double);
}
