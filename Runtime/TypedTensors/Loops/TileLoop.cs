using System.Diagnostics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>Runs a kernel over a range of a nest's tiles. Operands that are not contiguous, or of another dtype, pass through scratch that stays in cache.</summary>
internal unsafe struct TileLoop<TKernel> : IRangeBody
    where TKernel : struct, ICpuKernel
{
    /// <summary>The axes.</summary>
    public LoopNest Nest;

    /// <summary>The size of a full tile.</summary>
    public TileShape Tile;

    /// <summary>The operands, inputs first.</summary>
    public LoopOperand* Operands;

    /// <summary>The number of inputs.</summary>
    public int InputCount;

    /// <summary>The number of operands.</summary>
    public int OperandCount;

    /// <summary>The number of tiles in all.</summary>
    public readonly nint TileCount
    {
        get
        {
            nint count = RowTiles * ColumnTiles;
            for (int axis = 0; axis < Nest.Rank - 2; axis++)
            {
                count *= Nest[axis];
            }

            return count;
        }
    }

    private readonly nint RowTiles => (Nest.Rows + Tile.Rows - 1) / Tile.Rows;

    private readonly nint ColumnTiles => (Nest.Columns + Tile.Columns - 1) / Tile.Columns;

    /// <summary>Computes the tiles from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    [SkipLocalsInit]
    public readonly void Run(nint start, nint end)
    {
        int count = OperandCount;
        byte** pointers = stackalloc byte*[count], firsts = stackalloc byte*[count];
        nuint* masks = stackalloc nuint[count];
        TileScratch* scratch = stackalloc TileScratch[count];
        nint stride = TileScratch.RepeatBytes + (2 * Tile.ScratchBytes);
        byte* memory = stackalloc byte[(int)(count * stride) + Block64.Bytes];
        byte* stackEnd = memory;
        memory += -(nint)memory & (Block64.Bytes - 1);
        for (int i = 0; i < count; i++)
        {
            scratch[i] = new TileScratch(memory + (i * stride), Tile.ScratchBytes);
        }

        // Lowered to where the kernel's own vectors on the stack lie best; written to, so that the compiler does not think it idle.
        byte* lowered = stackalloc byte[StackPhase<TKernel>.BytesToLower(stackEnd, out int phase) + 1];
        *lowered = 0;
        long began = Stopwatch.GetTimestamp();
        nint computed = 0;

        nint columnTiles = ColumnTiles, rowTiles = RowTiles;
        for (nint tile = start; tile < end; tile++)
        {
            (nint rest, nint columnTile) = Math.DivRem(tile, columnTiles);
            (rest, nint rowTile) = Math.DivRem(rest, rowTiles);
            nint column = columnTile * Tile.Columns, row = rowTile * Tile.Rows;
            nint columns = Math.Min(Tile.Columns, Nest.Columns - column), rows = Math.Min(Tile.Rows, Nest.Rows - row);

            nint together = Tile.IsDirect ? 1 : rows;
            for (int i = 0; i < count; i++)
            {
                ref readonly LoopOperand operand = ref Operands[i];
                byte* data = firsts[i] = operand.Data + (row * operand.Strides[Nest.Rank - 2]) + (column * operand.Strides[Nest.Rank - 1]) + OuterOffset(operand, rest);
                var view = new TileView(data, operand.Strides[Nest.Rank - 2], operand.Strides[Nest.Rank - 1], together, columns);
                pointers[i] = i < InputCount ? scratch[i].Load(operand, view, out masks[i]) : scratch[i].Target(operand, view, out masks[i]);
            }

            Compute(new ElementwiseBlock(pointers, masks, together * columns));
            for (nint done = together; done < rows; done++)
            {
                NextRow(pointers, firsts, masks, scratch);
                Compute(new ElementwiseBlock(pointers, masks, columns));
            }

            for (int i = InputCount; i < count; i++)
            {
                scratch[i].Store(Operands[i], pointers[i]);
            }

            computed += rows * columns;
        }

        StackPhase<TKernel>.Report(phase, computed, began);
    }

    private readonly void Compute(in ElementwiseBlock block)
    {
        if (Tile.IsStreamed)
        {
            TKernel.Run<StreamingStore>(block);
        }
        else
        {
            TKernel.Run<CachedStore>(block);
        }
    }

    /// <summary>Moves on by a row where nothing is copied but what is repeated along it.</summary>
    private readonly void NextRow(byte** pointers, byte** firsts, nuint* masks, TileScratch* scratch)
    {
        for (int i = 0; i < OperandCount; i++)
        {
            nint step = Operands[i].Strides[Nest.Rank - 2];
            firsts[i] += step;
            if (masks[i] != 0)
            {
                pointers[i] = firsts[i];
            }
            else if (step != 0)
            {
                scratch[i].Repeat(firsts[i], Operands[i].StoredSize);
            }
        }
    }

    private readonly nint OuterOffset(in LoopOperand operand, nint index)
    {
        nint offset = 0;
        for (int axis = Nest.Rank - 3; axis >= 0; axis--)
        {
            (index, nint position) = Math.DivRem(index, Nest[axis]);
            offset += position * operand.Strides[axis];
        }

        return offset;
    }
}
