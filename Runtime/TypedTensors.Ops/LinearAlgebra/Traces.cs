using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Traces of floating dtypes.</summary>
public static class FloatingTraces
{
    /// <summary>The sum along a diagonal (NumPy <c>trace</c>).</summary>
    /// <param name="x">A matrix, or a tensor of matrices.</param>
    /// <param name="offset">Above 0 for a diagonal above the main one, below 0 for one beneath it.</param>
    /// <param name="axis1">The axis of the rows.</param>
    /// <param name="axis2">The axis of the columns.</param>
    /// <returns>A tensor of the other axes.</returns>
    /// <remarks>NaN if an element of the diagonal is NaN; 0 of nothing. Half in float, rounded once.</remarks>
    /// <exception cref="ShapeException">The rank is below 2, an axis is out of range, or both are the same.</exception>
    [Copies]
    public static Tensor<T, TDevice> Trace<T, TDevice>(this Tensor<T, TDevice> x, nint offset = 0, int axis1 = 0, int axis2 = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        TracedAxes.Check(x, axis1, axis2);
        return x.Diagonal(offset, axis1, axis2).Sum(-1);
    }
}

/// <summary>Traces of signed integers, which are summed in 64 bits as in NumPy.</summary>
public static class SignedTraces
{
    /// <summary>The sum along a diagonal, as <see cref="long"/> (NumPy <c>trace</c>); modulo 2^64, 0 of nothing.</summary>
    /// <inheritdoc cref="FloatingTraces.Trace"/>
    [Copies]
    public static Tensor<long, TDevice> Trace<T, TDevice>(this Tensor<T, TDevice> x, nint offset = 0, int axis1 = 0, int axis2 = 1)
        where T : unmanaged, IBinaryInteger<T>, ISignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long>
    {
        TracedAxes.Check(x, axis1, axis2);
        return x.Diagonal(offset, axis1, axis2).Sum(-1);
    }
}

/// <summary>Traces of unsigned integers, which are summed in 64 bits as in NumPy.</summary>
public static class UnsignedTraces
{
    /// <summary>The sum along a diagonal, as <see cref="ulong"/> (NumPy <c>trace</c>); modulo 2^64, 0 of nothing.</summary>
    /// <inheritdoc cref="FloatingTraces.Trace"/>
    [Copies]
    public static Tensor<ulong, TDevice> Trace<T, TDevice>(this Tensor<T, TDevice> x, nint offset = 0, int axis1 = 0, int axis2 = 1)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<ulong>
    {
        TracedAxes.Check(x, axis1, axis2);
        return x.Diagonal(offset, axis1, axis2).Sum(-1);
    }
}

/// <summary>The axes that a trace runs through.</summary>
internal static class TracedAxes
{
    /// <summary>Refuses what is no matrix.</summary>
    /// <exception cref="ShapeException">The rank is below 2, an axis is out of range, or both are the same.</exception>
    public static void Check(Tensor x, int axis1, int axis2)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank < 2)
        {
            throw new ShapeException($"Trace: shape {x.Shape} has rank {x.Rank}; a matrix has two axes.");
        }

        if (Reduction.Axis("Trace", x, axis1) == Reduction.Axis("Trace", x, axis2))
        {
            throw new ShapeException($"Trace: axes {axis1} and {axis2} of shape {x.Shape} are the same.");
        }
    }
}
