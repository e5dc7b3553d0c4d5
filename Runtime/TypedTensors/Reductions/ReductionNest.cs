using System.Diagnostics.CodeAnalysis;

namespace TypedTensors.Reductions;

/// <summary>The axes of a reduction, brought into the order that suits memory: those that stay, and those that are taken away.</summary>
/// <remarks>
/// Axes of length 1 are dropped and neighbours that are stepped through evenly become one, so that a contiguous tensor has one axis of each kind at the most
/// where only its first or its last axes are reduced. Strides are in bytes.
/// </remarks>
internal unsafe struct ReductionNest
{
    /// <summary>Fewer elements than this for each result are reduced across, if there are enough results: their lanes would hardly be used.</summary>
    private const int ShortRun = 32;

    /// <summary>Fewer neighbouring results than this do not fill vectors.</summary>
    private const int FewColumns = 8;

    private AxisGroup kept;
    private AxisGroup reduced;

    /// <summary>The first element.</summary>
    public byte* Source;

    /// <summary>The first result.</summary>
    public byte* Result;

    /// <summary>The axes that stay; the last is the one whose elements are nearest to each other.</summary>
    [UnscopedRef]
    public readonly ref readonly AxisGroup Kept => ref kept;

    /// <summary>The axes that are taken away.</summary>
    [UnscopedRef]
    public readonly ref readonly AxisGroup Reduced => ref reduced;

    /// <summary>The length of the innermost axis that stays.</summary>
    public readonly nint Columns => kept.Sizes[kept.Rank - 1];

    /// <summary>The number of times that <see cref="Columns"/> results are made.</summary>
    public readonly nint Outer => kept.Length / Columns;

    /// <summary>The number of elements of which each result is made.</summary>
    public readonly nint Count => reduced.Length;

    /// <summary>Whether neighbouring results are made side by side, rather than each from a run of elements.</summary>
    public bool IsAcross { get; private set; }

    /// <summary>Arranges the axes of a tensor with at least one result.</summary>
    /// <param name="source">The tensor, whose first element is already known to be at <paramref name="data"/>.</param>
    /// <param name="data">The first element.</param>
    /// <param name="result">The result, with or without the reduced axes.</param>
    /// <param name="resultData">The first result.</param>
    /// <param name="axes">The reduced axes, as bits.</param>
    /// <param name="inOrder">Whether reduced axes must be walked in C order.</param>
    public static ReductionNest Arrange(Tensor source, byte* data, Tensor result, byte* resultData, uint axes, bool inOrder)
    {
        var nest = new ReductionNest { Source = data, Result = resultData };
        int size = Dtypes.SizeOf(source.Dtype), resultSize = Dtypes.SizeOf(result.Dtype), resultAxis = 0;
        bool hasAllAxes = result.Rank == source.Rank;
        for (int axis = 0; axis < source.Rank; axis++)
        {
            bool isReduced = (axes & (1u << axis)) != 0;
            nint stride = source.Strides[axis] * size;
            if (isReduced)
            {
                nest.reduced.Add(source.Shape[axis], stride, 0);
            }
            else
            {
                nest.kept.Add(source.Shape[axis], stride, result.Strides[resultAxis] * resultSize);
            }

            resultAxis += isReduced && !hasAllAxes ? 0 : 1;
        }

        nest.kept.TurnForward(ref nest.Source, ref nest.Result);
        nest.kept.Order();
        if (!inOrder)
        {
            nest.reduced.TurnForward(ref nest.Source, ref nest.Result);
            nest.reduced.Order();
        }

        nest.kept.Merge();
        nest.reduced.Merge();
        nest.IsAcross = nest.ChooseAcross();
        return nest;
    }

    private readonly bool ChooseAcross()
    {
        nint alongStep = nint.Abs(reduced.Strides[reduced.Rank - 1]), acrossStep = nint.Abs(kept.Strides[kept.Rank - 1]);
        return Count is > 0 and < ShortRun
            ? Columns >= FewColumns || Count == 1
            : Count > 0 && acrossStep < alongStep && Columns >= FewColumns;
    }
}
