using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.FourierTransforms;

/// <summary>How transforms of one length are computed, with what depends on nothing but the length.</summary>
internal sealed unsafe class FourierPlan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The longest panel: with its counterpart, half of a usual second-level cache.</summary>
    private const nint LongestPanel = 4096;

    /// <summary>From this length on one transform alone is cut in two rounds, so that its parts fill the lanes.</summary>
    private const nint ShortestFourStep = 256;

    private T[]? realRoots;

    private FourierPlan(nint length)
    {
        Length = length;
        int[]? radices = Factors.Of(length);
        if (radices is null)
        {
            Detour = new Bluestein<T>(length);
        }
        else
        {
            bool isLong = length >= ShortestFourStep;
            if (!isLong || length <= LongestPanel)
            {
                Panel = new PanelPlan<T>(length, radices);
            }

            if (isLong)
            {
                (nint rows, nint columns) = Factors.Halve(length, radices);
                PanelPlan<T> rowPlan = new(rows, Factors.Of(rows)!), columnPlan = rows == columns ? rowPlan : new(columns, Factors.Of(columns)!);
                FourStep = new FourStep<T>(rows, columns, rowPlan, columnPlan);
            }
        }
    }

    /// <summary>The length.</summary>
    public nint Length { get; }

    /// <summary>The way through panels; null if they would be too long, or the length has a large prime factor.</summary>
    public PanelPlan<T>? Panel { get; }

    /// <summary>The way of one transform alone; null if it is too short for that, or the length has a large prime factor.</summary>
    public FourStep<T>? FourStep { get; }

    /// <summary>The way through another length; null if the length has only small prime factors.</summary>
    public Bluestein<T>? Detour { get; }

    /// <summary>The roots <c>exp(-2 pi i k / (2 length))</c>, k up to half the length.</summary>
    public T* RealRoots => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(realRoots ??= MakeRealRoots()));

    /// <summary>The plan of a length, new or kept from before.</summary>
    public static FourierPlan<T> Of(nint length) => PlanCache<FourierPlan<T>>.Shared.Get(length, static length => new FourierPlan<T>(length));

    private T[] MakeRealRoots()
    {
        T[] roots = GC.AllocateUninitializedArray<T>(checked((int)(2 * ((Length / 2) + 1))), pinned: true);
        for (nint k = 0; k <= Length / 2; k++)
        {
            Roots.Write(k, 2 * Length, (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(roots)) + (2 * k));
        }

        return roots;
    }
}
