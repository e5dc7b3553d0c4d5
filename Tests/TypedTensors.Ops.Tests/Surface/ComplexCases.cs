using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Functions of complex numbers.</summary>
static class ComplexCases
{
    [Case(typeof(ComplexFunctions), nameof(ComplexFunctions.Abs), "3 4")]
    public static object Abs<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().Abs();

    [Case(typeof(ComplexFunctions), nameof(ComplexFunctions.Angle), "3 4")]
    public static object Angle<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().Angle();

    [Case(typeof(ComplexFunctions), nameof(ComplexFunctions.Conj), "3 4")]
    public static object Conj<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().Conj();
}
