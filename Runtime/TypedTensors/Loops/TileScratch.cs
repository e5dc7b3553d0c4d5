using TypedTensors.Kernels;

namespace TypedTensors.Loops;

/// <summary>The scratch of one operand: where a tile is made contiguous and of the kernel's dtype, and remembered if the next tile is the same one.</summary>
internal unsafe struct TileScratch
{
    /// <summary>The bytes that a repeated value fills: the widest vector.</summary>
    public const int RepeatBytes = 64;

    private readonly byte* repeated;
    private readonly byte* stored;
    private readonly byte* computed;
    private TileView held;

    /// <summary>Scratch over memory of <see cref="RepeatBytes"/> and twice <paramref name="bytes"/> bytes.</summary>
    public TileScratch(byte* memory, int bytes)
    {
        repeated = memory;
        stored = memory + RepeatBytes;
        computed = stored + bytes;
        held = default;
    }

    /// <summary>An input's tile as the kernel takes it.</summary>
    /// <param name="operand">The input.</param>
    /// <param name="view">Its tile.</param>
    /// <param name="mask">The index mask of <see cref="ElementwiseBlock.Mask"/>.</param>
    public byte* Load(in LoopOperand operand, in TileView view, out nuint mask)
    {
        if (view.IsRepeated)
        {
            mask = 0;
            if (!view.Equals(held))
            {
                ScalarBits element;
                Conversion.Run(operand.Stored, view.Data, operand.Computed, (byte*)&element, 1);
                TileCopy.Repeat((byte*)&element, operand.ComputedSize, repeated);
                held = view;
            }

            return repeated;
        }

        mask = nuint.MaxValue;
        bool isDense = view.IsDense(operand.StoredSize);
        if (isDense && !operand.IsConverted)
        {
            return view.Data;
        }

        if (!view.Equals(held))
        {
            byte* contiguous = isDense ? view.Data : operand.IsConverted ? stored : computed;
            if (!isDense)
            {
                TileCopy.Gather(view.Data, view.RowStride, view.ColumnStride, view.Rows, view.Columns, operand.StoredSize, contiguous);
            }

            if (operand.IsConverted)
            {
                Conversion.Run(operand.Stored, contiguous, operand.Computed, computed, view.Rows * view.Columns);
            }

            held = view;
        }

        return computed;
    }

    /// <summary>Repeats another element where <see cref="Load"/> has repeated one.</summary>
    public void Repeat(byte* element, int size)
    {
        TileCopy.Repeat(element, size, repeated);
        held = default;
    }

    /// <summary>Where the kernel writes an output's tile: in place, or to scratch that <see cref="Store"/> brings home.</summary>
    public byte* Target(in LoopOperand operand, in TileView view, out nuint mask)
    {
        mask = nuint.MaxValue;
        held = view;
        return !operand.IsConverted && view.IsDense(operand.StoredSize) ? view.Data : computed;
    }

    /// <summary>Brings what the kernel wrote to where it belongs.</summary>
    public readonly void Store(in LoopOperand operand, byte* written)
    {
        if (written != computed)
        {
            return;
        }

        bool isDense = held.IsDense(operand.StoredSize);
        byte* contiguous = !operand.IsConverted ? computed : isDense ? held.Data : stored;
        if (operand.IsConverted)
        {
            Conversion.Run(operand.Computed, computed, operand.Stored, contiguous, held.Rows * held.Columns);
        }

        if (!isDense)
        {
            TileCopy.Scatter(contiguous, held.Data, held.RowStride, held.ColumnStride, held.Rows, held.Columns, operand.StoredSize);
        }
    }
}
