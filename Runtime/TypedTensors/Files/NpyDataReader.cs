using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Reads the elements behind a header into memory, C-ordered and in the byte order of this machine.</summary>
/// <remarks>
/// Memory for an array is taken at once if its bytes certainly exist. Otherwise (a pipe, a compressed entry) it begins with what the source can be trusted with
/// and doubles only when it is full, so that a header and an archive that lie together still cost little more than the bytes there really are.
/// </remarks>
internal static class NpyDataReader
{
    /// <summary>Reads the elements, and checks that nothing follows them.</summary>
    /// <exception cref="NumpyFormatException">The data are shorter or longer than the header says, or bools are neither 0 nor 1.</exception>
    public static Tensor<T, Cpu> Read<T>(NpySource source, NpyHeader header)
        where T : unmanaged
    {
        CheckLength(source, header);
        long ahead = Math.Max(source.TrustedLength, NpyBytes.PieceLength);
        Tensor<T, Cpu> tensor = header.DataLength <= ahead
            ? ReadAtOnce<T>(source, header)
            : ReadGrowing<T>(source, header, (nint)(ahead / Unsafe.SizeOf<T>()));
        source.ExpectEnd();
        return tensor;
    }

    /// <summary>Checks that as many bytes follow the header as it calls for, where the length is known.</summary>
    public static void CheckLength(NpySource source, NpyHeader header)
    {
        if (source.Length - header.DataOffset is not { } rest || rest == header.DataLength)
        {
            return;
        }

        string called = $"{header.DataLength} bytes of data ({Dtypes.NumpyNameOf(header.Dtype)} of shape {header.Shape})";
        throw source.Fault(rest < header.DataLength
            ? $"the file is truncated: its header calls for {called}, but {rest} follow."
            : $"the header calls for {called}, but {rest} follow; {rest - header.DataLength} trailing bytes are too many.");
    }

    private static Tensor<T, Cpu> ReadAtOnce<T>(NpySource source, NpyHeader header)
        where T : unmanaged
    {
        Tensor<T, Cpu> tensor = Tensor<T, Cpu>.Empty(header.Shape);
        try
        {
            // The transposed view has its C order where the file has it, and the loop that fills it does the transposing.
            Fill(source, header, header.FortranOrder ? tensor.Transpose() : tensor);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    private static Tensor<T, Cpu> ReadGrowing<T>(NpySource source, NpyHeader header, nint capacity)
        where T : unmanaged
    {
        nint filled = 0, total = header.Shape.Length;
        Tensor<T, Cpu> buffer = Tensor<T, Cpu>.Empty(capacity);
        try
        {
            while (true)
            {
                Fill(source, header, buffer[new Slice(start: filled)]);
                filled = buffer.Length;
                if (filled == total)
                {
                    break;
                }

                Tensor<T, Cpu> larger = Tensor<T, Cpu>.Empty(filled <= total / 2 ? filled * 2 : total);
                larger[new Slice(stop: filled)].CopyFrom(buffer);
                buffer.Dispose();
                buffer = larger;
            }

            var tensor = new Tensor<T, Cpu>(buffer.Storage, header.DataLayout());
            return tensor.IsContiguous ? tensor : tensor.Clone();
        }
        finally
        {
            buffer.Dispose();
        }
    }

    /// <summary>Reads the elements of a view in its C order; one that is not contiguous is filled from pieces.</summary>
    private static void Fill<T>(NpySource source, NpyHeader header, Tensor<T, Cpu> view)
        where T : unmanaged
    {
        nint byteLength = view.Length * Unsafe.SizeOf<T>();
        if (view.IsContiguous)
        {
            for (nint offset = 0; offset < byteLength; offset += NpyBytes.PieceLength)
            {
                Span<byte> piece = NpyBytes.Of(view, offset, (int)Math.Min(NpyBytes.PieceLength, byteLength - offset));
                source.Read(piece, "data");
                Decode(source, header, piece);
            }

            GC.KeepAlive(view);
        }
        else if (byteLength <= NpyBytes.PieceLength)
        {
            using Tensor<T, Cpu> piece = Tensor<T, Cpu>.Empty(view.Shape);
            Fill(source, header, piece);
            view.CopyFrom(piece);
        }
        else
        {
            (Tensor<T, Cpu> first, Tensor<T, Cpu> second) = NpyBytes.Halve(view);
            Fill(source, header, first);
            Fill(source, header, second);
        }
    }

    private static void Decode(NpySource source, NpyHeader header, Span<byte> piece)
    {
        if (header.IsForeignEndian)
        {
            NpyBytes.ReverseEndianness(piece, Dtypes.SizeOf(header.Dtype) / (Dtypes.IsComplex(header.Dtype) ? 2 : 1));
        }
        else if (header.Dtype == Dtype.Boolean)
        {
            CheckBooleans(source, piece, source.Position - piece.Length);
        }
    }

    /// <summary>Refuses bytes that are neither 0 nor 1: a bool that is neither breaks the code that meets it, and no array of NumPy's writes one.</summary>
    /// <param name="source">Where the bytes are from.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="position">Where they begin in the file.</param>
    public static void CheckBooleans(NpySource source, ReadOnlySpan<byte> bytes, long position)
    {
        int index = bytes.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (index >= 0)
        {
            throw source.Fault($"the file holds bool, but byte {position + index} is {bytes[index]}; a bool is 0 or 1.");
        }
    }
}
