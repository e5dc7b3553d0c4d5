using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Moves bits right and keeps the sign.</summary>
internal readonly struct ShiftRightLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => x >> ShiftCount.Of(y);
}
