using System.Numerics;

namespace TypedTensors;

/// <summary>The element-wise step of dropout.</summary>
internal static partial class DropoutKernels
{
    /// <summary><c>x * scale</c> where the draw is at least the probability, else 0.</summary>
    [Elementwise]
    internal static T Drop<T>(T x, float draw, [Scalar] float probability, [Scalar] T scale)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        draw >= probability ? x * scale : T.Zero;
}
