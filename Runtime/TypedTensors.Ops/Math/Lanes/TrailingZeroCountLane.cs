using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Counts the zeros below the lowest bit that is set.</summary>
internal readonly struct TrailingZeroCountLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => T.TrailingZeroCount(x);
}
