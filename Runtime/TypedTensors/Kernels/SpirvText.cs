namespace TypedTensors.Kernels;

/// <summary>Reads SPIR-V modules from <see cref="DeviceTextAttribute.Spirv"/>: base64 of the words, each as a LEB128 number.</summary>
public static class SpirvText
{
    const int PayloadBits = 7, WordBits = 32;
    const uint More = 1u << PayloadBits;

    /// <summary>Reads a module.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words; none for an empty text.</returns>
    /// <exception cref="FormatException">The text is no base64, or what it says are no words of 32 bits.</exception>
    public static uint[] Decode(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? Words(bytes.AsSpan(0, length))
            : throw new FormatException("The SPIR-V module is no base64 text.");
    }

    static uint[] Words(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte part in bytes)
        {
            count += part < More ? 1 : 0;
        }

        uint[] words = new uint[count];
        int position = 0;
        for (int index = 0; index < count; index++)
        {
            ulong word = 0;
            int shift = 0;
            byte part;
            do
            {
                part = bytes[position++];
                word |= (ulong)(part & (More - 1)) << shift;
                shift += PayloadBits;
            }
            while (part >= More && shift <= WordBits);

            words[index] = part < More && word <= uint.MaxValue ? (uint)word : throw new FormatException("The SPIR-V module has a number of more than 32 bits.");
        }

        return position == bytes.Length ? words : throw new FormatException("The SPIR-V module ends within a number.");
    }
}
