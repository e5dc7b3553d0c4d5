using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors.Compiler.Tests.Devices;

/// <summary>What C# computes of two numbers, by the name of the operation.</summary>
enum KindOf
{
    Sum, Difference, Product, Negation, Bits, Quotient, Remainder, ByConstants, ShiftLeft, ShiftRight, ShiftRightLogical, ShiftRightByThree, PopCount, LeadingZeroCount,
    TrailingZeroCount, RotateLeft, RotateRight, Min, Max, MinNumber, MaxNumber, MinMagnitude, MaxMagnitude, Abs, CopySign, IsNegative, IsInteger, IsEvenInteger,
    IsOddInteger, IsFinite, IsNaN, Comparisons, Less, Arithmetic, Round, RoundAwayFromZero, FloorAndCeiling, MinMagnitudeNumber, MaxMagnitudeNumber, Sqrt, Sin, Exp, Pow,
    FusedThenLimited, SumThenLimited,
}

/// <summary>An operation of C# on any two numbers of one type.</summary>
sealed record Both(KindOf Kind)
{
    public object Of<T>(T x, T y)
        where T : unmanaged, INumber<T> => (x, y) switch
    {
        (sbyte a, sbyte b) => Integer(a, b),
        (byte a, byte b) => Integer(a, b),
        (short a, short b) => Integer(a, b),
        (ushort a, ushort b) => Integer(a, b),
        (int a, int b) => Integer(a, b),
        (uint a, uint b) => Integer(a, b),
        (long a, long b) => Integer(a, b),
        (ulong a, ulong b) => Integer(a, b),

        // Kernels compute Half in float, but for those that name its limits; so do most of .NET's operators.
        (Half a, Half b) when Kind is KindOf.Arithmetic or KindOf.FloorAndCeiling => (Half)(float)Of((float)a, (float)b),
        (Half a, Half b) when Kind is KindOf.Sin or KindOf.Exp or KindOf.Pow => (Half)(float)Of((float)a, (float)b),
        (Half a, Half b) => Floating(a, b),
        (float a, float b) => Floating(a, b),
        (double a, double b) => Floating(a, b),
        _ => throw new InvalidOperationException(),
    };

    T Integer<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T> => Kind switch
    {
        KindOf.Bits => (~x ^ (x & y)) | y,
        KindOf.ByConstants => (x / T.CreateTruncating(3)) + (x % T.CreateTruncating(5)),
        KindOf.ShiftLeft => KernelMath.ShiftLeft(x, y),
        KindOf.ShiftRight => KernelMath.ShiftRight(x, y),
        KindOf.ShiftRightLogical => KernelMath.ShiftRightLogical(x, y),
        KindOf.ShiftRightByThree => x >>> 3,
        KindOf.PopCount => T.PopCount(x),
        KindOf.LeadingZeroCount => T.LeadingZeroCount(x),
        KindOf.TrailingZeroCount => T.TrailingZeroCount(x),
        KindOf.RotateLeft => T.RotateLeft(x, 3),
        KindOf.RotateRight => T.RotateRight(x, 11),
        _ => Number(x, y),
    };

    T Floating<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> => Kind switch
    {
        KindOf.Arithmetic => (x * y) + (x / y) - y,
        KindOf.Round => T.Round(x),
        KindOf.RoundAwayFromZero => T.Round(x, MidpointRounding.AwayFromZero),
        KindOf.FloorAndCeiling => T.Floor(x) + T.Ceiling(y),
        KindOf.MinMagnitudeNumber => T.MinMagnitudeNumber(x, y),
        KindOf.MaxMagnitudeNumber => T.MaxMagnitudeNumber(x, y),
        KindOf.Sqrt => T.Sqrt(x),
        KindOf.Sin => KernelMath.Sin(x),
        KindOf.Exp => KernelMath.Exp(x),
        KindOf.Pow => KernelMath.Pow(x, y),
        KindOf.FusedThenLimited => T.Min(T.FusedMultiplyAdd(x, y, x), T.MaxValue),
        KindOf.SumThenLimited => T.Min(x + y, T.MaxValue),
        _ => Number(x, y),
    };

    T Number<T>(T x, T y)
        where T : unmanaged, INumber<T> => Kind switch
    {
        KindOf.Sum => x + y,
        KindOf.Difference => x - y,
        KindOf.Product => x * y,
        KindOf.Negation => -x,
        KindOf.Quotient => KernelMath.Divide(x, y),
        KindOf.Remainder => KernelMath.Remainder(x, y),
        KindOf.Min => T.Min(x, y),
        KindOf.Max => T.Max(x, y),
        KindOf.MinNumber => T.MinNumber(x, y),
        KindOf.MaxNumber => T.MaxNumber(x, y),
        KindOf.MinMagnitude => T.MinMagnitude(x, y),
        KindOf.MaxMagnitude => T.MaxMagnitude(x, y),
        KindOf.Abs => KernelMath.Abs(x),
        KindOf.CopySign => KernelMath.CopySign(x, y),
        KindOf.IsNegative => T.IsNegative(x) ? y : T.One,
        KindOf.IsInteger => T.IsInteger(x) ? y : T.One,
        KindOf.IsEvenInteger => T.IsEvenInteger(x) ? y : T.One,
        KindOf.IsOddInteger => T.IsOddInteger(x) ? y : T.One,
        KindOf.IsFinite => T.IsFinite(x) ? y : T.One,
        KindOf.IsNaN => T.IsNaN(x) ? y : T.One,
        KindOf.Comparisons => x < y ? x : x == y ? T.Zero : y,
        KindOf.Less => x != y && !(x >= y) ? x : y,
        _ => throw new InvalidOperationException(Kind.ToString()),
    };
}
