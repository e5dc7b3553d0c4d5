using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Choice between operands. Values: NumPy 1.24, unless a test says otherwise.</summary>
public class SelectionTests
{
    [DeviceFact]
    public void Where_ChoosesForEachElement()
    {
        Check.Ternary<bool, double>((condition, x, y) => condition.Where(x, y), 0,
            (true, 1, 2, 1), (false, 1, 2, 2), (true, NaN, 2, NaN), (false, NaN, -0.0, -0.0), (true, -Inf, 0, -Inf));
        Check.Ternary<bool, float>((condition, x, y) => condition.Where(x, y), 0, (true, 1, 2, 1), (false, 1, 2, 2), (false, 0, NaN, NaN));
        Check.Ternary<bool, sbyte>((condition, x, y) => condition.Where(x, y), 0, (true, 1, -2, 1), (false, 1, -2, -2));
        Check.Ternary<bool, ushort>((condition, x, y) => condition.Where(x, y), 0, (true, 1, 65535, 1), (false, 1, 65535, 65535));
        Check.Ternary<bool, int>((condition, x, y) => condition.Where(x, y), 0, (true, 1, -2, 1), (false, 1, -2, -2));
        Check.Ternary<bool, ulong>((condition, x, y) => condition.Where(x, y), 0,
            (true, ulong.MaxValue, 0, ulong.MaxValue), (false, 1, 2, 2));
        Check.Ternary<bool, bool>((condition, x, y) => condition.Where(x, y), 0, (true, true, false, true), (false, true, false, false));
        Check.Ternary<bool, Half>((condition, x, y) => condition.Where(x, y), 0,
            (true, (Half)1, (Half)2, (Half)1), (false, (Half)1, (Half)2, (Half)2));
    }

    [DeviceFact]
    public void Where_BroadcastsScalars()
    {
        Tensor<bool, Device> condition = new[] { true, false, true }.AsTensor().To<Device>();

        Check.Elements(condition.Where(1.5, new[] { 7.0, 8, 9 }.AsTensor().To<Device>()), 1.5, 8, 1.5);
        Check.Elements(condition.Where(new[] { 7, 8, 9 }.AsTensor().To<Device>(), -1), 7, -1, 9);
    }

    [DeviceFact]
    public void Maximum_PropagatesNaN()
    {
        Check.Binary<double>((x, y) => x.Maximum(y), 0,
            (1, 2, 2), (2, 1, 2), (-1, -2, -1), (-Inf, Inf, Inf), (Inf, 1, Inf), (NaN, 1, NaN), (1, NaN, NaN), (NaN, NaN, NaN),
            (NaN, Inf, NaN));
        Check.Binary<float>((x, y) => x.Maximum(y), 0,
            (1, 2, 2), (2, 1, 2), (-1, -2, -1), (-Inf, Inf, Inf), (NaN, 1, NaN), (1, NaN, NaN), (NaN, NaN, NaN));
        Check.BinaryHalf((x, y) => x.Maximum(y), 0, (1, 2, 2), (-1, -2, -1), (NaN, 1, NaN), (1, NaN, NaN));
        Check.Binary<sbyte>((x, y) => x.Maximum(y), 0, (1, 2, 2), (-1, 1, 1), (-128, 127, 127), (5, 5, 5));
        Check.Binary<byte>((x, y) => x.Maximum(y), 0, (1, 2, 2), (255, 1, 255), (128, 127, 128));
        Check.Binary<uint>((x, y) => x.Maximum(y), 0, (1, 4294967295, 4294967295), (2147483648, 2147483647, 2147483648));
        Check.Binary<long>((x, y) => x.Maximum(y), 0, (1, -1, 1), (-9223372036854775808, 9223372036854775807, 9223372036854775807));
        Check.Binary<ulong>((x, y) => x.Maximum(y), 0, (1, 2, 2), (9223372036854775808, 9223372036854775807, 9223372036854775808));
    }

    [DeviceFact]
    public void Minimum_PropagatesNaN()
    {
        Check.Binary<double>((x, y) => x.Minimum(y), 0,
            (1, 2, 1), (2, 1, 1), (-1, -2, -2), (-Inf, Inf, -Inf), (Inf, 1, 1), (NaN, 1, NaN), (1, NaN, NaN), (NaN, NaN, NaN),
            (NaN, Inf, NaN));
        Check.Binary<float>((x, y) => x.Minimum(y), 0,
            (1, 2, 1), (2, 1, 1), (-1, -2, -2), (-Inf, Inf, -Inf), (NaN, 1, NaN), (1, NaN, NaN), (NaN, NaN, NaN));
        Check.BinaryHalf((x, y) => x.Minimum(y), 0, (1, 2, 1), (-1, -2, -2), (NaN, 1, NaN), (1, NaN, NaN));
        Check.Binary<sbyte>((x, y) => x.Minimum(y), 0, (1, 2, 1), (-1, 1, -1), (-128, 127, -128), (5, 5, 5));
        Check.Binary<byte>((x, y) => x.Minimum(y), 0, (1, 2, 1), (255, 1, 1), (128, 127, 127));
        Check.Binary<uint>((x, y) => x.Minimum(y), 0, (1, 4294967295, 1), (2147483648, 2147483647, 2147483647));
        Check.Binary<long>((x, y) => x.Minimum(y), 0, (1, -1, -1), (-9223372036854775808, 9223372036854775807, -9223372036854775808));
        Check.Binary<ulong>((x, y) => x.Minimum(y), 0, (1, 2, 1), (9223372036854775808, 9223372036854775807, 9223372036854775807));
    }

    [DeviceFact]
    public void FMax_PrefersNumbersToNaN()
    {
        Check.Binary<double>((x, y) => x.FMax(y), 0,
            (1, 2, 2), (2, 1, 2), (-1, -2, -1), (-Inf, Inf, Inf), (Inf, 1, Inf), (NaN, 1, 1), (1, NaN, 1), (NaN, NaN, NaN),
            (NaN, Inf, Inf));
        Check.Binary<float>((x, y) => x.FMax(y), 0,
            (1, 2, 2), (2, 1, 2), (-1, -2, -1), (-Inf, Inf, Inf), (NaN, 1, 1), (1, NaN, 1), (NaN, NaN, NaN));
        Check.BinaryHalf((x, y) => x.FMax(y), 0, (1, 2, 2), (-1, -2, -1), (NaN, 1, 1), (1, NaN, 1));
        Check.Binary<sbyte>((x, y) => x.FMax(y), 0, (1, 2, 2), (-1, 1, 1), (-128, 127, 127), (5, 5, 5));
        Check.Binary<byte>((x, y) => x.FMax(y), 0, (1, 2, 2), (255, 1, 255), (128, 127, 128));
        Check.Binary<uint>((x, y) => x.FMax(y), 0, (1, 4294967295, 4294967295), (2147483648, 2147483647, 2147483648));
        Check.Binary<long>((x, y) => x.FMax(y), 0, (1, -1, 1), (-9223372036854775808, 9223372036854775807, 9223372036854775807));
        Check.Binary<ulong>((x, y) => x.FMax(y), 0, (1, 2, 2), (9223372036854775808, 9223372036854775807, 9223372036854775808));
    }

    [DeviceFact]
    public void FMin_PrefersNumbersToNaN()
    {
        Check.Binary<double>((x, y) => x.FMin(y), 0,
            (1, 2, 1), (2, 1, 1), (-1, -2, -2), (-Inf, Inf, -Inf), (Inf, 1, 1), (NaN, 1, 1), (1, NaN, 1), (NaN, NaN, NaN),
            (NaN, Inf, Inf));
        Check.Binary<float>((x, y) => x.FMin(y), 0,
            (1, 2, 1), (2, 1, 1), (-1, -2, -2), (-Inf, Inf, -Inf), (NaN, 1, 1), (1, NaN, 1), (NaN, NaN, NaN));
        Check.BinaryHalf((x, y) => x.FMin(y), 0, (1, 2, 1), (-1, -2, -2), (NaN, 1, 1), (1, NaN, 1));
        Check.Binary<sbyte>((x, y) => x.FMin(y), 0, (1, 2, 1), (-1, 1, -1), (-128, 127, -128), (5, 5, 5));
        Check.Binary<byte>((x, y) => x.FMin(y), 0, (1, 2, 1), (255, 1, 1), (128, 127, 127));
        Check.Binary<uint>((x, y) => x.FMin(y), 0, (1, 4294967295, 1), (2147483648, 2147483647, 2147483647));
        Check.Binary<long>((x, y) => x.FMin(y), 0, (1, -1, -1), (-9223372036854775808, 9223372036854775807, -9223372036854775808));
        Check.Binary<ulong>((x, y) => x.FMin(y), 0, (1, 2, 1), (9223372036854775808, 9223372036854775807, 9223372036854775807));
    }

    [DeviceFact]
    public void Clamp_KeepsNaN_AndLetsTheUpperBoundWin()
    {
        Check.Ternary<double>((x, min, max) => x.Clamp(min, max), 0,
            (0.5, 0, 1, 0.5), (-3, 0, 1, 0), (3, 0, 1, 1), (-Inf, 0, 1, 0), (Inf, 0, 1, 1), (NaN, 0, 1, NaN), (0, 2, 1, 1),
            (5, -Inf, Inf, 5), (0.5, NaN, 1, NaN), (0.5, 0, NaN, NaN));
        Check.Ternary<float>((x, min, max) => x.Clamp(min, max), 0,
            (0.5f, 0, 1, 0.5f), (-3, 0, 1, 0), (3, 0, 1, 1), (NaN, 0, 1, NaN), (0, 2, 1, 1));
        Check.Ternary<sbyte>((x, min, max) => x.Clamp(min, max), 0,
            (5, -10, 10, 5), (-128, -10, 10, -10), (127, -10, 10, 10), (0, 5, 3, 3));
        Check.Ternary<byte>((x, min, max) => x.Clamp(min, max), 0, (5, 10, 200, 10), (255, 10, 200, 200), (100, 10, 200, 100));
        Check.Ternary<int>((x, min, max) => x.Clamp(min, max), 0, (5, -10, 10, 5), (-2147483648, -10, 10, -10), (11, -10, 10, 10));
        Check.Ternary<ulong>((x, min, max) => x.Clamp(min, max), 0, (5, 10, 200, 10), (18446744073709551615, 10, 200, 200));
        Check.UnaryHalf(x => x.Clamp((Half)0, (Half)1), 0, (0.5f, 0.5f), (-3, 0), (3, 1), (NaN, NaN));
    }

    [DeviceFact]
    public void Heaviside_TakesTheGivenValueAtBothZeros()
    {
        Check.Binary<double>((x, atZero) => x.Heaviside(atZero), 0,
            (-2, 0.5, 0), (2, 0.5, 1), (0, 0.5, 0.5), (-0.0, 0.5, 0.5), (0, NaN, NaN), (1, NaN, 1), (NaN, 0.5, NaN), (-Inf, 0.5, 0),
            (Inf, 0.5, 1));
        Check.Binary<float>((x, atZero) => x.Heaviside(atZero), 0,
            (-2, 0.5f, 0), (2, 0.5f, 1), (0, 0.5f, 0.5f), (-0f, 0.25f, 0.25f), (NaN, 0.5f, NaN), (-Inf, 0.5f, 0));
        Check.BinaryHalf((x, atZero) => x.Heaviside(atZero), 0, (-2, 0.5f, 0), (2, 0.5f, 1), (0, 0.5f, 0.5f), (NaN, 0.5f, NaN));
    }

    [DeviceFact]
    public void NanToNum_ReplacesWhatIsNotFinite()
    {
        Check.Unary<double>(x => x.NanToNum(7, 8,
            -9), 0, (0, 0), (-0.0, -0.0), (1.5, 1.5), (-1E+308, -1E+308), (NaN, 7), (Inf, 8), (-Inf, -9));
        Check.Unary<float>(x => x.NanToNum(7, 8,
            -9), 0, (0, 0), (-0f, -0f), (1.5f, 1.5f), (-3E+38f, -3E+38f), (NaN, 7), (Inf, 8), (-Inf, -9));
        Check.UnaryHalf(x => x.NanToNum((Half)7, (Half)8, -(Half)9), 0, (1.5f, 1.5f), (NaN, 7), (Inf, 8), (-Inf, -9));
    }
}
