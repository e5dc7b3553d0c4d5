using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Rounding to integral values. Values: NumPy 1.24, unless a test says otherwise.</summary>
public class RoundingTests
{
    [DeviceFact]
    public void Floor_RoundsDown()
    {
        Check.Unary<double>(x => x.Floor(), 0,
            (0, 0), (-0.0, -0.0), (0.5, 0), (-0.5, -1), (1.5, 1), (2.5, 2), (-2.5, -3), (0.49999999999999994, 0), (-0.2, -1), (3.7, 3),
            (-3.7, -4), (4503599627370498, 4503599627370498), (1E+300, 1E+300), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Floor(), 0,
            (0, 0), (-0f, -0f), (0.5f, 0), (-0.5f, -1), (1.5f, 1), (2.5f, 2), (-2.5f, -3), (0.49999997f, 0), (-0.2f, -1), (3.7f, 3),
            (-3.7f, -4), (8388607.5f, 8388607), (1E+30f, 1E+30f), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Floor(), 0,
            (0, 0), (-0f, -0f), (0.5f, 0), (-0.5f, -1), (1.5f, 1), (2.5f, 2), (-2.5f, -3), (-0.19995117f, -1), (3.6992188f, 3),
            (1023.5f, 1023), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Ceil_RoundsUp_AndKeepsTheSignOfZero()
    {
        Check.Unary<double>(x => x.Ceil(), 0,
            (0, 0), (-0.0, -0.0), (0.5, 1), (-0.5, -0.0), (1.5, 2), (2.5, 3), (-2.5, -2), (0.49999999999999994, 1), (-0.2, -0.0),
            (3.7, 4), (-3.7, -3), (4503599627370498, 4503599627370498), (1E+300, 1E+300), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Ceil(), 0,
            (0, 0), (-0f, -0f), (0.5f, 1), (-0.5f, -0f), (1.5f, 2), (2.5f, 3), (-2.5f, -2), (0.49999997f, 1), (-0.2f, -0f), (3.7f, 4),
            (-3.7f, -3), (8388607.5f, 8388608), (1E+30f, 1E+30f), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Ceil(), 0,
            (0, 0), (-0f, -0f), (0.5f, 1), (-0.5f, -0f), (1.5f, 2), (2.5f, 3), (-2.5f, -2), (-0.19995117f, -0f), (3.6992188f, 4),
            (1023.5f, 1024), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Trunc_RoundsTowardZero()
    {
        Check.Unary<double>(x => x.Trunc(), 0,
            (0, 0), (-0.0, -0.0), (0.5, 0), (-0.5, -0.0), (1.5, 1), (2.5, 2), (-2.5, -2), (0.49999999999999994, 0), (-0.2, -0.0),
            (3.7, 3), (-3.7, -3), (4503599627370498, 4503599627370498), (1E+300, 1E+300), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Trunc(), 0,
            (0, 0), (-0f, -0f), (0.5f, 0), (-0.5f, -0f), (1.5f, 1), (2.5f, 2), (-2.5f, -2), (0.49999997f, 0), (-0.2f, -0f), (3.7f, 3),
            (-3.7f, -3), (8388607.5f, 8388607), (1E+30f, 1E+30f), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Trunc(), 0,
            (0, 0), (-0f, -0f), (0.5f, 0), (-0.5f, -0f), (1.5f, 1), (2.5f, 2), (-2.5f, -2), (-0.19995117f, -0f), (3.6992188f, 3),
            (1023.5f, 1023), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Round_TakesTiesToEven()
    {
        Check.Unary<double>(x => x.Round(), 0,
            (0, 0), (-0.0, -0.0), (0.5, 0), (-0.5, -0.0), (1.5, 2), (2.5, 2), (-2.5, -2), (0.49999999999999994, 0), (-0.2, -0.0),
            (3.7, 4), (-3.7, -4), (4503599627370498, 4503599627370498), (1E+300, 1E+300), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Round(), 0,
            (0, 0), (-0f, -0f), (0.5f, 0), (-0.5f, -0f), (1.5f, 2), (2.5f, 2), (-2.5f, -2), (0.49999997f, 0), (-0.2f, -0f), (3.7f, 4),
            (-3.7f, -4), (8388607.5f, 8388608), (1E+30f, 1E+30f), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Round(), 0,
            (0, 0), (-0f, -0f), (0.5f, 0), (-0.5f, -0f), (1.5f, 2), (2.5f, 2), (-2.5f, -2), (-0.19995117f, -0f), (3.6992188f, 4),
            (1023.5f, 1024), (Inf, Inf), (NaN, NaN));
    }

    [DeviceFact]
    public void Frac_HasTheSignOfItsArgument()
    {
        // PyTorch 1.13: infinity less itself is NaN.
        Check.Unary<double>(x => x.Frac(), 0,
            (0, 0), (0.25, 0.25), (-0.25, -0.25), (1.75, 0.75), (-1.75, -0.75), (3, 0), (2.1, 0.10000000000000009),
            (-2.1, -0.10000000000000009), (1E+300, 0), (Inf, NaN), (-Inf, NaN), (NaN, NaN));
        Check.Unary<float>(x => x.Frac(), 0,
            (0, 0), (0.25f, 0.25f), (-0.25f, -0.25f), (1.75f, 0.75f), (-1.75f, -0.75f), (3, 0), (2.1f, 0.099999905f),
            (-2.1f, -0.099999905f), (Inf, NaN), (NaN, NaN));
        Check.UnaryHalf(x => x.Frac(), 0, (0.25f, 0.25f), (-1.75f, -0.75f), (3, 0), (-3, 0), (Inf, NaN));
    }

    [DeviceFact]
    public void Modf_SplitsAndKeepsTheSign()
    {
        Check.Unary<double>(x => x.Modf().Fractional, 0,
            (0, 0), (-0.0, -0.0), (0.25, 0.25), (-0.25, -0.25), (1.75, 0.75), (-1.75, -0.75), (3, 0), (-2, -0.0),
            (2.1, 0.10000000000000009), (1E+300, 0), (Inf, 0), (-Inf, -0.0), (NaN, NaN));
        Check.Unary<double>(x => x.Modf().Integral, 0,
            (0, 0), (-0.0, -0.0), (0.25, 0), (-0.25, -0.0), (1.75, 1), (-1.75, -1), (3, 3), (-2, -2), (2.1, 2), (1E+300, 1E+300),
            (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.Unary<float>(x => x.Modf().Fractional, 0,
            (0, 0), (-0f, -0f), (-0.25f, -0.25f), (1.75f, 0.75f), (-2, -0f), (2.1f, 0.099999905f), (Inf, 0), (-Inf, -0f), (NaN, NaN));
        Check.Unary<float>(x => x.Modf().Integral, 0,
            (0, 0), (-0f, -0f), (-0.25f, -0f), (1.75f, 1), (-2, -2), (2.1f, 2), (Inf, Inf), (-Inf, -Inf), (NaN, NaN));
        Check.UnaryHalf(x => x.Modf().Fractional, 0, (-0f, -0f), (-0.25f, -0.25f), (1.75f, 0.75f), (-2, -0f), (Inf, 0), (NaN, NaN));
    }
}
