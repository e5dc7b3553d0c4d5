using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Products of matrices and vectors.</summary>
static class ProductCases
{
    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.MatMul), "2 3 4, 4 5", Refused = "3 4, 3 4")]
    public static object MatMul<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().MatMul(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.Dot), "4, 4", Refused = "4, 3")]
    public static object Dot<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Dot(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.VecDot), "3 4, 4", Refused = "3 4, 3")]
    public static object VecDot<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().VecDot(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.Inner), "3 4, 2 4", Refused = "3 4, 4 3")]
    public static object Inner<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Inner(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.Outer), "3, 4", Refused = "3 4, 4")]
    public static object Outer<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Outer(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.Kron), "3 4, 2 2")]
    public static object Kron<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Kron(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.Tensordot), "3 4 2, 4 2 5", Refused = "3 4 2, 2 4 5")]
    public static object Tensordot<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Tensordot(x.Of<T, TDevice>(1));

    [Case(typeof(TypedTensors.LinearAlgebra), nameof(TypedTensors.LinearAlgebra.Einsum), "3 4, 4 5", Refused = "3 4, 3 5")]
    public static object Einsum<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => TypedTensors.LinearAlgebra.Einsum("ij,jk->ki", x.Of<T, TDevice>(), x.Of<T, TDevice>(1));

    [Case(typeof(FloatingTraces), nameof(FloatingTraces.Trace), "3 4 2", Refused = "3")]
    public static object FloatingTrace<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Trace();

    [Case(typeof(SignedTraces), nameof(SignedTraces.Trace), "3 4 2", Refused = "3", Least = -1)]
    public static object SignedTrace<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Trace();

    [Case(typeof(UnsignedTraces), nameof(UnsignedTraces.Trace), "3 4 2", Refused = "3")]
    public static object UnsignedTrace<T, TDevice>(Given x)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<ulong> => x.Of<T, TDevice>().Trace();
}
