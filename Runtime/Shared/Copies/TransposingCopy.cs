using System.Numerics;
using TypedTensors.Dispatch;

namespace TypedTensors.Copies;

/// <summary>Copies between tensors whose neighbours in memory lie along different axes, through tiles that a group shares: read along one axis and written along the other.</summary>
/// <remarks>A program that walks the target alone reads one element of each line of the source's memory that it touches.</remarks>
internal static partial class TransposingCopy
{
    /// <summary>The side of a tile.</summary>
    private const int Side = 32;

    /// <summary>The rows of a tile that a group moves at once; each thread moves four elements.</summary>
    private const int Rows = 8;

    /// <summary>The axes of the kernel's buffers.</summary>
    private const int Axes = 4;

    /// <summary>Copies, where this is the better way.</summary>
    /// <param name="source">The tensor that is read.</param>
    /// <param name="target">The tensor that is written, of the same shape; not empty.</param>
    /// <param name="limits">What one dispatch of the device can reach.</param>
    /// <returns>
    /// False, and nothing is done, where a plain copy is as good or must be: both lie alike, one of the two axes is shorter than half a tile, there are more than four axes,
    /// one of the two reaches farther than a dispatch does, or they share memory.
    /// </returns>
    public static bool TryRun<T, TDevice>(Tensor<T, TDevice> source, Tensor<T, TDevice> target, in DispatchLimits limits)
        where T : unmanaged, IUnsignedNumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        int read = FastestAxis(source), written = FastestAxis(target);
        bool isBetter = read != written && read >= 0 && written >= 0 && target.Rank <= Axes;
        if (!isBetter || !ComputeDispatch.Reaches(source, limits) || !ComputeDispatch.Reaches(target, limits) || source.SharesMemoryWith(target))
        {
            return false;
        }

        // The target's fastest axis last, the source's before it.
        using Tensor<T, TDevice> from = Arranged(source, read, written), to = Arranged(target, read, written);
        int tilesDown = (int)((to.Shape[2] + Side - 1) / Side);
        TileByTile(((int)to.Shape[3], tilesDown * Rows, (int)(to.Shape[0] * to.Shape[1])), from, to);
        return true;
    }

    /// <summary>The axis along which neighbours lie in memory, if half a tile of them does; otherwise -1.</summary>
    private static int FastestAxis(Tensor tensor)
    {
        for (int axis = tensor.Rank - 1; axis >= 0; axis--)
        {
            if (tensor.Strides[axis] is 1 or -1 && tensor.Shape[axis] >= Side / 2)
            {
                return axis;
            }
        }

        return -1;
    }

    /// <summary>The same elements with two axes last, the longer of the others before them, and with as many axes as the kernel has.</summary>
    private static Tensor<T, TDevice> Arranged<T, TDevice>(Tensor<T, TDevice> tensor, int beforeLast, int last)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        int[] others = [.. Enumerable.Range(0, tensor.Rank).Where(axis => axis != beforeLast && axis != last).OrderBy(axis => tensor.Shape[axis])];
        Layout layout = LayoutViews.Permute(nameof(TileByTile), tensor.Layout, [.. others, beforeLast, last]);
        while (layout.Shape.Rank < Axes)
        {
            layout = LayoutViews.Insert(nameof(TileByTile), layout, 0);
        }

        return new Tensor<T, TDevice>(tensor.Storage, layout, isView: true);
    }

    /// <summary>A tile: read along its rows' axis, written along its columns'. A row has one element more than it needs, so that a column does not lie in one bank.</summary>
    [Kernel(Side, Rows)]
    internal static void TileByTile<T>(Threads at, ReadOnlyBuffer4D<T> source, Buffer4D<T> target)
        where T : unmanaged, IUnsignedNumber<T>
    {
        Span<T> tile = at.Shared<T>(Side * (Side + 1));
        int block = 0, plane = at.GroupZ;
        while (plane >= target.Planes)
        {
            plane -= target.Planes;
            block++;
        }

        int top = at.GroupY * Side, left = at.GroupX * Side;
        for (int i = at.LocalY; i < Side; i += Rows)
        {
            int row = top + at.LocalX, column = left + i;
            if (row < target.Rows && column < target.Columns)
            {
                tile[i * (Side + 1) + at.LocalX] = source[block, plane, row, column];
            }
        }

        at.Barrier();
        for (int i = at.LocalY; i < Side; i += Rows)
        {
            int row = top + i, column = left + at.LocalX;
            if (row < target.Rows && column < target.Columns)
            {
                target[block, plane, row, column] = tile[at.LocalX * (Side + 1) + i];
            }
        }
    }
}
