using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Reductions of all numbers, and of bools.</summary>
static class AnyDtypeReductionCases
{
    [Case(typeof(ExtremeReductions), nameof(ExtremeReductions.Max), "3 4 2", Refused = "3")]
    public static object Max<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Max(1);

    [Case(typeof(ExtremeReductions), nameof(ExtremeReductions.Min), "3 4 2", Refused = "3")]
    public static object Min<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Min(1);

    [Case(typeof(ExtremeReductions), nameof(ExtremeReductions.ArgMax), "3 4 2", Refused = "3")]
    public static object ArgMax<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().ArgMax(1);

    [Case(typeof(ExtremeReductions), nameof(ExtremeReductions.ArgMin), "3 4 2", Refused = "3")]
    public static object ArgMin<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().ArgMin(1);

    [Case(typeof(ZeroReductions), nameof(ZeroReductions.CountNonZero), "3 4 2", Refused = "3")]
    public static object CountNonZero<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().CountNonZero(1);

    [Case(typeof(ZeroReductions), nameof(ZeroReductions.Any), "3 4 2", Refused = "3")]
    public static object Any<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Any(1);

    [Case(typeof(ZeroReductions), nameof(ZeroReductions.All), "3 4 2", Refused = "3")]
    public static object All<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().All(1);

    [Case(typeof(BooleanReductions), nameof(BooleanReductions.Sum), "3 4 2", Refused = "3")]
    public static object BooleanSum(Given x) => x.Of<bool>().Sum(1);

    [Case(typeof(BooleanReductions), nameof(BooleanReductions.Mean), "3 4 2", Refused = "3")]
    public static object BooleanMean(Given x) => x.Of<bool>().Mean(1);

    [Case(typeof(BooleanReductions), nameof(BooleanReductions.CountNonZero), "3 4 2", Refused = "3")]
    public static object BooleanCountNonZero(Given x) => x.Of<bool>().CountNonZero(1);

    [Case(typeof(BooleanReductions), nameof(BooleanReductions.Any), "3 4 2", Refused = "3")]
    public static object BooleanAny(Given x) => x.Of<bool>().Any(1);

    [Case(typeof(BooleanReductions), nameof(BooleanReductions.All), "3 4 2", Refused = "3")]
    public static object BooleanAll(Given x) => x.Of<bool>().All(1);
}
