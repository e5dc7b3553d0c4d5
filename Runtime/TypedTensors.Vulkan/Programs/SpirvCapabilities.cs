namespace TypedTensors.VulkanRuntime;

/// <summary>Reads from a module what it asks of a device.</summary>
internal static class SpirvCapabilities
{
    private const int HeaderWords = 5;
    private const uint OpCapability = 17;

    /// <summary>What a module needs and a device lacks, in words for a message; null if it lacks nothing.</summary>
    public static string? Missing(ReadOnlySpan<uint> words, DeviceFeatures features)
    {
        // Capabilities are the first instructions of a module, one word each besides the opcode.
        for (int at = HeaderWords; at + 1 < words.Length && (words[at] & 0xFFFF) == OpCapability; at += 2)
        {
            if (Lacks(words[at + 1], features) is { } missing)
            {
                return missing;
            }
        }

        return null;
    }

    private static string? Lacks(uint capability, DeviceFeatures features) => capability switch
    {
        9 when !features.Float16 => "16-bit floating-point arithmetic (shaderFloat16)",
        10 when !features.Float64 => "double (shaderFloat64)",
        11 when !features.Int64 => "64-bit integers (shaderInt64)",
        22 when !features.Int16 => "16-bit integer arithmetic (shaderInt16)",
        39 when !features.Int8 => "8-bit integer arithmetic (shaderInt8)",
        4433 when !features.Storage16 => "16-bit elements: Half, short, ushort (storageBuffer16BitAccess)",
        4448 when !features.Storage8 => "8-bit elements: bool, sbyte, byte (storageBuffer8BitAccess)",
        4466 when !features.PreservesNaN32 && !features.PreservesNaN64 => "keeping NaN, infinity and signed zeros",
        _ => null,
    };
}
