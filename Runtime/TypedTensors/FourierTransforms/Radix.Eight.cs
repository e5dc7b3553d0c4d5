using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.FourierTransforms;

internal static unsafe partial class Radix<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A pass of radix 8: two of radix 4, then eighth roots; all that stays in 32 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass8(T* source, T* destination, nint groups, nint stride, T* twiddles)
    {
        nint size = 2 * TLanes.Count, spread = stride * size, step = groups * stride * size;
        TLanes root = TLanes.Broadcast(T.CreateTruncating(0.70710678118654752440));
        for (nint group = 0; group < groups; group++, twiddles += 14)
        {
            for (nint place = 0; place < stride; place++)
            {
                T* x = source + (((group * 8 * stride) + place) * size);
                T* y = destination + (((group * stride) + place) * size);
                TLanes a0 = TLanes.Load(x), b0 = TLanes.Load(x + TLanes.Count);
                TLanes a1 = TLanes.Load(x + spread), b1 = TLanes.Load(x + spread + TLanes.Count);
                TLanes a2 = TLanes.Load(x + (2 * spread)), b2 = TLanes.Load(x + (2 * spread) + TLanes.Count);
                TLanes a3 = TLanes.Load(x + (3 * spread)), b3 = TLanes.Load(x + (3 * spread) + TLanes.Count);
                TLanes a4 = TLanes.Load(x + (4 * spread)), b4 = TLanes.Load(x + (4 * spread) + TLanes.Count);
                TLanes a5 = TLanes.Load(x + (5 * spread)), b5 = TLanes.Load(x + (5 * spread) + TLanes.Count);
                TLanes a6 = TLanes.Load(x + (6 * spread)), b6 = TLanes.Load(x + (6 * spread) + TLanes.Count);
                TLanes a7 = TLanes.Load(x + (7 * spread)), b7 = TLanes.Load(x + (7 * spread) + TLanes.Count);
                if (group != 0)
                {
                    Twist(ref a1, ref b1, twiddles);
                    Twist(ref a2, ref b2, twiddles + 2);
                    Twist(ref a3, ref b3, twiddles + 4);
                    Twist(ref a4, ref b4, twiddles + 6);
                    Twist(ref a5, ref b5, twiddles + 8);
                    Twist(ref a6, ref b6, twiddles + 10);
                    Twist(ref a7, ref b7, twiddles + 12);
                }

                TLanes p0 = a0 + a4, q0 = b0 + b4, r0 = a0 - a4, s0 = b0 - b4;
                TLanes p1 = a1 + a5, q1 = b1 + b5, r1 = a1 - a5, s1 = b1 - b5;
                TLanes p2 = a2 + a6, q2 = b2 + b6, r2 = a2 - a6, s2 = b2 - b6;
                TLanes p3 = a3 + a7, q3 = b3 + b7, r3 = a3 - a7, s3 = b3 - b7;
                a0 = p0 + p2;
                b0 = q0 + q2;
                a1 = p1 + p3;
                b1 = q1 + q3;
                a2 = p0 - p2;
                b2 = q0 - q2;
                a3 = p1 - p3;
                b3 = q1 - q3;
                TLanes.Store(a0 + a1, y);
                TLanes.Store(b0 + b1, y + TLanes.Count);
                TLanes.Store(a0 - a1, y + (4 * step));
                TLanes.Store(b0 - b1, y + (4 * step) + TLanes.Count);
                TLanes.Store(a2 + b3, y + (2 * step));
                TLanes.Store(b2 - a3, y + (2 * step) + TLanes.Count);
                TLanes.Store(a2 - b3, y + (6 * step));
                TLanes.Store(b2 + a3, y + (6 * step) + TLanes.Count);

                // The odd ones: eighth roots on 1 and 3, -i on 2.
                a1 = (r1 + s1) * root;
                b1 = (s1 - r1) * root;
                a3 = (s3 - r3) * root;
                b3 = -((r3 + s3) * root);
                a0 = r0 + s2;
                b0 = s0 - r2;
                a2 = r0 - s2;
                b2 = s0 + r2;
                p0 = a1 + a3;
                q0 = b1 + b3;
                p1 = a1 - a3;
                q1 = b1 - b3;
                TLanes.Store(a0 + p0, y + step);
                TLanes.Store(b0 + q0, y + step + TLanes.Count);
                TLanes.Store(a0 - p0, y + (5 * step));
                TLanes.Store(b0 - q0, y + (5 * step) + TLanes.Count);
                TLanes.Store(a2 + q1, y + (3 * step));
                TLanes.Store(b2 - p1, y + (3 * step) + TLanes.Count);
                TLanes.Store(a2 - q1, y + (7 * step));
                TLanes.Store(b2 + p1, y + (7 * step) + TLanes.Count);
            }
        }
    }
}
