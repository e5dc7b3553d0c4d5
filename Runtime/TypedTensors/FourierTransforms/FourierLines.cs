using System.Numerics;
using TypedTensors.Loops;

namespace TypedTensors.FourierTransforms;

/// <summary>All transforms along one axis of a tensor: index i is a vector of lines in panels, or one line alone.</summary>
internal unsafe struct FourierLines<TLanes, T> : IRangeBody
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public FourierKind Kind;
    public nint Length;
    public FourierPlan<T> Plan;
    public Strands<T> Source;
    public Strands<T> Target;
    public LineOffsets Offsets;
    public T Scale;
    public bool IsInverse;
    public bool UsesPanels;

    /// <summary>Whether real numbers are taken in pairs, and the plan is one of half the length.</summary>
    private readonly bool IsPaired => Kind != FourierKind.Full && nint.IsEvenInteger(Length);

    public readonly void Run(nint start, nint end)
    {
        nint* offsets = stackalloc nint[2 * TLanes.Count];
        nint* targets = offsets + TLanes.Count;
        for (nint index = start; index < end; index++)
        {
            nint first = UsesPanels ? index * TLanes.Count : index;
            int lanes = UsesPanels ? (int)Math.Min(TLanes.Count, Offsets.Count - first) : 1;
            for (int lane = 0; lane < lanes; lane++)
            {
                (offsets[lane], targets[lane]) = Offsets.Of(first + lane);
            }

            if (UsesPanels)
            {
                RunPanel(offsets, targets, lanes);
            }
            else
            {
                RunLine(Source with { First = (nint)(Source.Origin + offsets[0]) }, Target with { First = (nint)(Target.Origin + targets[0]) });
            }
        }
    }

    private readonly void RunPanel(nint* sources, nint* targets, int lanes)
    {
        // Half a spectrum has one element more than its transform.
        nint length = Plan.Length, size = 2 * TLanes.Count, loaded = Kind == FourierKind.FromSpectrum ? (Length / 2) + 1 : length;
        nint panelLength = (length + 1) * size;
        T* panel = (T*)PanelScratch.Rent(panelLength * sizeof(T)), other = panel + panelLength;
        PanelCopy<TLanes, T>.Load(panel, Source, sources, lanes, loaded, IsInverse && Kind == FourierKind.Full);
        if (Kind == FourierKind.FromSpectrum)
        {
            if (IsPaired)
            {
                PanelSpectrum<TLanes, T>.Pack(panel, length, Plan.RealRoots);
            }
            else
            {
                PanelSpectrum<TLanes, T>.Extend(panel, length);
            }
        }

        T* result = Plan.Panel!.Run<TLanes>(panel, other);
        if (Kind == FourierKind.ToSpectrum && IsPaired)
        {
            PanelSpectrum<TLanes, T>.Unpack(result, length, Plan.RealRoots);
        }

        PanelCopy<TLanes, T>.Store(result, Target, targets, lanes, Scale, Kind == FourierKind.Full ? IsInverse : Kind == FourierKind.FromSpectrum && IsPaired);
    }

    private readonly void RunLine(in Strands<T> source, in Strands<T> target)
    {
        switch (Kind)
        {
            case FourierKind.Full:
                LineTransform<T>.Run(Plan, source, target, Scale, IsInverse);
                break;
            case FourierKind.ToSpectrum when IsPaired:
                LineTransform<T>.Run(Plan, source, target with { RealCount = Plan.Length, ImaginaryCount = Plan.Length }, Scale, isInverse: false);
                LineSpectrum<T>.Unpack(target, Plan.Length, Plan.RealRoots);
                break;
            case FourierKind.ToSpectrum:
                LineTransform<T>.Run(Plan, source, target, Scale, isInverse: false);
                break;
            default:
                using (var work = new WorkLine<T>(Plan.Length))
                {
                    if (IsPaired)
                    {
                        LineSpectrum<T>.Pack(source, work.Strands, Plan.Length, Plan.RealRoots);
                    }
                    else
                    {
                        LineSpectrum<T>.Extend(source, work.Strands, Length);
                    }

                    LineTransform<T>.Run(Plan, work.Strands, target, Scale, isInverse: true);
                }

                break;
        }
    }
}
