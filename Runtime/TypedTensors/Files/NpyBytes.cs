using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>What the reader and the writer of elements have in common: tensors as bytes, piece by piece.</summary>
internal static class NpyBytes
{
    /// <summary>The bytes that are moved at a time: enough to be fast, few enough to stay in the cache between reading and decoding.</summary>
    public const int PieceLength = 1 << 20;

    /// <summary>Some bytes of a contiguous tensor. They do not keep it alive.</summary>
    public static Span<byte> Of<T>(Tensor<T, Cpu> tensor, nint byteOffset, int byteLength)
        where T : unmanaged
    {
        ref byte start = ref ((CpuStorage)tensor.Storage).Start;
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref start, (tensor.Layout.Offset * Unsafe.SizeOf<T>()) + byteOffset), byteLength);
    }

    /// <summary>A tensor of at least two elements cut in two, such that all elements of the first come before those of the second in C order.</summary>
    public static (Tensor<T, Cpu> First, Tensor<T, Cpu> Second) Halve<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        Tensor<T, Cpu> squeezed = tensor.Squeeze();
        nint middle = squeezed.Shape[0] / 2;
        return (squeezed[new Slice(stop: middle)], squeezed[new Slice(start: middle)]);
    }

    /// <summary>Reverses the bytes of each element.</summary>
    public static void ReverseEndianness(Span<byte> bytes, int elementSize)
    {
        switch (elementSize)
        {
            case 2:
                Span<ushort> twos = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(twos, twos);
                break;
            case 4:
                Span<uint> fours = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(fours, fours);
                break;
            default:
                Span<ulong> eights = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(eights, eights);
                break;
        }
    }
}
