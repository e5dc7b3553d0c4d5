using System.Numerics;

namespace TypedTensors.Kernels;

/// <summary>A function of one lane, for what no vector instruction computes.</summary>
internal interface ILaneFunction
{
    /// <summary>Computes one lane.</summary>
    static abstract T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>;
}
