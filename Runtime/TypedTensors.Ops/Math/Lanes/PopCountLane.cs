using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Counts the bits that are set.</summary>
internal readonly struct PopCountLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => T.PopCount(x);
}
