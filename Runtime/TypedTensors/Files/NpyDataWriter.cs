using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>Writes the elements of a tensor of any layout in C order, a piece at a time.</summary>
internal static class NpyDataWriter
{
    /// <summary>Writes the elements; the tensor stays as it is, and a strided one is copied in pieces only.</summary>
    public static void Write<T>(Stream stream, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        nint byteLength = tensor.Length * Unsafe.SizeOf<T>();
        if (tensor.IsContiguous)
        {
            for (nint offset = 0; offset < byteLength; offset += NpyBytes.PieceLength)
            {
                stream.Write(NpyBytes.Of(tensor, offset, (int)Math.Min(NpyBytes.PieceLength, byteLength - offset)));
            }

            GC.KeepAlive(tensor);
        }
        else if (byteLength <= NpyBytes.PieceLength)
        {
            using Tensor<T, Cpu> piece = tensor.Clone();
            Write(stream, piece);
        }
        else
        {
            (Tensor<T, Cpu> first, Tensor<T, Cpu> second) = NpyBytes.Halve(tensor);
            Write(stream, first);
            Write(stream, second);
        }
    }
}
