using System.Numerics;

namespace TypedTensors;

/// <summary>The element-wise steps of attention.</summary>
internal static partial class AttentionKernels
{
    /// <summary>A score that is hidden where the key comes after the query.</summary>
    [Elementwise]
    internal static T Causal<T>(T score, int query, int key)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        key > query ? T.NegativeInfinity : score;

    /// <summary><c>exp(x - largest)</c>; 0 where both are negative infinity, since nothing has been seen then.</summary>
    [Elementwise]
    internal static T Share<T>(T x, T largest)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x == T.NegativeInfinity ? T.Zero : T.Exp(x - largest);
}
