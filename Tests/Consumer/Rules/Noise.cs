using TypedTensors;

/// <summary>A kernel that yields no code: its report comes out of the package.</summary>
public static partial class Noise
{
    static float seed = 1;

    /// <summary>Adds a value that may change between calls.</summary>
    [Elementwise]
    public static float AddNoise(float x) => x + seed;
}
