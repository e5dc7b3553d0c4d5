using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.FourierTransforms;

internal static unsafe partial class Radix<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A pass of any odd radix, whose roots of unity are given, by the definition of the transform; elements k and r - k share their products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PassAny(T* source, T* destination, nint groups, nint stride, T* twiddles, int radix, T* roots)
    {
        nint size = 2 * TLanes.Count, spread = stride * size, step = groups * stride * size;
        int half = radix / 2;
        TLanes* sums = stackalloc TLanes[4 * (half + 1)];
        for (nint group = 0; group < groups; group++, twiddles += 2 * (radix - 1))
        {
            for (nint place = 0; place < stride; place++)
            {
                T* x = source + (((group * radix * stride) + place) * size);
                T* y = destination + (((group * stride) + place) * size);
                TLanes firstA = TLanes.Load(x), firstB = TLanes.Load(x + TLanes.Count), totalA = firstA, totalB = firstB;
                for (int j = 1; j <= half; j++)
                {
                    T* low = x + (j * spread), high = x + ((radix - j) * spread);
                    TLanes lowA = TLanes.Load(low), lowB = TLanes.Load(low + TLanes.Count), highA = TLanes.Load(high), highB = TLanes.Load(high + TLanes.Count);
                    if (group != 0)
                    {
                        Twist(ref lowA, ref lowB, twiddles + (2 * (j - 1)));
                        Twist(ref highA, ref highB, twiddles + (2 * (radix - j - 1)));
                    }

                    TLanes* pair = sums + (4 * j);
                    pair[0] = lowA + highA;
                    pair[1] = lowB + highB;
                    pair[2] = lowA - highA;
                    pair[3] = lowB - highB;
                    totalA += pair[0];
                    totalB += pair[1];
                }

                TLanes.Store(totalA, y);
                TLanes.Store(totalB, y + TLanes.Count);
                for (int k = 1; k <= half; k++)
                {
                    TLanes evenA = firstA, evenB = firstB, oddA = TLanes.Broadcast(T.Zero), oddB = oddA;
                    for (int j = 1, root = 0; j <= half; j++)
                    {
                        root = root + k >= radix ? root + k - radix : root + k;
                        TLanes* pair = sums + (4 * j);
                        TLanes cosine = TLanes.Broadcast(roots[2 * root]), sine = TLanes.Broadcast(roots[(2 * root) + 1]);
                        evenA = TLanes.MultiplyAdd(pair[0], cosine, evenA);
                        evenB = TLanes.MultiplyAdd(pair[1], cosine, evenB);
                        oddA = TLanes.MultiplyAdd(pair[3], sine, oddA);
                        oddB = TLanes.MultiplyAdd(pair[2], sine, oddB);
                    }

                    TLanes.Store(evenA - oddA, y + (k * step));
                    TLanes.Store(evenB + oddB, y + (k * step) + TLanes.Count);
                    TLanes.Store(evenA + oddA, y + ((radix - k) * step));
                    TLanes.Store(evenB - oddB, y + ((radix - k) * step) + TLanes.Count);
                }
            }
        }
    }
}
