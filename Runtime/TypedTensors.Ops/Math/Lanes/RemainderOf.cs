using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>The remainder with the sign of the dividend; 0 for integers by zero.</summary>
internal readonly struct RemainderOf : ILaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>
    {
        bool isInteger = typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(Half);
        bool hasNone = isInteger && (T.IsZero(y) || (T.IsNegative(y) && y == -T.One));
        return hasNone ? T.Zero : x % y;
    }
}
