using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.FourierTransforms;

/// <summary>How one long transform becomes two rounds of short ones: of the columns of a matrix, then of its rows, with roots of unity in between.</summary>
/// <remarks>
/// Element n = columns * i + j of the input is row i, column j (Bailey, FFTs in external or hierarchical memory, 1990). Each round reads and writes memory once, in blocks as wide
/// as a cache line; what lies between is kept in blocks, in which the second round finds its lanes side by side.
/// </remarks>
internal sealed unsafe class FourStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] laneRoots;
    private readonly T[] blockRoots;

    /// <summary>Computes the roots.</summary>
    public FourStep(nint rows, nint columns, PanelPlan<T> rowPlan, PanelPlan<T> columnPlan)
    {
        (Rows, Columns, RowPlan, ColumnPlan) = (rows, columns, rowPlan, columnPlan);
        nint blocks = (columns + Block - 1) / Block;
        laneRoots = GC.AllocateUninitializedArray<T>(checked((int)(rows * Block * 2)), pinned: true);
        blockRoots = GC.AllocateUninitializedArray<T>(checked((int)(rows * blocks * 2)), pinned: true);
        T* root = stackalloc T[2];
        for (nint row = 0; row < rows; row++)
        {
            // Parts apart, as the lanes of a vector have them.
            for (int lane = 0; lane < Block; lane++)
            {
                Roots.Write((Int128)row * lane, rows * columns, root);
                laneRoots[(2 * row * Block) + lane] = root[0];
                laneRoots[(2 * row * Block) + Block + lane] = root[1];
            }

            for (nint block = 0; block < blocks; block++)
            {
                Roots.Write((Int128)row * block * Block, rows * columns, root);
                blockRoots[2 * ((block * rows) + row)] = root[0];
                blockRoots[(2 * ((block * rows) + row)) + 1] = root[1];
            }
        }
    }

    /// <summary>The columns whose roots are one number times those of the first such block: as many as fill a cache line with one part.</summary>
    public static int Block => 64 / sizeof(T);

    public nint Rows { get; }

    public nint Columns { get; }

    /// <summary>Transforms columns: as long as there are rows.</summary>
    public PanelPlan<T> RowPlan { get; }

    /// <summary>Transforms rows: as long as there are columns.</summary>
    public PanelPlan<T> ColumnPlan { get; }

    /// <summary>The numbers that lie between the rounds.</summary>
    public nint BetweenLength => (Rows + Block - 1) / Block * Block * Columns;

    /// <summary>Turns the elements of some columns by the roots <c>exp(-2 pi i row column / length)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Turn<TLanes>(T* panel, nint firstColumn)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        (nint block, nint lane) = Math.DivRem(firstColumn, Block);
        T* lanes = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(laneRoots)) + lane;
        T* blocks = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(blockRoots)) + (2 * block * Rows);
        for (nint row = 0; row < Rows; row++, panel += 2 * TLanes.Count, lanes += 2 * Block, blocks += 2)
        {
            TLanes a = TLanes.Load(panel), b = TLanes.Load(panel + TLanes.Count), cosine = TLanes.Load(lanes), sine = TLanes.Load(lanes + Block);
            TLanes blockCosine = TLanes.Broadcast(blocks[0]), blockSine = TLanes.Broadcast(blocks[1]);
            TLanes bothCosine = TLanes.MultiplyAdd(cosine, blockCosine, -(sine * blockSine)), bothSine = TLanes.MultiplyAdd(cosine, blockSine, sine * blockCosine);
            TLanes.Store(TLanes.MultiplyAdd(a, bothCosine, -(b * bothSine)), panel);
            TLanes.Store(TLanes.MultiplyAdd(a, bothSine, b * bothCosine), panel + TLanes.Count);
        }
    }
}
