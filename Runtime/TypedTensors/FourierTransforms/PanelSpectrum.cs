using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.FourierTransforms;

/// <summary>What makes a transform of half the length out of one of real numbers, in panels.</summary>
/// <remarks>
/// With z[j] = x[2j] + i x[2j + 1] and Z its transform of length h, the transform of x is X[k] = E[k] + w^k O[k], where E[k] = (Z[k] + conj Z[h - k]) / 2,
/// O[k] = (Z[k] - conj Z[h - k]) / 2i and w = exp(-2 pi i / 2h); and X[h - k] = conj(E[k] - w^k O[k]).
/// </remarks>
internal static unsafe class PanelSpectrum<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Turns a panel of Z, of h elements, into one of X, of h + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unpack(T* panel, nint half, T* roots)
    {
        nint size = 2 * TLanes.Count;
        TLanes first = TLanes.Load(panel), second = TLanes.Load(panel + TLanes.Count), zero = TLanes.Broadcast(T.Zero), middle = TLanes.Broadcast(T.CreateTruncating(0.5));
        Store(panel, first + second, zero);
        Store(panel + (half * size), first - second, zero);
        for (nint k = 1; k <= half - k; k++)
        {
            T* low = panel + (k * size), high = panel + ((half - k) * size);
            TLanes a = TLanes.Load(low) * middle, b = TLanes.Load(low + TLanes.Count) * middle, c = TLanes.Load(high) * middle, d = TLanes.Load(high + TLanes.Count) * middle;
            TLanes evenA = a + c, evenB = b - d, oddA = b + d, oddB = c - a;
            TLanes cosine = TLanes.Broadcast(roots[2 * k]), sine = TLanes.Broadcast(roots[(2 * k) + 1]);
            TLanes turnedA = TLanes.MultiplyAdd(oddA, cosine, -(oddB * sine)), turnedB = TLanes.MultiplyAdd(oddA, sine, oddB * cosine);
            Store(low, evenA + turnedA, evenB + turnedB);
            Store(high, evenA - turnedA, turnedB - evenB);
        }
    }

    /// <summary>Turns a panel of X, of h + 1 elements, into one of 2 Z, of h, whose inverse gives pairs of real numbers; real and imaginary parts have changed places. The imaginary parts of the ends are not looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(T* panel, nint half, T* roots)
    {
        nint size = 2 * TLanes.Count;
        TLanes first = TLanes.Load(panel), last = TLanes.Load(panel + (half * size));
        Store(panel, first - last, first + last);
        for (nint k = 1; k <= half - k; k++)
        {
            T* low = panel + (k * size), high = panel + ((half - k) * size);
            TLanes a = TLanes.Load(low), b = TLanes.Load(low + TLanes.Count), c = TLanes.Load(high), d = TLanes.Load(high + TLanes.Count);
            TLanes evenA = a + c, evenB = b - d, turnedA = a - c, turnedB = b + d;
            TLanes cosine = TLanes.Broadcast(roots[2 * k]), sine = TLanes.Broadcast(roots[(2 * k) + 1]);
            TLanes oddA = TLanes.MultiplyAdd(turnedA, cosine, turnedB * sine), oddB = TLanes.MultiplyAdd(turnedB, cosine, -(turnedA * sine));
            Store(low, evenB + oddA, evenA - oddB);
            Store(high, oddA - evenB, evenA + oddB);
        }
    }

    /// <summary>Puts the other half behind the first elements of a panel that is its own mirror image, conjugated; and conjugates it all, whose transform is the inverse.</summary>
    /// <remarks>The imaginary part of the first element is not looked at.</remarks>
    public static void Extend(T* panel, nint length)
    {
        nint size = 2 * TLanes.Count;
        TLanes.Store(TLanes.Broadcast(T.Zero), panel + TLanes.Count);
        for (nint k = 1; k <= length / 2; k++)
        {
            TLanes real = TLanes.Load(panel + (k * size)), imaginary = TLanes.Load(panel + (k * size) + TLanes.Count);
            Store(panel + (k * size), real, -imaginary);
            Store(panel + ((length - k) * size), real, imaginary);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* element, TLanes real, TLanes imaginary)
    {
        TLanes.Store(real, element);
        TLanes.Store(imaginary, element + TLanes.Count);
    }
}
