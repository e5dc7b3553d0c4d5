using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Moves bits left.</summary>
internal readonly struct ShiftLeftLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => x << ShiftCount.Of(y);
}
