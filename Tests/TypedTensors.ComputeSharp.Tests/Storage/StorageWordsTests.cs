using System.Runtime.InteropServices;
using TypedTensors.Direct3D.Storage;

namespace TypedTensors.Direct3D.Tests.Storage;

/// <summary>Elements as 32-bit words and back.</summary>
public class StorageWordsTests
{
    [Fact]
    public void EveryHalf_IsTheSameNumberAsAFloat_AndComesBack()
    {
        Half[] all = [.. Enumerable.Range(0, 1 << 16).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))];
        uint[] words = Widen(Dtype.Half, all);
        for (int i = 0; i < all.Length; i++)
        {
            float number = BitConverter.UInt32BitsToSingle(words[i]);
            Assert.True(Half.IsNaN(all[i]) ? float.IsNaN(number) : BitConverter.SingleToUInt32Bits((float)(double)all[i]) == words[i], $"{i:X4} became {words[i]:X8}");
        }

        Half[] back = new Half[all.Length];
        StorageWords.Narrow(Dtype.Half, words, MemoryMarshal.AsBytes(back.AsSpan()));
        Assert.True(all.Zip(back).All(pair => Half.IsNaN(pair.First) ? Half.IsNaN(pair.Second) : pair.First.Equals(pair.Second) && Half.IsNegative(pair.First) == Half.IsNegative(pair.Second)));
    }

    [Fact]
    public void SmallIntegers_AreExtendedByTheirSign_AndBoolIsZeroOrOne()
    {
        Assert.Equal([0xFFFFFF80, 0xFFFFFFFF, 0, 127], Widen<sbyte>(Dtype.SByte, [-128, -1, 0, 127]));
        Assert.Equal([0, 128, 255], Widen<byte>(Dtype.Byte, [0, 128, 255]));
        Assert.Equal([0xFFFF8000, 0xFFFFFFFF, 32767], Widen<short>(Dtype.Int16, [-32768, -1, 32767]));
        Assert.Equal([0, 65535], Widen<ushort>(Dtype.UInt16, [0, 65535]));
        Assert.Equal([1, 0], Widen<bool>(Dtype.Boolean, [true, false]));
    }

    [Fact]
    public void EverySmallInteger_ComesBack()
    {
        ushort[] bits = [.. Enumerable.Range(0, 1 << 16).Select(value => (ushort)value)];
        foreach (Dtype dtype in (ReadOnlySpan<Dtype>)[Dtype.Int16, Dtype.UInt16])
        {
            ushort[] back = new ushort[bits.Length];
            StorageWords.Narrow(dtype, Widen(dtype, bits), MemoryMarshal.AsBytes(back.AsSpan()));
            Assert.Equal(bits, back);
        }

        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        foreach (Dtype dtype in (ReadOnlySpan<Dtype>)[Dtype.SByte, Dtype.Byte])
        {
            byte[] back = new byte[bytes.Length];
            StorageWords.Narrow(dtype, Widen(dtype, bytes), back);
            Assert.Equal(bytes, back);
        }
    }

    static uint[] Widen<T>(Dtype dtype, T[] elements)
        where T : unmanaged
    {
        uint[] words = new uint[elements.Length];
        StorageWords.Widen(dtype, MemoryMarshal.AsBytes<T>(elements), words);
        return words;
    }
}
