using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Moves bits right and brings in zeros.</summary>
internal readonly struct ShiftRightLogicalLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => x >>> ShiftCount.Of(y);
}
