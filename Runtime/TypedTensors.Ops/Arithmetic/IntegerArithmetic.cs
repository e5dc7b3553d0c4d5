using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise arithmetic that only integer dtypes have, or that they do in their own way.</summary>
public static partial class IntegerArithmetic
{
    /// <summary>The quotient rounded down, as Python's <c>//</c>, NumPy and PyTorch have it.</summary>
    /// <remarks>Division by zero gives 0, as in NumPy; the least integer divided by -1 wraps to itself.</remarks>
    [Elementwise]
    public static T FloorDivide<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>
    {
        T quotient = x / y;
        T remainder = x % y;
        // IsNegative and not < 0: see Remainder.
        bool isForeign = remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(y);
        return isForeign ? quotient - T.One : quotient;
    }

    /// <summary>The power <c>x ^ y</c>, wrapping; 1 where <c>y</c> is 0.</summary>
    /// <remarks>A negative power is the quotient truncated toward zero, as in PyTorch: 0 but for the bases 1 and -1. NumPy throws there.</remarks>
    [Elementwise]
    public static T Pow<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>
    {
        T result = T.One;
        T factor = x;
        T rest = y; // of a negative power, the bits of 2^n + y: its parity is all that counts for the bases 1 and -1
        for (int bit = 0; bit < 64; bit++)
        {
            if (rest == T.Zero)
            {
                break;
            }

            result = (rest & T.One) != T.Zero ? result * factor : result;
            factor *= factor;
            rest >>>= 1;
        }

        return T.IsNegative(y) && x != T.One && x != -T.One ? T.Zero : result;
    }
}
