using System.Numerics;

namespace TypedTensors;

/// <summary>Element-wise hyperbolic functions of floating dtypes.</summary>
public static partial class Hyperbolic
{
    /// <summary>The hyperbolic sine.</summary>
    [Elementwise]
    public static T Sinh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Sinh(x);

    /// <summary>The hyperbolic cosine.</summary>
    [Elementwise]
    public static T Cosh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Cosh(x);

    /// <summary>The hyperbolic tangent.</summary>
    [Elementwise]
    public static T Tanh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Tanh(x);

    /// <summary>The inverse hyperbolic sine.</summary>
    [Elementwise]
    public static T Asinh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Asinh(x);

    /// <summary>The inverse hyperbolic cosine; NaN below 1.</summary>
    [Elementwise]
    public static T Acosh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Acosh(x);

    /// <summary>The inverse hyperbolic tangent; NaN outside [-1, 1].</summary>
    [Elementwise]
    public static T Atanh<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Atanh(x);
}
