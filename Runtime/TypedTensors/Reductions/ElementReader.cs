using TypedTensors.Loops;

namespace TypedTensors.Reductions;

/// <summary>Hands out blocks of elements as rows of the kernel's dtype: in place where they lie so, else copied together.</summary>
internal readonly unsafe ref struct ElementReader
{
    private readonly ref readonly AxisGroup reduced;
    private readonly nint columnStep;
    private readonly Dtype stored;
    private readonly Dtype computed;
    private readonly byte* gathered;
    private readonly byte* converted;

    /// <summary>A reader for a nest.</summary>
    /// <param name="nest">The axes.</param>
    /// <param name="stored">The dtype in memory.</param>
    /// <param name="computed">The dtype of the kernel.</param>
    /// <param name="gathered">Memory for a block of the one.</param>
    /// <param name="converted">Memory for a block of the other.</param>
    public ElementReader(ref readonly ReductionNest nest, Dtype stored, Dtype computed, byte* gathered, byte* converted)
    {
        reduced = ref nest.Reduced;
        columnStep = nest.Kept.Strides[nest.Kept.Rank - 1];
        this.stored = stored;
        this.computed = computed;
        this.gathered = gathered;
        this.converted = converted;
    }

    private nint InnerSize => reduced.Sizes[reduced.Rank - 1];

    private nint InnerStep => reduced.Strides[reduced.Rank - 1];

    /// <summary>Whether rows across can be handed out in place.</summary>
    public static bool IsDirectAcross(in ReductionNest nest, Dtype stored, Dtype computed)
    {
        int size = Dtypes.SizeOf(stored);
        return stored == computed && nest.Reduced.Rank == 1 && (nest.Kept.Strides[nest.Kept.Rank - 1] == size || nest.Columns == 1);
    }

    /// <summary>Whether runs are handed out in place, and so may be of any length.</summary>
    public bool IsDirectAlong => stored == computed && reduced.Rank == 1 && InnerStep == Dtypes.SizeOf(stored);

    /// <summary>A run of elements that are reduced to one result.</summary>
    /// <param name="origin">The first element of all.</param>
    /// <param name="start">The position of the first one wanted.</param>
    /// <param name="count">How many.</param>
    public byte* Along(byte* origin, nint start, nint count)
    {
        int size = Dtypes.SizeOf(stored);
        if (reduced.Rank == 1 && InnerStep == size)
        {
            return Convert(origin + (start * size), count);
        }

        byte* target = gathered;
        for (nint left = count; left > 0;)
        {
            (nint outer, nint inner) = Math.DivRem(start, InnerSize);
            byte* first = origin + reduced.Offset(outer, reduced.Rank - 1) + (inner * InnerStep);
            nint taken = inner == 0 && left >= InnerSize && reduced.Rank > 1 ? GatherWhole(first, outer, left, target) : Gather(first, 0, 1, Math.Min(left, InnerSize - inner), target);
            start += taken;
            left -= taken;
            target += taken * size;
        }

        return Convert(gathered, count);
    }

    /// <summary>Rows of elements for neighbouring results.</summary>
    /// <param name="origin">The first element of the first of these results.</param>
    /// <param name="start">The position of the first row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="columns">How many results.</param>
    /// <param name="stride">The elements from one row to the next.</param>
    public byte* Across(byte* origin, nint start, nint count, nint columns, out nint stride)
    {
        int size = Dtypes.SizeOf(stored);
        if (stored == computed && reduced.Rank == 1 && (columnStep == size || columns == 1))
        {
            stride = InnerStep / size;
            return origin + (start * InnerStep);
        }

        byte* target = gathered;
        for (nint left = count; left > 0;)
        {
            (nint outer, nint inner) = Math.DivRem(start, InnerSize);
            nint rows = Math.Min(left, InnerSize - inner);
            byte* first = origin + reduced.Offset(outer, reduced.Rank - 1) + (inner * InnerStep);
            TileCopy.Gather(first, InnerStep, columnStep, rows, columns, size, target);
            start += rows;
            left -= rows;
            target += rows * columns * size;
        }

        stride = columns;
        return Convert(gathered, count * columns);
    }

    /// <summary>Copies whole runs of the innermost axis, as many as the axis around it still has.</summary>
    private nint GatherWhole(byte* first, nint outer, nint left, byte* target)
    {
        nint size = reduced.Sizes[reduced.Rank - 2];
        nint rows = Math.Min(left / InnerSize, size - (outer % size));
        return Gather(first, reduced.Strides[reduced.Rank - 2], rows, InnerSize, target);
    }

    private nint Gather(byte* first, nint rowStep, nint rows, nint columns, byte* target)
    {
        TileCopy.Gather(first, rowStep, InnerStep, rows, columns, Dtypes.SizeOf(stored), target);
        return rows * columns;
    }

    private byte* Convert(byte* elements, nint count)
    {
        if (stored == computed)
        {
            return elements;
        }

        Conversion.Run(stored, elements, computed, converted, count);
        return converted;
    }
}
