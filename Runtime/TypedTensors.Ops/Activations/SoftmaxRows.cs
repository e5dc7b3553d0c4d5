using System.Numerics;

namespace TypedTensors;

/// <summary>The softmax on a device: one kernel reads each row three times and writes it once.</summary>
internal static class SoftmaxRows
{
    /// <summary>Up to so many elements a row is not worth a group of threads.</summary>
    private const int LongestShortRow = 32;

    /// <summary>The softmax along an axis, or its logarithm, in a new tensor or in a destination.</summary>
    public static Tensor<T, TDevice> Run<T, TDevice>(Tensor<T, TDevice> x, int axis, bool isLogarithm, Tensor<T, TDevice>? destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        if (destination is not null && destination.SharesMemoryWith(x))
        {
            return Destination.Write(Run(x, axis, isLogarithm, null), destination);
        }

        Tensor<T, TDevice> result = destination ?? Tensor<T, TDevice>.Empty(x.Shape);
        Tensor<T, TDevice> rows = x.Transpose(axis, -1), results = result.Transpose(axis, -1);
        bool byThread = rows.Shape[^1] <= LongestShortRow || Lanes.LieAcross(rows);
        var stack = Stack.Of(kept: 2, trailing: 1, rows, results);
        foreach (TensorIndex[] place in stack.Places)
        {
            Tensor<T, TDevice> from = stack.At(place, rows, 1), to = stack.At(place, results, 1);
            int planes = checked((int)from.Shape[0]), count = checked((int)from.Shape[1]);
            if (byThread)
            {
                SoftmaxKernels.RowOfAThread((count, planes), from, to, isLogarithm);
            }
            else
            {
                SoftmaxKernels.RowOfAGroup((SoftmaxKernels.GroupSize, count, planes), from, to, isLogarithm);
            }
        }

        return result;
    }
}
