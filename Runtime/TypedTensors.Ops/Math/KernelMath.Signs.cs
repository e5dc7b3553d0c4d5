using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels;

/// <summary>Signs of numbers whose type is a type parameter, wrapping where .NET throws.</summary>
public static partial class KernelMath
{
    /// <summary>The absolute value; of the least integer, itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Abs<T>(T x)
        where T : unmanaged => LaneWise.Lane<T, Magnitude>(x, x);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="y"/>; of the least integer, itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CopySign<T>(T x, T y)
        where T : unmanaged => LaneWise.Lane<T, SignedMagnitude>(x, y);
}
