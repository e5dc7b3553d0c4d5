namespace TypedTensors.Benchmarks;

/// <summary>Kernels as a user writes them.</summary>
public static partial class Kernels
{
    /// <summary>The tanh form of GELU.</summary>
    [Elementwise]
    public static float Gelu(float x) => 0.5f * x * (1 + MathF.Tanh(0.7978846f * (x + (0.044715f * x * x * x))));

    /// <summary>A chain of four operators.</summary>
    [Elementwise]
    public static float Chain(float c, float d) => (((c * 2) + d) * c) - d;
}
