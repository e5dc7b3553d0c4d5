using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>Counts the zeros above the highest bit that is set.</summary>
internal readonly struct LeadingZeroCountLane : IIntegerLaneFunction
{
    /// <inheritdoc/>
    public static T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => T.LeadingZeroCount(x);
}
