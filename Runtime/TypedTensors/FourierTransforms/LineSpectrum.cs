using System.Numerics;

namespace TypedTensors.FourierTransforms;

/// <summary>What <see cref="PanelSpectrum{TLanes, T}"/> does in panels, for one line in memory.</summary>
internal static unsafe class LineSpectrum<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Copies a line, with zeros for what the source lacks.</summary>
    public static void Copy(in Strands<T> source, in Strands<T> target)
    {
        for (nint i = 0; i < target.RealCount; i++)
        {
            Write(target, i, Read(source, i));
        }
    }

    /// <summary>Turns the first h elements of a line, the transform of pairs, into h + 1 of the transform of the real numbers.</summary>
    public static void Unpack(in Strands<T> line, nint half, T* roots)
    {
        Complex<T> first = Read(line, 0);
        Write(line, 0, first.Real + first.Imaginary);
        Write(line, half, first.Real - first.Imaginary);
        T middle = T.CreateTruncating(0.5);
        for (nint k = 1; k <= half - k; k++)
        {
            Complex<T> low = Read(line, k) * middle, mirror = Read(line, half - k).Conjugate * middle;
            Complex<T> even = low + mirror, difference = low - mirror;
            Complex<T> turned = new Complex<T>(difference.Imaginary, -difference.Real) * new Complex<T>(roots[2 * k], roots[(2 * k) + 1]);
            Write(line, k, even + turned);
            Write(line, half - k, (even - turned).Conjugate);
        }
    }

    /// <summary>Makes of h + 1 elements twice the transform of pairs. The imaginary parts of the ends are not looked at.</summary>
    public static void Pack(in Strands<T> source, in Strands<T> target, nint half, T* roots)
    {
        T first = Read(source, 0).Real, last = Read(source, half).Real;
        Write(target, 0, new Complex<T>(first + last, first - last));
        for (nint k = 1; k <= half - k; k++)
        {
            Complex<T> low = Read(source, k), mirror = Read(source, half - k).Conjugate;
            Complex<T> even = low + mirror, odd = (low - mirror) * new Complex<T>(roots[2 * k], -roots[(2 * k) + 1]);
            Complex<T> turned = new(-odd.Imaginary, odd.Real);
            Write(target, k, even + turned);
            Write(target, half - k, (even - turned).Conjugate);
        }
    }

    /// <summary>Copies half of a line that is its own mirror image, conjugated, and puts the other half behind it. The imaginary part of the first is not looked at.</summary>
    public static void Extend(in Strands<T> source, in Strands<T> target, nint length)
    {
        Write(target, 0, Read(source, 0).Real);
        for (nint k = 1; k <= length / 2; k++)
        {
            Complex<T> element = Read(source, k);
            Write(target, k, element);
            Write(target, length - k, element.Conjugate);
        }
    }

    private static Complex<T> Read(in Strands<T> line, nint index) => new(
        index < line.RealCount ? line.Origin[index * line.Step] : T.Zero,
        index < line.ImaginaryCount ? line.Origin[(index * line.Step) + line.Imaginary] : T.Zero);

    private static void Write(in Strands<T> line, nint index, Complex<T> value) => *(Complex<T>*)(line.Origin + (index * line.Step)) = value;
}
