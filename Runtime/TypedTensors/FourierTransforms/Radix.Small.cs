using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.FourierTransforms;

/// <summary>One pass of Stockham's transform over panels, for each radix: <c>groups</c> times <c>stride</c> butterflies of so many elements.</summary>
/// <remarks>
/// Element e of a panel is a vector of real parts and one of imaginary parts. The pass with radix r takes elements <c>stride</c> apart, turns them by the group's
/// roots of unity, transforms them and leaves them <c>groups * stride</c> apart, which sorts as it goes (Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992).
/// </remarks>
internal static unsafe partial class Radix<TLanes, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A pass of radix 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass2(T* source, T* destination, nint groups, nint stride, T* twiddles)
    {
        nint size = 2 * TLanes.Count, spread = stride * size, step = groups * stride * size;
        for (nint group = 0; group < groups; group++, twiddles += 2)
        {
            for (nint place = 0; place < stride; place++)
            {
                T* x = source + (((group * 2 * stride) + place) * size);
                T* y = destination + (((group * stride) + place) * size);
                TLanes a0 = TLanes.Load(x), b0 = TLanes.Load(x + TLanes.Count);
                TLanes a1 = TLanes.Load(x + spread), b1 = TLanes.Load(x + spread + TLanes.Count);
                if (group != 0)
                {
                    Twist(ref a1, ref b1, twiddles);
                }

                TLanes.Store(a0 + a1, y);
                TLanes.Store(b0 + b1, y + TLanes.Count);
                TLanes.Store(a0 - a1, y + step);
                TLanes.Store(b0 - b1, y + step + TLanes.Count);
            }
        }
    }

    /// <summary>A pass of radix 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass3(T* source, T* destination, nint groups, nint stride, T* twiddles)
    {
        nint size = 2 * TLanes.Count, spread = stride * size, step = groups * stride * size;
        TLanes half = TLanes.Broadcast(T.CreateTruncating(-0.5)), sine = TLanes.Broadcast(T.CreateTruncating(0.86602540378443864676));
        for (nint group = 0; group < groups; group++, twiddles += 4)
        {
            for (nint place = 0; place < stride; place++)
            {
                T* x = source + (((group * 3 * stride) + place) * size);
                T* y = destination + (((group * stride) + place) * size);
                TLanes a0 = TLanes.Load(x), b0 = TLanes.Load(x + TLanes.Count);
                TLanes a1 = TLanes.Load(x + spread), b1 = TLanes.Load(x + spread + TLanes.Count);
                TLanes a2 = TLanes.Load(x + (2 * spread)), b2 = TLanes.Load(x + (2 * spread) + TLanes.Count);
                if (group != 0)
                {
                    Twist(ref a1, ref b1, twiddles);
                    Twist(ref a2, ref b2, twiddles + 2);
                }

                TLanes sumA = a1 + a2, sumB = b1 + b2;
                TLanes middleA = TLanes.MultiplyAdd(sumA, half, a0), middleB = TLanes.MultiplyAdd(sumB, half, b0);
                TLanes turnedA = (b1 - b2) * sine, turnedB = (a1 - a2) * sine;
                TLanes.Store(a0 + sumA, y);
                TLanes.Store(b0 + sumB, y + TLanes.Count);
                TLanes.Store(middleA + turnedA, y + step);
                TLanes.Store(middleB - turnedB, y + step + TLanes.Count);
                TLanes.Store(middleA - turnedA, y + (2 * step));
                TLanes.Store(middleB + turnedB, y + (2 * step) + TLanes.Count);
            }
        }
    }

    /// <summary>A pass of radix 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass4(T* source, T* destination, nint groups, nint stride, T* twiddles)
    {
        nint size = 2 * TLanes.Count, spread = stride * size, step = groups * stride * size;
        for (nint group = 0; group < groups; group++, twiddles += 6)
        {
            for (nint place = 0; place < stride; place++)
            {
                T* x = source + (((group * 4 * stride) + place) * size);
                T* y = destination + (((group * stride) + place) * size);
                TLanes a0 = TLanes.Load(x), b0 = TLanes.Load(x + TLanes.Count);
                TLanes a1 = TLanes.Load(x + spread), b1 = TLanes.Load(x + spread + TLanes.Count);
                TLanes a2 = TLanes.Load(x + (2 * spread)), b2 = TLanes.Load(x + (2 * spread) + TLanes.Count);
                TLanes a3 = TLanes.Load(x + (3 * spread)), b3 = TLanes.Load(x + (3 * spread) + TLanes.Count);
                if (group != 0)
                {
                    Twist(ref a1, ref b1, twiddles);
                    Twist(ref a2, ref b2, twiddles + 2);
                    Twist(ref a3, ref b3, twiddles + 4);
                }

                TLanes sumA = a0 + a2, sumB = b0 + b2, differenceA = a0 - a2, differenceB = b0 - b2;
                TLanes oddSumA = a1 + a3, oddSumB = b1 + b3, oddDifferenceA = a1 - a3, oddDifferenceB = b1 - b3;
                TLanes.Store(sumA + oddSumA, y);
                TLanes.Store(sumB + oddSumB, y + TLanes.Count);
                TLanes.Store(differenceA + oddDifferenceB, y + step);
                TLanes.Store(differenceB - oddDifferenceA, y + step + TLanes.Count);
                TLanes.Store(sumA - oddSumA, y + (2 * step));
                TLanes.Store(sumB - oddSumB, y + (2 * step) + TLanes.Count);
                TLanes.Store(differenceA - oddDifferenceB, y + (3 * step));
                TLanes.Store(differenceB + oddDifferenceA, y + (3 * step) + TLanes.Count);
            }
        }
    }

    /// <summary>A pass of radix 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass5(T* source, T* destination, nint groups, nint stride, T* twiddles)
    {
        nint size = 2 * TLanes.Count, spread = stride * size, step = groups * stride * size;
        TLanes cosine1 = TLanes.Broadcast(T.CreateTruncating(0.30901699437494742410)), cosine2 = TLanes.Broadcast(T.CreateTruncating(-0.80901699437494742410));
        TLanes sine1 = TLanes.Broadcast(T.CreateTruncating(0.95105651629515357212)), sine2 = TLanes.Broadcast(T.CreateTruncating(0.58778525229247312917));
        for (nint group = 0; group < groups; group++, twiddles += 8)
        {
            for (nint place = 0; place < stride; place++)
            {
                T* x = source + (((group * 5 * stride) + place) * size);
                T* y = destination + (((group * stride) + place) * size);
                TLanes a0 = TLanes.Load(x), b0 = TLanes.Load(x + TLanes.Count);
                TLanes a1 = TLanes.Load(x + spread), b1 = TLanes.Load(x + spread + TLanes.Count);
                TLanes a2 = TLanes.Load(x + (2 * spread)), b2 = TLanes.Load(x + (2 * spread) + TLanes.Count);
                TLanes a3 = TLanes.Load(x + (3 * spread)), b3 = TLanes.Load(x + (3 * spread) + TLanes.Count);
                TLanes a4 = TLanes.Load(x + (4 * spread)), b4 = TLanes.Load(x + (4 * spread) + TLanes.Count);
                if (group != 0)
                {
                    Twist(ref a1, ref b1, twiddles);
                    Twist(ref a2, ref b2, twiddles + 2);
                    Twist(ref a3, ref b3, twiddles + 4);
                    Twist(ref a4, ref b4, twiddles + 6);
                }

                TLanes sum1A = a1 + a4, sum1B = b1 + b4, difference1A = a1 - a4, difference1B = b1 - b4;
                TLanes sum2A = a2 + a3, sum2B = b2 + b3, difference2A = a2 - a3, difference2B = b2 - b3;
                TLanes first1A = TLanes.MultiplyAdd(sum1A, cosine1, TLanes.MultiplyAdd(sum2A, cosine2, a0));
                TLanes first1B = TLanes.MultiplyAdd(sum1B, cosine1, TLanes.MultiplyAdd(sum2B, cosine2, b0));
                TLanes first2A = TLanes.MultiplyAdd(sum1A, cosine2, TLanes.MultiplyAdd(sum2A, cosine1, a0));
                TLanes first2B = TLanes.MultiplyAdd(sum1B, cosine2, TLanes.MultiplyAdd(sum2B, cosine1, b0));
                TLanes turned1A = TLanes.MultiplyAdd(difference1B, sine1, difference2B * sine2);
                TLanes turned1B = TLanes.MultiplyAdd(difference1A, sine1, difference2A * sine2);
                TLanes turned2A = TLanes.MultiplyAdd(difference1B, sine2, -(difference2B * sine1));
                TLanes turned2B = TLanes.MultiplyAdd(difference1A, sine2, -(difference2A * sine1));
                TLanes.Store(a0 + sum1A + sum2A, y);
                TLanes.Store(b0 + sum1B + sum2B, y + TLanes.Count);
                TLanes.Store(first1A + turned1A, y + step);
                TLanes.Store(first1B - turned1B, y + step + TLanes.Count);
                TLanes.Store(first2A + turned2A, y + (2 * step));
                TLanes.Store(first2B - turned2B, y + (2 * step) + TLanes.Count);
                TLanes.Store(first2A - turned2A, y + (3 * step));
                TLanes.Store(first2B + turned2B, y + (3 * step) + TLanes.Count);
                TLanes.Store(first1A - turned1A, y + (4 * step));
                TLanes.Store(first1B + turned1B, y + (4 * step) + TLanes.Count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Twist(ref TLanes real, ref TLanes imaginary, T* twiddle)
    {
        TLanes cosine = TLanes.Broadcast(twiddle[0]), sine = TLanes.Broadcast(twiddle[1]), old = real;
        real = TLanes.MultiplyAdd(old, cosine, -(imaginary * sine));
        imaginary = TLanes.MultiplyAdd(old, sine, imaginary * cosine);
    }
}
