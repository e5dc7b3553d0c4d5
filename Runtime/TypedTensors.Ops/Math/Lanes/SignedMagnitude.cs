using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>The magnitude of one number with the sign of another, wrapping for the least integer.</summary>
internal readonly struct SignedMagnitude : ILaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>
    {
        bool isFloating = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half);
        return isFloating ? T.CopySign(x, y) : T.IsNegative(x) == T.IsNegative(y) ? x : -x;
    }
}
