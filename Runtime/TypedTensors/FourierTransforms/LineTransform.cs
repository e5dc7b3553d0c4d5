using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Loops;

namespace TypedTensors.FourierTransforms;

/// <summary>Transforms one line, on several threads where that pays.</summary>
internal static unsafe class LineTransform<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>From this length on a second thread saves more than it costs.</summary>
    private const nint ShortestParallel = 1 << 14;

    /// <summary>Transforms; source and target may be the same line.</summary>
    /// <param name="plan">The plan of the line's length.</param>
    /// <param name="source">The line; what it lacks is 0.</param>
    /// <param name="target">Where the result belongs, and how much of it.</param>
    /// <param name="scale">What the result is multiplied by.</param>
    /// <param name="isInverse">Whether the inverse is computed, not divided by the length.</param>
    public static void Run(FourierPlan<T> plan, in Strands<T> source, in Strands<T> target, T scale, bool isInverse)
    {
        if (plan.Detour is { } detour)
        {
            detour.Run(source, target, scale, isInverse);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            Run<Lanes512<T>>(plan, source, target, scale, isInverse);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Run<Lanes256<T>>(plan, source, target, scale, isInverse);
        }
        else
        {
            Run<Lanes128<T>>(plan, source, target, scale, isInverse);
        }
    }

    private static void Run<TLanes>(FourierPlan<T> plan, in Strands<T> source, in Strands<T> target, T scale, bool isInverse)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        if (plan.FourStep is null)
        {
            PanelPlan<T> panelPlan = plan.Panel!;
            nint offset = 0;
            T* panel = (T*)PanelScratch.Rent(panelPlan.Length * 2 * TLanes.Count * sizeof(T)), other = panel + (panelPlan.Length * 2 * TLanes.Count);
            PanelCopy<TLanes, T>.Load(panel, source, &offset, 1, panelPlan.Length, isInverse);
            PanelCopy<TLanes, T>.Store(panelPlan.Run<TLanes>(panel, other), target, &offset, 1, scale, isInverse);
            return;
        }

        nint there = source.Imaginary == 0 ? source.RealCount : Math.Min(source.RealCount, source.ImaginaryCount);
        if (there < plan.Length)
        {
            using var padded = new WorkLine<T>(plan.Length);
            LineSpectrum<T>.Copy(source, padded.Strands);
            Run<TLanes>(plan, padded.Strands, target, scale, isInverse);
            return;
        }

        using var between = new WorkLine<T>(plan.FourStep.BetweenLength);
        int threads = plan.Length < ShortestParallel ? 1 : Cpu.ThreadCount;
        var rounds = new FourStepRounds<TLanes, T> { Plan = plan.FourStep, Source = source, Target = target, Between = between.Start, Scale = scale, IsInverse = isInverse };
        ParallelLoop.Run(rounds, (plan.FourStep.Columns + TLanes.Count - 1) / TLanes.Count, threads);
        rounds.IsSecond = true;
        ParallelLoop.Run(rounds, (plan.FourStep.Rows + TLanes.Count - 1) / TLanes.Count, threads);
    }
}
