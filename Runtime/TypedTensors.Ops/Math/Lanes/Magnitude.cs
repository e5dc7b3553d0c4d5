using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>The absolute value, wrapping for the least integer.</summary>
internal readonly struct Magnitude : ILaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>
    {
        bool isFloating = typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half);
        return isFloating ? T.Abs(x) : T.IsNegative(x) ? -x : x;
    }
}
