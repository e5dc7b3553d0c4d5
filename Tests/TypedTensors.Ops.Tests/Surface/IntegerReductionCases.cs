using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Reductions of integers.</summary>
static class IntegerReductionCases
{
    [Case(typeof(IntegerReductions), nameof(IntegerReductions.Mean), "3 4 2", Refused = "3")]
    public static object Mean<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputesFunctions<double> => x.Of<T, TDevice>().Mean(1);

    [Case(typeof(IntegerReductions), nameof(IntegerReductions.Var), "3 4 2", Refused = "3")]
    public static object Var<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputesFunctions<double> => x.Of<T, TDevice>().Var(1);

    [Case(typeof(IntegerReductions), nameof(IntegerReductions.Std), "3 4 2", Refused = "3")]
    public static object Std<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputesFunctions<double> => x.Of<T, TDevice>().Std(1);

    [Case(typeof(SignedReductions), nameof(SignedReductions.Sum), "3 4 2", Refused = "3", Least = -1)]
    public static object SignedSum<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Sum(1);

    [Case(typeof(UnsignedReductions), nameof(UnsignedReductions.Sum), "3 4 2", Refused = "3")]
    public static object UnsignedSum<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<ulong> => x.Of<T, TDevice>().Sum(1);

    [Case(typeof(SignedReductions), nameof(SignedReductions.Prod), "3 4 2", Refused = "3", Least = -1)]
    public static object SignedProd<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Prod(1);

    [Case(typeof(UnsignedReductions), nameof(UnsignedReductions.Prod), "3 4 2", Refused = "3")]
    public static object UnsignedProd<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<ulong> => x.Of<T, TDevice>().Prod(1);
}
