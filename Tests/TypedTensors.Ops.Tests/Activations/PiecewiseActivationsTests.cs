using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>The activations of straight pieces. Values: PyTorch 1.13.</summary>
public class PiecewiseActivationsTests
{
    [DeviceFact]
    public void Relu_CutsBelowZero_OfIntegersToo()
    {
        Check.Unary<double>(x => x.Relu(), 0, (0, 0), (1.5, 1.5), (-2, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.Unary<float>(x => x.Relu(), 0, (0, 0), (1.5f, 1.5f), (-2, 0), (Inf, Inf), (-Inf, 0), (NaN, NaN));
        Check.UnaryHalf(x => x.Relu(), 0, (0, 0), (1.5f, 1.5f), (-2, 0), (NaN, NaN));
        Check.Unary<sbyte>(x => x.Relu(), 0, (0, 0), (5, 5), (-128, 0), (127, 127));
        Check.Unary<byte>(x => x.Relu(), 0, (0, 0), (255, 255));
        Check.Unary<long>(x => x.Relu(), 0, (-1, 0), (7, 7));
    }

    [DeviceFact]
    public void Relu6_CutsAboveSix()
    {
        Check.Unary<double>(x => x.Relu6(), 0, (0, 0), (1.5, 1.5), (-2, 0), (6, 6), (7, 6), (Inf, 6), (-Inf, 0), (NaN, NaN));
        Check.Unary<float>(x => x.Relu6(), 0, (0, 0), (1.5f, 1.5f), (-2, 0), (6, 6), (7, 6), (Inf, 6), (-Inf, 0), (NaN, NaN));
        Check.UnaryHalf(x => x.Relu6(), 1, (0, 0), (1.5f, 1.5f), (-2, 0), (-0.25f, 0), (4, 4), (7, 6), (NaN, NaN));
    }

    [DeviceFact]
    public void LeakyRelu_ScalesTheNegativeSide()
    {
        Check.Unary<double>(x => x.LeakyRelu(0.25), 0, (0, 0), (-0.0, -0.0), (1.5, 1.5), (-2, -0.5), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.LeakyRelu(0.25f), 0, (0, 0), (-0f, -0f), (1.5f, 1.5f), (-2, -0.5f), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.LeakyRelu((Half)(0.25)), 1,
            (0, 0), (1.5f, 1.5f), (-2, -0.5f), (-0.25f, -0.0625f), (4, 4), (7, 7), (NaN, NaN));
    }

    [DeviceFact]
    public void HardSigmoid_IsStraightBetweenMinusThreeAndThree()
    {
        Check.Unary<double>(x => x.HardSigmoid(), 1,
            (0, 0.5), (1.5, 0.75), (-2, 0.16666666666666666), (-3, 0), (3, 1), (-4, 0), (4, 1), (Inf, 1), (-Inf, 0), (NaN, NaN));
        Check.Unary<float>(x => x.HardSigmoid(), 1,
            (0, 0.5f), (1.5f, 0.75f), (-2, 0.16666667f), (-3, 0), (3, 1), (-4, 0), (4, 1), (Inf, 1), (-Inf, 0), (NaN, NaN));
        Check.UnaryHalf(x => x.HardSigmoid(), 1,
            (0, 0.5f), (1.5f, 0.75f), (-2, 0.16662598f), (-0.25f, 0.45825195f), (4, 1), (7, 1), (NaN, NaN));
    }

    [DeviceFact]
    public void HardSwish_IsTheInputTimesItsHardSigmoid()
    {
        Check.Unary<double>(x => x.HardSwish(), 2,
            (0, 0), (1.5, 1.125), (-2, -0.3333333333333333), (-3, -0.0), (3, 3), (-4, -0.0), (4, 4), (2.7, 2.5650000000000004),
            (Inf, Inf), (NaN, NaN));
        Check.Unary<float>(x => x.HardSwish(), 2,
            (0, 0), (1.5f, 1.125f), (-2, -0.33333334f), (-3, -0f), (3, 3), (-4, -0f), (4, 4), (2.7f, 2.565f), (Inf, Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.HardSwish(), 1,
            (0, 0), (1.5f, 1.125f), (-2, -0.33325195f), (-0.25f, -0.11456299f), (4, 4), (7, 7), (NaN, NaN));
    }

    [DeviceFact]
    public void HardTanh_KeepsWithinTheBounds()
    {
        Check.Unary<double>(x => x.HardTanh(-0.5, 2), 0,
            (0, 0), (1.5, 1.5), (-2, -0.5), (-0.5, -0.5), (2, 2), (4, 2), (Inf, 2), (-Inf, -0.5), (NaN, NaN));
        Check.Unary<float>(x => x.HardTanh(-0.5f, 2), 0,
            (0, 0), (1.5f, 1.5f), (-2, -0.5f), (-0.5f, -0.5f), (2, 2), (4, 2), (Inf, 2), (-Inf, -0.5f), (NaN, NaN));
        Check.UnaryHalf(x => x.HardTanh((Half)(-0.5), (Half)(2)), 1,
            (0, 0), (1.5f, 1.5f), (-2, -0.5f), (-0.25f, -0.25f), (4, 2), (7, 2), (NaN, NaN));
    }

    [DeviceFact]
    public void HardShrink_IsZeroWithinLambda()
    {
        Check.Unary<double>(x => x.HardShrink(0.5), 0,
            (0, 0), (1.5, 1.5), (-2, -2), (0.5, 0), (-0.5, 0), (0.25, 0), (-0.25, 0), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.HardShrink(0.5f), 0,
            (0, 0), (1.5f, 1.5f), (-2, -2), (0.5f, 0), (-0.5f, 0), (0.25f, 0), (-0.25f, 0), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.HardShrink((Half)(0.5)), 1, (0, 0), (1.5f, 1.5f), (-2, -2), (-0.25f, 0), (4, 4), (7, 7), (NaN, NaN));
    }

    [DeviceFact]
    public void SoftShrink_MovesTowardZero()
    {
        Check.Unary<double>(x => x.SoftShrink(0.5), 0,
            (0, 0), (1.5, 1), (-2, -1.5), (0.5, 0), (-0.5, 0), (0.25, 0), (-0.25, 0), (Inf, Inf), (-Inf, -Inf));
        Check.Unary<float>(x => x.SoftShrink(0.5f), 0,
            (0, 0), (1.5f, 1), (-2, -1.5f), (0.5f, 0), (-0.5f, 0), (0.25f, 0), (-0.25f, 0), (Inf, Inf), (-Inf, -Inf));
        Check.UnaryHalf(x => x.SoftShrink((Half)(0.5)), 1, (0, 0), (1.5f, 1), (-2, -1.5f), (-0.25f, 0), (4, 3.5f), (7, 6.5f));
    }

    [DeviceFact]
    public void Threshold_ReplacesWhatIsNotAbove()
    {
        Check.Unary<double>(x => x.Threshold(1, -7), 0, (0, -7), (1.5, 1.5), (-2, -7), (1, -7), (4, 4), (Inf, Inf), (-Inf, -7), (NaN, NaN));
        Check.Unary<float>(x => x.Threshold(1, -7), 0,
            (0, -7), (1.5f, 1.5f), (-2, -7), (1, -7), (4, 4), (Inf, Inf), (-Inf, -7), (NaN, NaN));
        Check.UnaryHalf(x => x.Threshold((Half)(1), (Half)(-7)), 1,
            (0, -7), (1.5f, 1.5f), (-2, -7), (-0.25f, -7), (4, 4), (7, 7), (NaN, NaN));
    }

    [DeviceFact]
    public void SoftShrink_KeepsNaN() =>
        Check.Unary<double>(x => x.SoftShrink(0.5), 0, (NaN, NaN), (1, 0.5)); // as later versions of PyTorch; 1.13 gives 0

    [DeviceFact]
    public void LeakyRelu_WithATensorOfSlopes_IsPRelu() =>
        Check.Binary<double>((x, slope) => x.LeakyRelu(slope), 0, (-2, 0.25, -0.5), (-2, 0.5, -1), (3, 0.25, 3), (-1, 0, -0.0));
}
