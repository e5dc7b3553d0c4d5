using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Converts contiguous runs of elements from one dtype to another, as <c>Cast</c> documents.</summary>
internal static unsafe class Conversion
{
    /// <summary>Spans count with <see cref="int"/>; longer runs are converted in pieces of this many elements.</summary>
    private const int LargestPiece = 1 << 28;

    /// <summary>Converts <paramref name="length"/> elements; the two runs do not overlap.</summary>
    public static void Run(Dtype from, byte* source, Dtype to, byte* destination, nint length)
    {
        int fromSize = Dtypes.SizeOf(from), toSize = Dtypes.SizeOf(to);
        for (; length > 0; length -= LargestPiece)
        {
            int count = (int)Math.Min(length, LargestPiece);
            RunPiece(from, source, to, destination, count);
            source += (nint)count * fromSize;
            destination += (nint)count * toSize;
        }
    }

    private static void RunPiece(Dtype from, byte* source, Dtype to, byte* destination, int length)
    {
        if (from == to)
        {
            NativeMemory.Copy(source, destination, (nuint)((nint)length * Dtypes.SizeOf(from)));
            return;
        }

        switch (from)
        {
            // A bool is a byte that is 0 or 1.
            case Dtype.Boolean or Dtype.Byte: From<byte>(source, to, destination, length); break;
            case Dtype.SByte: From<sbyte>(source, to, destination, length); break;
            case Dtype.Int16: From<short>(source, to, destination, length); break;
            case Dtype.UInt16: From<ushort>(source, to, destination, length); break;
            case Dtype.Int32: From<int>(source, to, destination, length); break;
            case Dtype.UInt32: From<uint>(source, to, destination, length); break;
            case Dtype.Int64: From<long>(source, to, destination, length); break;
            case Dtype.UInt64: From<ulong>(source, to, destination, length); break;
            case Dtype.Half: From<Half>(source, to, destination, length); break;
            case Dtype.Single: From<float>(source, to, destination, length); break;
            case Dtype.ComplexSingle or Dtype.ComplexDouble: ComplexConversion.FromComplex(from, source, to, destination, length); break;
            default: From<double>(source, to, destination, length); break;
        }
    }

    private static void From<TFrom>(byte* source, Dtype to, byte* destination, int length)
        where TFrom : unmanaged, INumber<TFrom>
    {
        var from = new ReadOnlySpan<TFrom>(source, length);
        switch (to)
        {
            case Dtype.Boolean: ToBoolean(from, new Span<bool>(destination, length)); break;
            case Dtype.SByte: To(from, new Span<sbyte>(destination, length)); break;
            case Dtype.Byte: To(from, new Span<byte>(destination, length)); break;
            case Dtype.Int16: To(from, new Span<short>(destination, length)); break;
            case Dtype.UInt16: To(from, new Span<ushort>(destination, length)); break;
            case Dtype.Int32: To(from, new Span<int>(destination, length)); break;
            case Dtype.UInt32: To(from, new Span<uint>(destination, length)); break;
            case Dtype.Int64: To(from, new Span<long>(destination, length)); break;
            case Dtype.UInt64: To(from, new Span<ulong>(destination, length)); break;
            case Dtype.Half: To(from, new Span<Half>(destination, length)); break;
            case Dtype.Single: To(from, new Span<float>(destination, length)); break;
            case Dtype.ComplexSingle: ComplexConversion.FromReal(from, new Span<Complex<float>>(destination, length)); break;
            case Dtype.ComplexDouble: ComplexConversion.FromReal(from, new Span<Complex<double>>(destination, length)); break;
            default: To(from, new Span<double>(destination, length)); break;
        }
    }

    private static void ToBoolean<TFrom>(ReadOnlySpan<TFrom> source, Span<bool> destination)
        where TFrom : unmanaged, INumber<TFrom>
    {
        for (int i = 0; i < source.Length; i++)
        {
            destination[i] = source[i] != TFrom.Zero;
        }
    }

    private static void To<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        // Saturating turns NaN into 0 and what is out of range into the nearest bound; truncating wraps integers.
        if (typeof(TFrom) == typeof(float) || typeof(TFrom) == typeof(double) || typeof(TFrom) == typeof(Half))
        {
            TensorPrimitives.ConvertSaturating(source, destination);
        }
        else
        {
            TensorPrimitives.ConvertTruncating(source, destination);
        }
    }
}
