using System.Numerics;
using TypedTensors.Loops;

namespace TypedTensors.FourierTransforms;

/// <summary>The two rounds of a long transform: index i of a round is a vector of columns, or of rows.</summary>
internal unsafe struct FourStepRounds<TLanes, T> : IRangeBody
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public FourStep<T> Plan;
    public Strands<T> Source;
    public Strands<T> Target;
    public T* Between;
    public T Scale;
    public bool IsInverse;
    public bool IsSecond;

    public readonly void Run(nint start, nint end)
    {
        nint panelLength = (IsSecond ? Plan.Columns : Plan.Rows) * 2 * TLanes.Count;
        T* panel = (T*)PanelScratch.Rent(panelLength * sizeof(T)), other = panel + panelLength;
        for (nint index = start; index < end; index++)
        {
            if (IsSecond)
            {
                TransformRows(index * TLanes.Count, panel, other);
            }
            else
            {
                TransformColumns(index * TLanes.Count, panel, other);
            }
        }
    }

    private readonly void TransformColumns(nint column, T* panel, T* other)
    {
        nint rows = Plan.Rows, columns = Plan.Columns;
        int lanes = (int)Math.Min(TLanes.Count, columns - column), block = FourStep<T>.Block;
        nint* offsets = stackalloc nint[TLanes.Count];
        for (int lane = 0; lane < lanes; lane++)
        {
            offsets[lane] = (column + lane) * Source.Step;
        }

        var source = Source with { Step = columns * Source.Step, RealCount = rows, ImaginaryCount = Source.Imaginary == 0 ? 0 : rows };
        PanelCopy<TLanes, T>.Load(panel, source, offsets, lanes, rows, IsInverse);
        T* result = Plan.RowPlan.Run<TLanes>(panel, other);
        Plan.Turn<TLanes>(result, column);
        for (int lane = 0; lane < lanes; lane++)
        {
            offsets[lane] = 2 * block * (column + lane);
        }

        for (nint row = 0; row < rows; row += block)
        {
            var target = Strands<T>.OfComplex(Between + (2 * row * columns), 2, Math.Min(block, rows - row));
            PanelCopy<TLanes, T>.Store(result + (row * 2 * TLanes.Count), target, offsets, lanes, T.One, isSwapped: false);
        }
    }

    private readonly void TransformRows(nint row, T* panel, T* other)
    {
        nint rows = Plan.Rows, columns = Plan.Columns, block = FourStep<T>.Block;
        int lanes = (int)Math.Min(TLanes.Count, rows - row);
        nint* offsets = stackalloc nint[TLanes.Count];
        for (int lane = 0; lane < lanes; lane++)
        {
            offsets[lane] = 2 * ((row % block) + lane);
        }

        var source = Strands<T>.OfComplex(Between + (2 * (row - (row % block)) * columns), 2 * block, columns);
        PanelCopy<TLanes, T>.Load(panel, source, offsets, lanes, columns, isSwapped: false);
        T* result = Plan.ColumnPlan.Run<TLanes>(panel, other);

        // Of a result that is wanted in part only, the last row that reaches into it counts.
        for (int lane = 0; lane < lanes; lane++)
        {
            offsets[lane] = (row + lane) * Target.Step;
        }

        nint whole = Math.Min(columns, (Target.RealCount - row - lanes + rows) / rows);
        PanelCopy<TLanes, T>.Store(result, Target with { Step = rows * Target.Step, RealCount = whole }, offsets, lanes, Scale, IsInverse);
        if (whole < columns && row + (whole * rows) < Target.RealCount)
        {
            int some = (int)(Target.RealCount - row - (whole * rows));
            var last = Target with { First = (nint)(Target.Origin + (whole * rows * Target.Step)), RealCount = 1 };
            PanelCopy<TLanes, T>.Store(result + (whole * 2 * TLanes.Count), last, offsets, some, Scale, IsInverse);
        }
    }
}
