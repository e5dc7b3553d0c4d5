using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>The quotient of integers truncated toward zero, 0 by zero, and wrapping; that of floating numbers as C# has it.</summary>
internal readonly struct Quotient : ILaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>
    {
        bool isInteger = typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(Half);
        if (T.IsZero(y))
        {
            return isInteger ? T.Zero : x / y;
        }

        // The least integer divided by -1 overflows; wrapped, it is itself.
        return isInteger && T.IsNegative(y) && y == -T.One ? -x : x / y;
    }
}
