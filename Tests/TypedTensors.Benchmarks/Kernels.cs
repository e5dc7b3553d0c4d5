namespace TypedTensors.Benchmarks;

/// <summary>A kernel as a user writes it.</summary>
public static partial class Kernels
{
    /// <summary>The tanh form of GELU.</summary>
    [Elementwise]
    public static float Gelu(float x) => 0.5f * x * (1 + MathF.Tanh(0.7978846f * (x + (0.044715f * x * x * x))));
}
