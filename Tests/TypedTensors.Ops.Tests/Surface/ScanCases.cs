using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Running totals.</summary>
static class ScanCases
{
    [Case(typeof(FloatingScans), nameof(FloatingScans.CumSum), "3 4 2", Refused = "3")]
    public static object FloatingCumSum<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().CumSum(1);

    [Case(typeof(SignedScans), nameof(SignedScans.CumSum), "3 4 2", Refused = "3", Least = -1)]
    public static object SignedCumSum<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().CumSum(1);

    [Case(typeof(UnsignedScans), nameof(UnsignedScans.CumSum), "3 4 2", Refused = "3")]
    public static object UnsignedCumSum<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<ulong> => x.Of<T, TDevice>().CumSum(1);

    [Case(typeof(FloatingScans), nameof(FloatingScans.CumProd), "3 4 2", Refused = "3")]
    public static object FloatingCumProd<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().CumProd(1);

    [Case(typeof(SignedScans), nameof(SignedScans.CumProd), "3 4 2", Refused = "3", Least = -1)]
    public static object SignedCumProd<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().CumProd(1);

    [Case(typeof(UnsignedScans), nameof(UnsignedScans.CumProd), "3 4 2", Refused = "3")]
    public static object UnsignedCumProd<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<ulong> => x.Of<T, TDevice>().CumProd(1);

    [Case(typeof(ExtremeScans), nameof(ExtremeScans.CumMax), "3 4 2", Refused = "3")]
    public static object CumMax<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().CumMax(1);

    [Case(typeof(IndexedScans), nameof(IndexedScans.CumMaxIndexed), "3 4 2", Refused = "3")]
    public static object CumMaxIndexed<T>(Given x)
        where T : unmanaged, INumber<T> => x.Of<T>().CumMaxIndexed(1);

    [Case(typeof(ExtremeScans), nameof(ExtremeScans.CumMin), "3 4 2", Refused = "3")]
    public static object CumMin<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().CumMin(1);

    [Case(typeof(IndexedScans), nameof(IndexedScans.CumMinIndexed), "3 4 2", Refused = "3")]
    public static object CumMinIndexed<T>(Given x)
        where T : unmanaged, INumber<T> => x.Of<T>().CumMinIndexed(1);
}
