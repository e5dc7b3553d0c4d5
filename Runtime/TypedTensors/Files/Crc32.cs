using System.Buffers.Binary;

namespace TypedTensors;

/// <summary>The checksum of zip entries (CRC-32, polynomial 0x04C11DB7, reflected), eight bytes at a time.</summary>
/// <remarks>The .NET zip reader does not compare it, and a flipped bit in an entry would otherwise go unnoticed.</remarks>
internal static class Crc32
{
    private const uint ReflectedPolynomial = 0xEDB88320;

    /// <summary>Row k holds the effect of a byte that k further bytes follow.</summary>
    private static readonly uint[] Table = MakeTable();

    /// <summary>Continues a checksum, which begins as 0, over further bytes.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = Table;
        uint state = ~checksum;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            ulong block = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ state;
            state = table[(7 * 256) + (int)(block & 0xFF)]
                ^ table[(6 * 256) + (int)((block >> 8) & 0xFF)]
                ^ table[(5 * 256) + (int)((block >> 16) & 0xFF)]
                ^ table[(4 * 256) + (int)((block >> 24) & 0xFF)]
                ^ table[(3 * 256) + (int)((block >> 32) & 0xFF)]
                ^ table[(2 * 256) + (int)((block >> 40) & 0xFF)]
                ^ table[256 + (int)((block >> 48) & 0xFF)]
                ^ table[(int)(block >> 56)];
        }

        foreach (byte value in bytes)
        {
            state = table[(int)((state ^ value) & 0xFF)] ^ (state >> 8);
        }

        return ~state;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint state = i;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state >> 1) ^ ((state & 1) * ReflectedPolynomial);
            }

            table[i] = state;
        }

        for (int i = 256; i < table.Length; i++)
        {
            table[i] = table[(int)(table[i - 256] & 0xFF)] ^ (table[i - 256] >> 8);
        }

        return table;
    }
}
