using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <content>Sine, cosine and tangent of any number, written by hand: the kernel language has no call that only some lanes make.</content>
/// <remarks>
/// Up to 2^31 they are <see cref="SinReduced(double)"/>, <see cref="CosReduced(double)"/> and <see cref="TanReduced(double)"/>. Of larger
/// numbers, which need π to up to 1200 bits and are rare, <see cref="SinOfLarge(double)"/> and its siblings take each by itself. A vector with such a
/// lane is halved until the others are apart from it, so that a lane's value does not depend on its neighbours. A vector of angles below π/4 needs no
/// reduction, and <see cref="SinSmall(double)"/>, <see cref="CosSmall(double)"/> and <see cref="TanSmall(double)"/> give the same bits sooner.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>The sine of x, in radians.</summary>
    /// <param name="x">Any number; of infinities and NaN the sine is NaN, of ±0 it is ±0.</param>
    /// <returns>See <see cref="SinReduced(double)"/> for the formula and its error, and <see cref="SinOfLarge(double)"/> beyond
    /// 2^31.</returns>
    [KernelFunction(BodyOnly = true)]
    public static double Sin(double x) => Math.Abs(x) > Angles.Limit ? SinOfLarge(x) : SinReduced(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Sin(Vector128<double> x) =>
        Angles.AreReduced(x) ? SinSmall(x) : Angles.AreSmall(x) ? SinReduced(x) : Vector128.Create(Sin(x[0]), Sin(x[1]));

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Sin(Vector256<double> x) =>
        Angles.AreReduced(x) ? SinSmall(x) : Angles.AreSmall(x) ? SinReduced(x) : Vector256.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Sin(Vector512<double> x) =>
        Angles.AreReduced(x) ? SinSmall(x) : Angles.AreSmall(x) ? SinReduced(x) : Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <summary>The cosine of x, in radians.</summary>
    /// <param name="x">Any number; of infinities and NaN the cosine is NaN, of ±0 it is 1.</param>
    /// <returns>See <see cref="CosReduced(double)"/> for the formula and its error, and <see cref="CosOfLarge(double)"/> beyond
    /// 2^31.</returns>
    [KernelFunction(BodyOnly = true)]
    public static double Cos(double x) => Math.Abs(x) > Angles.Limit ? CosOfLarge(x) : CosReduced(x);

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Cos(Vector128<double> x) =>
        Angles.AreReduced(x) ? CosSmall(x) : Angles.AreSmall(x) ? CosReduced(x) : Vector128.Create(Cos(x[0]), Cos(x[1]));

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Cos(Vector256<double> x) =>
        Angles.AreReduced(x) ? CosSmall(x) : Angles.AreSmall(x) ? CosReduced(x) : Vector256.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    /// <inheritdoc cref="Cos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Cos(Vector512<double> x) =>
        Angles.AreReduced(x) ? CosSmall(x) : Angles.AreSmall(x) ? CosReduced(x) : Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    /// <summary>The tangent of x, in radians.</summary>
    /// <param name="x">Any number; of infinities and NaN the tangent is NaN, of ±0 it is ±0.</param>
    /// <returns>See <see cref="TanReduced(double)"/> for the formula and its error, and <see cref="TanOfLarge(double)"/> beyond
    /// 2^31.</returns>
    [KernelFunction(BodyOnly = true)]
    public static double Tan(double x) => Math.Abs(x) > Angles.Limit ? TanOfLarge(x) : TanReduced(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<double> Tan(Vector128<double> x) =>
        Angles.AreReduced(x) ? TanSmall(x) : Angles.AreSmall(x) ? TanReduced(x) : Vector128.Create(Tan(x[0]), Tan(x[1]));

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<double> Tan(Vector256<double> x) =>
        Angles.AreReduced(x) ? TanSmall(x) : Angles.AreSmall(x) ? TanReduced(x) : Vector256.Create(Tan(x.GetLower()), Tan(x.GetUpper()));

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Tan(Vector512<double> x) =>
        Angles.AreReduced(x) ? TanSmall(x) : Angles.AreSmall(x) ? TanReduced(x) : Vector512.Create(Tan(x.GetLower()), Tan(x.GetUpper()));
}

/// <summary>Where the reduced functions may be used.</summary>
file static class Angles
{
    /// <summary>The largest argument for which the reduction is exact enough; see TrigonometricCore.cs.</summary>
    public const double Limit = 2147483648;

    /// <summary>Up to here, a little below π/4, the reduction leaves the argument as it is.</summary>
    public const double ReducedLimit = 0.785;

    public static bool AreReduced(Vector128<double> x) => Vector128.LessThanOrEqualAll(Vector128.Abs(x), Vector128.Create(ReducedLimit));

    public static bool AreReduced(Vector256<double> x) => Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(ReducedLimit));

    public static bool AreReduced(Vector512<double> x) => Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(ReducedLimit));

    public static bool AreSmall(Vector128<double> x) => Vector128.LessThanOrEqualAll(Vector128.Abs(x), Vector128.Create(Limit));

    public static bool AreSmall(Vector256<double> x) => Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(Limit));

    public static bool AreSmall(Vector512<double> x) => Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(Limit));
}
