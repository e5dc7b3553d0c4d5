using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors.Reductions;

/// <summary>Combines lanes until one is left: the second half with the first, again and again.</summary>
internal static class LaneFold
{
    /// <summary>Folds each row of lanes.</summary>
    /// <param name="lanes">The rows, of which only the first <paramref name="count"/> lanes have elements.</param>
    /// <param name="count">The lanes of a row.</param>
    /// <param name="unit">The lanes that are left.</param>
    public static void Run<TKernel>(ReductionLanes lanes, nint count, nint unit)
        where TKernel : struct, IReductionKernel
    {
        nint rows = (nint)lanes.Rows, stride = (nint)lanes.Stride;
        while (count > unit)
        {
            nint units = (count + unit - 1) / unit;
            nint half = (nint)BitOperations.RoundUpToPowerOf2((nuint)units) / 2 * unit;
            TKernel.Combine(lanes.At(0, count - half, rows, stride), lanes.At(half, count - half, rows, stride));
            count = half;
        }
    }
}
