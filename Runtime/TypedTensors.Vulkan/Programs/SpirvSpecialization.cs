namespace TypedTensors.VulkanRuntime;

/// <summary>Reads from a module which of its constants the host may set.</summary>
internal static class SpirvSpecialization
{
    private const int HeaderWords = 5;
    private const uint OpDecorate = 71, SpecId = 1;

    /// <summary>Whether a module has the specialization constant of a number.</summary>
    public static bool Has(ReadOnlySpan<uint> words, uint number)
    {
        for (int at = HeaderWords; at + 3 < words.Length; at += (int)Math.Max(words[at] >> 16, 1))
        {
            if ((words[at] & 0xFFFF) == OpDecorate && words[at + 2] == SpecId && words[at + 3] == number)
            {
                return true;
            }
        }

        return false;
    }
}
