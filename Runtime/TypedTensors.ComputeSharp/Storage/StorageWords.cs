using System.Runtime.InteropServices;

namespace TypedTensors.Direct3D.Storage;

/// <summary>
/// Elements of up to 32 bits as they lie in a DirectX buffer: one word each, since HLSL addresses nothing smaller. Small integers are extended, bool is 0 or 1, Half is
/// the same number as a float.
/// </summary>
internal static class StorageWords
{
    /// <summary>Writes elements of a dtype as words.</summary>
    public static void Widen(Dtype dtype, ReadOnlySpan<byte> elements, Span<uint> words)
    {
        switch (dtype)
        {
            case Dtype.Boolean or Dtype.Byte: Widen<byte>(elements, words, static value => value); break;
            case Dtype.SByte: Widen<sbyte>(elements, words, static value => (uint)value); break;
            case Dtype.Int16: Widen<short>(elements, words, static value => (uint)value); break;
            case Dtype.UInt16: Widen<ushort>(elements, words, static value => value); break;
            case Dtype.Half: Widen<Half>(elements, words, static value => BitConverter.SingleToUInt32Bits((float)value)); break;
            default: MemoryMarshal.Cast<byte, uint>(elements).CopyTo(words); break;
        }
    }

    /// <summary>Reads elements of a dtype back from words.</summary>
    public static void Narrow(Dtype dtype, ReadOnlySpan<uint> words, Span<byte> elements)
    {
        switch (dtype)
        {
            case Dtype.Boolean or Dtype.Byte: Narrow(words, elements, static word => (byte)word); break;
            case Dtype.SByte: Narrow(words, elements, static word => (sbyte)word); break;
            case Dtype.Int16: Narrow(words, elements, static word => (short)word); break;
            case Dtype.UInt16: Narrow(words, elements, static word => (ushort)word); break;
            case Dtype.Half: Narrow(words, elements, static word => (Half)BitConverter.UInt32BitsToSingle(word)); break;
            default: MemoryMarshal.AsBytes(words).CopyTo(elements); break;
        }
    }

    private static void Widen<T>(ReadOnlySpan<byte> elements, Span<uint> words, Func<T, uint> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(elements);
        for (int i = 0; i < values.Length; i++)
        {
            words[i] = convert(values[i]);
        }
    }

    private static void Narrow<T>(ReadOnlySpan<uint> words, Span<byte> elements, Func<uint, T> convert)
        where T : unmanaged
    {
        Span<T> values = MemoryMarshal.Cast<byte, T>(elements);
        for (int i = 0; i < words.Length; i++)
        {
            values[i] = convert(words[i]);
        }
    }
}
