using System.Numerics;

namespace TypedTensors;

/// <summary>The last steps of normalizations, when the moments are known.</summary>
internal static partial class NormalizationKernels
{
    /// <summary><c>(x - mean) / sqrt(variance + epsilon) * weight + bias</c>.</summary>
    [Elementwise]
    internal static T Standardize<T>(T x, T mean, T variance, T weight, T bias, [Scalar] T epsilon)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ((x - mean) / T.Sqrt(variance + epsilon) * weight) + bias;

    /// <summary><c>x / sqrt(meanOfSquares + epsilon) * weight</c>.</summary>
    [Elementwise]
    internal static T ScaleToUnit<T>(T x, T meanOfSquares, T weight, [Scalar] T epsilon)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x / T.Sqrt(meanOfSquares + epsilon) * weight;
}
