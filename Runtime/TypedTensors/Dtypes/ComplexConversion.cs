using System.Numerics;
using System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>Converts runs of elements to complex numbers, and from one kind of complex number to the other.</summary>
internal static unsafe class ComplexConversion
{
    /// <summary>Converts real numbers, which become real parts.</summary>
    public static void FromReal<TFrom, T>(ReadOnlySpan<TFrom> source, Span<Complex<T>> destination)
        where TFrom : unmanaged, INumber<TFrom>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = new Complex<T>(T.CreateTruncating(source[i]), T.Zero);
        }
    }

    /// <summary>Converts complex numbers, part by part.</summary>
    /// <exception cref="NotSupportedException">The other dtype has room for one part only.</exception>
    public static void FromComplex(Dtype from, byte* source, Dtype to, byte* destination, int length)
    {
        for (int part = 0; part < 2; part++)
        {
            // Twice as many parts as elements could be more than a span counts.
            switch (from, to)
            {
                case (Dtype.ComplexSingle, Dtype.ComplexDouble):
                    TensorPrimitives.ConvertTruncating(new ReadOnlySpan<float>((float*)source + (part * (nint)length), length), new Span<double>((double*)destination + (part * (nint)length), length));
                    break;
                case (Dtype.ComplexDouble, Dtype.ComplexSingle):
                    TensorPrimitives.ConvertTruncating(new ReadOnlySpan<double>((double*)source + (part * (nint)length), length), new Span<float>((float*)destination + (part * (nint)length), length));
                    break;
                default:
                    throw new NotSupportedException(
                        $"Cast: {Dtypes.NameOf(from)} has a real and an imaginary part, {Dtypes.NameOf(to)} has room for one. Take Real(), Imag() or Abs() first.");
            }
        }
    }
}
