namespace TypedTensors.Direct3D.Copies;

/// <summary>Doubles moved as they are: HLSL has no integers of their size to stand for them.</summary>
internal static partial class DoubleCopies
{
    [Elementwise]
    internal static double Copy(double x) => x;

    /// <summary>What is there before is not read: it does not count for the result.</summary>
    [Elementwise]
    internal static double Set(double x, double value) => value;
}
