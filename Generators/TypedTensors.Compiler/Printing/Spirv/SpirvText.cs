namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>A module as text for a C# literal: each word as a LEB128 number, the bytes in base64; the runtime's <c>SpirvText</c> reads it.</summary>
/// <remarks>Most words are small, so that this takes about half the room of the plain words.</remarks>
public static class SpirvText
{
    const int PayloadBits = 7;
    const uint More = 1u << PayloadBits;

    /// <summary>Writes a module.</summary>
    /// <param name="words">The words.</param>
    /// <returns>Letters, digits, <c>+</c>, <c>/</c> and <c>=</c>.</returns>
    public static string Encode(IReadOnlyList<uint> words)
    {
        var bytes = new List<byte>(words.Count * 2);
        foreach (uint word in words)
        {
            uint rest = word;
            while (rest >= More)
            {
                bytes.Add((byte)(rest | More));
                rest >>= PayloadBits;
            }

            bytes.Add((byte)rest);
        }

        return Convert.ToBase64String([.. bytes]);
    }
}
