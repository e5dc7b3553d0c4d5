using System.Numerics;

namespace TypedTensors.FourierTransforms;

/// <summary>A transform of any length as a convolution, which transforms of a power of two compute (Bluestein 1970).</summary>
/// <remarks>As jk = (j^2 + k^2 - (k - j)^2) / 2, X[k] = c[k] sum of (x[j] c[j]) conj c[k - j], where c[j] = exp(-pi i j^2 / n).</remarks>
internal sealed unsafe class Bluestein<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly nint length;
    private readonly nint detour;
    private readonly Complex<T>[] chirp;
    private readonly Complex<T>[] filter;

    /// <summary>Computes the chirp and its transform.</summary>
    public Bluestein(nint length)
    {
        this.length = length;
        detour = (nint)BitOperations.RoundUpToPowerOf2((nuint)((2 * length) - 1));
        chirp = new Complex<T>[checked((int)length)];
        filter = GC.AllocateUninitializedArray<Complex<T>>(checked((int)detour), pinned: true);
        filter.AsSpan().Clear();
        T scale = T.One / T.CreateTruncating(detour);
        for (nint j = 0; j < length; j++)
        {
            (double cosine, double sine) = Roots.Of((Int128)j * j, 2 * length);
            chirp[j] = new Complex<T>(T.CreateTruncating(cosine), T.CreateTruncating(sine));
            filter[j] = filter[j == 0 ? 0 : detour - j] = new Complex<T>(T.CreateTruncating(cosine) * scale, T.CreateTruncating(-sine) * scale);
        }

        fixed (Complex<T>* first = filter)
        {
            var line = Strands<T>.OfComplex((T*)first, 2, detour);
            LineTransform<T>.Run(FourierPlan<T>.Of(detour), line, line, T.One, isInverse: false);
        }
    }

    /// <summary>Transforms one line.</summary>
    public void Run(in Strands<T> source, in Strands<T> target, T scale, bool isInverse)
    {
        FourierPlan<T> plan = FourierPlan<T>.Of(detour);
        using var work = new WorkLine<T>(detour);
        T* origin = source.Origin;
        Complex<T>* line = (Complex<T>*)work.Start;
        for (nint j = 0; j < length; j++)
        {
            T real = j < source.RealCount ? origin[j * source.Step] : T.Zero, imaginary = j < source.ImaginaryCount ? origin[(j * source.Step) + source.Imaginary] : T.Zero;
            line[j] = (isInverse ? new Complex<T>(imaginary, real) : new Complex<T>(real, imaginary)) * chirp[j];
        }

        new Span<Complex<T>>(line + length, checked((int)(detour - length))).Clear();
        LineTransform<T>.Run(plan, work.Strands, work.Strands, T.One, isInverse: false);
        for (nint j = 0; j < detour; j++)
        {
            line[j] *= filter[j];
        }

        LineTransform<T>.Run(plan, work.Strands, work.Strands, T.One, isInverse: true);
        T* to = target.Origin;
        for (nint k = 0; k < target.RealCount; k++, to += target.Step)
        {
            (T real, T imaginary) = line[k] * chirp[k];
            *to = (isInverse ? imaginary : real) * scale;
            if (target.Imaginary != 0)
            {
                to[target.Imaginary] = (isInverse ? real : imaginary) * scale;
            }
        }
    }
}
