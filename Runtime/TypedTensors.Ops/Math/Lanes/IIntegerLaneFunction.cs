using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>A function of one lane of integers, for what no vector instruction computes.</summary>
internal interface IIntegerLaneFunction
{
    /// <summary>Computes one lane.</summary>
    static abstract T Invoke<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>;
}
