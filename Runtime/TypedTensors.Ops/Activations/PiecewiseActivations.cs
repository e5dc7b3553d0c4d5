using System.Numerics;

namespace TypedTensors;

/// <summary>The activation functions that are made of straight pieces, as PyTorch defines them. NaN gives NaN.</summary>
public static partial class PiecewiseActivations
{
    /// <summary>The rectified linear unit <c>max(x, 0)</c>.</summary>
    [Elementwise]
    public static T Relu<T>(T x)
        where T : unmanaged, INumber<T> =>
        T.Max(x, T.Zero);

    /// <summary><c>min(max(x, 0), 6)</c>.</summary>
    [Elementwise]
    public static T Relu6<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Min(T.Max(x, T.Zero), T.CreateChecked(6));

    /// <summary><c>x</c> above zero, else <c>negativeSlope * x</c> (the slope is usually 0.01; a tensor of learned slopes makes it PReLU).</summary>
    [Elementwise]
    public static T LeakyRelu<T>(T x, T negativeSlope)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x > T.Zero ? x : negativeSlope * x;

    /// <summary><c>min(max(x + 3, 0), 6) / 6</c>.</summary>
    [Elementwise]
    public static T HardSigmoid<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Min(T.Max(x + T.CreateChecked(3), T.Zero), T.CreateChecked(6)) / T.CreateChecked(6);

    /// <summary><c>x * hardsigmoid(x)</c> (Howard et al., 2019).</summary>
    [Elementwise]
    public static T HardSwish<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x * (T.Min(T.Max(x + T.CreateChecked(3), T.Zero), T.CreateChecked(6)) / T.CreateChecked(6));

    /// <summary>The element kept between two bounds; PyTorch's default is -1 and 1.</summary>
    [Elementwise]
    public static T HardTanh<T>(T x, T min, T max)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Min(T.Max(x, min), max);

    /// <summary><c>x</c> where its magnitude is above <paramref name="lambda"/>, else 0.</summary>
    [Elementwise]
    public static T HardShrink<T>(T x, T lambda)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Abs(x) <= lambda ? T.Zero : x;

    /// <summary><c>x</c> moved toward zero by <paramref name="lambda"/>, and 0 within that distance of it.</summary>
    [Elementwise]
    public static T SoftShrink<T>(T x, T lambda)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x > lambda ? x - lambda : x < -lambda ? x + lambda : T.IsNaN(x) ? x : T.Zero;

    /// <summary><c>x</c> where it is above <paramref name="threshold"/>, else <paramref name="value"/>.</summary>
    [Elementwise]
    public static T Threshold<T>(T x, T threshold, T value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x <= threshold ? value : x;
}
