using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Moves bits left; what falls out comes in at the right.</summary>
internal readonly struct RotateLeftLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => T.RotateLeft(x, ShiftCount.Of(y));
}
