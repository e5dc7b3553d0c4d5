using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Moves bits right; what falls out comes in at the left.</summary>
internal readonly struct RotateRightLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => T.RotateRight(x, ShiftCount.Of(y));
}
