using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Running totals along an axis, in the dtype of the elements.</summary>
internal static class Scan
{
    /// <summary>Totals are sums.</summary>
    internal const int Sums = 0;

    /// <summary>Totals are products.</summary>
    internal const int Products = 1;

    /// <summary>Totals are largest elements.</summary>
    internal const int Largest = 2;

    /// <summary>Totals are smallest elements.</summary>
    internal const int Smallest = 3;

    /// <summary>Up to so many elements a row is not worth a group of threads.</summary>
    private const int LongestShortRow = 64;

    /// <summary>The running totals of a tensor.</summary>
    public static Tensor<T, TDevice> Run<T, TDevice>(string operation, Tensor<T, TDevice> x, int axis, int scan)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        if (Processor.Holds(x, out Tensor<T, Cpu>? own))
        {
            return Processor.As<T, TDevice>(HostScan.Run(own, position, scan));
        }

        Tensor<T, TDevice> result = Tensor<T, TDevice>.Empty(x.Shape);
        if (x.Length > 0)
        {
            RunRows(x.Transpose(position, -1), result.Transpose(position, -1), scan);
        }

        return result;
    }

    /// <summary>The running totals of a tensor in a wider dtype.</summary>
    public static Tensor<TWide, TDevice> RunAs<T, TWide, TDevice>(string operation, Tensor<T, TDevice> x, int axis, int scan)
        where T : unmanaged
        where TWide : unmanaged, INumber<TWide>
        where TDevice : struct, IDevice, IComputes<TWide>
    {
        ArgumentNullException.ThrowIfNull(x);
        return (Tensor)x is Tensor<TWide, TDevice> wide ? Run(operation, wide, axis, scan) : Run(operation, x.Cast<TWide>(), axis, scan);
    }

    private static void RunRows<T, TDevice>(Tensor<T, TDevice> rows, Tensor<T, TDevice> results, int scan)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        bool byThread = rows.Shape[^1] <= LongestShortRow || Lanes.LieAcross(rows);
        var stack = Stack.Of(kept: 2, trailing: 1, rows, results);
        foreach (TensorIndex[] place in stack.Places)
        {
            Tensor<T, TDevice> from = stack.At(place, rows, 1), to = stack.At(place, results, 1);
            if (byThread)
            {
                ScanKernels.Rows((checked((int)from.Shape[1]), checked((int)from.Shape[0])), from, to, scan);
            }
            else
            {
                RunChunks(from, to, scan);
            }
        }
    }

    // The totals of chunks are rows themselves, shorter by the length of a chunk.
    private static void RunChunks<T, TDevice>(Tensor<T, TDevice> x, Tensor<T, TDevice> result, int scan)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        int planes = checked((int)x.Shape[0]), rows = checked((int)x.Shape[1]);
        int chunks = checked((int)((x.Shape[2] + ScanKernels.ChunkLength - 1) / ScanKernels.ChunkLength));
        using Tensor<T, TDevice> totals = Tensor<T, TDevice>.Empty(planes, rows, chunks);
        ScanKernels.Chunks((checked(chunks * ScanKernels.GroupSize), rows, planes), x, result, totals, scan);
        if (chunks > 1)
        {
            using Tensor<T, TDevice> sums = Tensor<T, TDevice>.Empty(planes, rows, chunks);
            RunRows(totals, sums, scan);
            ScanKernels.AddTotals(sums, result, scan);
        }
    }
}
