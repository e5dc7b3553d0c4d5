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
        bool isForeign = remainder != T.Zero && (remainder < T.Zero) != (y < T.Zero);
        return isForeign ? quotient - T.One : quotient;
    }
}
