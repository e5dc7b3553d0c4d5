namespace TypedTensors.Kernels;

/// <content>The exact floating-point remainder (C's <c>fmod</c>) in whole numbers, for devices without one.</content>
public static partial class KernelMath
{
    /// <summary>What <c>x % y</c> is on the processor, bit for bit.</summary>
    /// <remarks>
    /// The significand of x is moved up to its place by as many bits as a word leaves free, and reduced modulo that of y, in turn. A round takes 8 bits of the
    /// distance between the exponents, of which there are at most 253.
    /// </remarks>
    [KernelFunction(BodyOnly = true)]
    internal static float RemainderBySteps(float x, float y)
    {
        const int Step = 8, Rounds = 32;
        uint dividend = BitConverter.SingleToUInt32Bits(x) & 0x7FFFFFFF, divisor = BitConverter.SingleToUInt32Bits(y) & 0x7FFFFFFF;
        uint sign = BitConverter.SingleToUInt32Bits(x) & 0x80000000;

        // Subnormal numbers have the least exponent, and no leading one.
        int exponentX = Math.Max((int)(dividend >> 23), 1), exponentY = Math.Max((int)(divisor >> 23), 1);
        uint modulus = Math.Max((divisor & 0x7FFFFF) | (divisor >= 0x800000 ? 0x800000u : 0u), 1u);
        uint rest = ((dividend & 0x7FFFFF) | (dividend >= 0x800000 ? 0x800000u : 0u)) % modulus;
        int distance = exponentX - exponentY;
        for (int round = 0; round < Rounds; round++)
        {
            if (distance <= 0)
            {
                break;
            }

            int bits = Math.Min(distance, Step);
            rest = (rest << bits) % modulus;
            distance -= bits;
        }

        // rest · 2^(exponentY - 150): its own exponent as a float is moved, unless the result is subnormal.
        uint whole = BitConverter.SingleToUInt32Bits((float)rest);
        int exponent = (int)(whole >> 23) + exponentY - 150;
        uint result = rest == 0 ? 0 : exponent > 0 ? (whole & 0x7FFFFF) | ((uint)exponent << 23) : rest << (exponentY - 1);
        result = dividend < divisor ? dividend : result;
        bool hasNone = dividend >= 0x7F800000 || divisor > 0x7F800000 || divisor == 0;
        return hasNone ? float.NaN : BitConverter.UInt32BitsToSingle(result | sign);
    }

    /// <summary>What <c>x % y</c> is on the processor, bit for bit.</summary>
    /// <remarks>As for float; a round takes 11 bits of the distance, which is at most 2045.</remarks>
    [KernelFunction(BodyOnly = true)]
    internal static double RemainderBySteps(double x, double y)
    {
        const int Step = 11, Rounds = 186;
        ulong dividend = BitConverter.DoubleToUInt64Bits(x) & 0x7FFFFFFFFFFFFFFF, divisor = BitConverter.DoubleToUInt64Bits(y) & 0x7FFFFFFFFFFFFFFF;
        ulong sign = BitConverter.DoubleToUInt64Bits(x) & 0x8000000000000000;
        int exponentX = Math.Max((int)(dividend >> 52), 1), exponentY = Math.Max((int)(divisor >> 52), 1);
        ulong modulus = Math.Max((divisor & 0xFFFFFFFFFFFFF) | (divisor >= 0x10000000000000 ? 0x10000000000000UL : 0UL), 1UL);
        ulong rest = ((dividend & 0xFFFFFFFFFFFFF) | (dividend >= 0x10000000000000 ? 0x10000000000000UL : 0UL)) % modulus;
        int distance = exponentX - exponentY;
        for (int round = 0; round < Rounds; round++)
        {
            if (distance <= 0)
            {
                break;
            }

            int bits = Math.Min(distance, Step);
            rest = (rest << bits) % modulus;
            distance -= bits;
        }

        ulong whole = BitConverter.DoubleToUInt64Bits((double)rest);
        int exponent = (int)(whole >> 52) + exponentY - 1075;
        ulong result = rest == 0 ? 0 : exponent > 0 ? (whole & 0xFFFFFFFFFFFFF) | ((ulong)exponent << 52) : rest << (exponentY - 1);
        result = dividend < divisor ? dividend : result;
        bool hasNone = dividend >= 0x7FF0000000000000 || divisor > 0x7FF0000000000000 || divisor == 0;
        return hasNone ? double.NaN : BitConverter.UInt64BitsToDouble(result | sign);
    }
}
