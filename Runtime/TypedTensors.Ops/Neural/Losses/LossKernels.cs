using System.Numerics;

namespace TypedTensors;

/// <summary>The losses of single elements.</summary>
internal static partial class LossKernels
{
    /// <summary><c>(x - target) ^ 2</c>.</summary>
    [Elementwise]
    internal static T Squared<T>(T x, T target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (x - target) * (x - target);

    /// <summary><c>|x - target|</c>.</summary>
    [Elementwise]
    internal static T Absolute<T>(T x, T target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Abs(x - target);

    /// <summary><c>(x - target) ^ 2 / 2</c> within delta, and beyond it <c>delta * (|x - target| - delta / 2)</c>.</summary>
    [Elementwise]
    internal static T Huber<T>(T x, T target, [Scalar] T delta)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T distance = T.Abs(x - target), half = T.CreateChecked(0.5);
        return distance <= delta ? half * distance * distance : delta * (distance - (half * delta));
    }

    /// <summary><c>-(target * log(x) + (1 - target) * log(1 - x))</c>, the logarithms not below -100.</summary>
    [Elementwise]
    internal static T Bce<T>(T x, T target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T least = T.CreateChecked(-100);
        return ((target - T.One) * T.Max(T.LogP1(-x), least)) - (target * T.Max(T.Log(x), least));
    }

    /// <summary><c>target * (log(target) - x)</c>, 0 for a target of 0.</summary>
    [Elementwise]
    internal static T KlDiv<T>(T x, T target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        target == T.Zero ? T.Zero : target * (T.Log(target) - x);

    /// <summary><c>exp(target) * (target - x)</c>, 0 for a target of negative infinity.</summary>
    [Elementwise]
    internal static T KlDivOfLogarithms<T>(T x, T target)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        target == T.NegativeInfinity ? T.Zero : T.Exp(target) * (target - x);

    /// <summary><c>dot / max(norms, epsilon)</c>, the norms from their squares.</summary>
    [Elementwise]
    internal static T Cosine<T>(T dot, T squareOfLeft, T squareOfRight, [Scalar] T epsilon)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        dot / (T.Max(T.Sqrt(squareOfLeft), epsilon) * T.Max(T.Sqrt(squareOfRight), epsilon));
}
