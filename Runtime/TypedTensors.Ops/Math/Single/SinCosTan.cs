using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels;

/// <content>Sine, cosine and tangent of any float, written by hand: the kernel language has no call that only some lanes
/// make.</content>
/// <remarks>
/// Larger numbers than 2^17 need pi to up to 150 bits and are rare: <see cref="SinOfLarge(float)"/> and its siblings
/// take each by itself. A vector with such a lane is halved until the others are apart from it, so that a lane's value does not
/// depend on its neighbours.
/// </remarks>
public static partial class KernelMath
{
    /// <summary>The sine of x, in radians.</summary>
    /// <remarks>
    /// Up to 2^17 <see cref="SinReduced(float)"/>, and <see cref="SinOfLarge(float)"/> beyond. Largest error over all floats: 0.83 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±0 at ±0; NaN at ±inf and NaN.</returns>
    [KernelFunction(BodyOnly = true)]
    public static float Sin(float x) => MathF.Abs(x) > AngleLimit ? SinOfLarge(x) : SinReduced(x);

    /// <summary>The cosine of x, in radians.</summary>
    /// <remarks>
    /// Up to 2^17 <see cref="CosReduced(float)"/>, and <see cref="CosOfLarge(float)"/> beyond. Largest error over all floats: 0.84 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>1 at ±0; NaN at ±inf and NaN.</returns>
    [KernelFunction(BodyOnly = true)]
    public static float Cos(float x) => MathF.Abs(x) > AngleLimit ? CosOfLarge(x) : CosReduced(x);

    /// <summary>The tangent of x, in radians.</summary>
    /// <remarks>
    /// Up to 2^17 <see cref="TanReduced(float)"/>, and <see cref="TanOfLarge(float)"/> beyond. Largest error over all floats: 1.04 ULP.
    /// </remarks>
    /// <param name="x">Any number.</param>
    /// <returns>±0 at ±0; NaN at ±inf and NaN.</returns>
    [KernelFunction(BodyOnly = true)]
    public static float Tan(float x) => MathF.Abs(x) > AngleLimit ? TanOfLarge(x) : TanReduced(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Sin(Vector128<float> x) =>
        HasLargeAngle(x) ? Vector128.Create(Sin(x[0]), Sin(x[1]), Sin(x[2]), Sin(x[3])) : SinReduced(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<float> Sin(Vector256<float> x) =>
        HasLargeAngle(x) ? Vector256.Create(Sin(x.GetLower()), Sin(x.GetUpper())) : SinReduced(x);

    /// <inheritdoc cref="Sin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Sin(Vector512<float> x) =>
        HasLargeAngle(x) ? Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper())) : SinReduced(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Cos(Vector128<float> x) =>
        HasLargeAngle(x) ? Vector128.Create(Cos(x[0]), Cos(x[1]), Cos(x[2]), Cos(x[3])) : CosReduced(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<float> Cos(Vector256<float> x) =>
        HasLargeAngle(x) ? Vector256.Create(Cos(x.GetLower()), Cos(x.GetUpper())) : CosReduced(x);

    /// <inheritdoc cref="Cos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Cos(Vector512<float> x) =>
        HasLargeAngle(x) ? Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper())) : CosReduced(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Tan(Vector128<float> x) =>
        HasLargeAngle(x) ? Vector128.Create(Tan(x[0]), Tan(x[1]), Tan(x[2]), Tan(x[3])) : TanReduced(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector256<float> Tan(Vector256<float> x) =>
        HasLargeAngle(x) ? Vector256.Create(Tan(x.GetLower()), Tan(x.GetUpper())) : TanReduced(x);

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Tan(Vector512<float> x) =>
        HasLargeAngle(x) ? Vector512.Create(Tan(x.GetLower()), Tan(x.GetUpper())) : TanReduced(x);

    static bool HasLargeAngle(Vector128<float> x) => Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(AngleLimit));

    static bool HasLargeAngle(Vector256<float> x) => Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(AngleLimit));

    static bool HasLargeAngle(Vector512<float> x) => Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(AngleLimit));
}
