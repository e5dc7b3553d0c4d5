namespace TypedTensors.Direct3D.Tests;

/// <summary>Has a module keep NaN, infinity and the sign of zero, for which glslang has no flag.</summary>
/// <remarks>
/// What <c>-Gis</c> and <c>D3DCOMPILE_IEEE_STRICTNESS</c>, with which the device compiles HLSL, are in DirectX. Without it a driver may make a maximum of a choice.
/// Mesa 22 makes one despite the mode, unless the comparison is marked as a sum would be.
/// </remarks>
internal static class StrictFloats
{
    private const int HeaderWords = 5;
    private const uint OpExtension = 10, OpEntryPoint = 15, OpExecutionMode = 16, OpCapability = 17, OpTypeFloat = 22, OpDecorate = 71, FirstComparison = 180, LastComparison = 191;
    private const uint SignedZeroInfNanPreserve = 4466, PreserveMode = 4461, NoContraction = 42;

    // "SPV_KHR_float_controls" and its end, in words.
    private static readonly uint[] Extension = [(7 << 16) | OpExtension, 0x5F565053, 0x5F52484B, 0x616F6C66, 0x6F635F74, 0x6F72746E, 0x0000736C];

    /// <summary>The module with the mode set for the widths of floating numbers that it uses.</summary>
    public static uint[] Require(uint[] words)
    {
        List<uint> strict = [.. words[..HeaderWords], (2 << 16) | OpCapability, SignedZeroInfNanPreserve];
        uint[] widths = [.. Instructions(words).Where(at => Op(words[at]) == OpTypeFloat).Select(at => words[at + 2])];
        uint[] comparisons = [.. Instructions(words).Where(at => Op(words[at]) is >= FirstComparison and <= LastComparison).Select(at => words[at + 2])];
        uint previous = OpCapability, entryPoint = 0;
        bool isDecorated = false;
        foreach (int at in Instructions(words))
        {
            uint op = Op(words[at]);
            if (previous == OpCapability && op != OpCapability)
            {
                strict.AddRange(Extension);
            }

            if (previous == OpEntryPoint)
            {
                strict.AddRange(widths.SelectMany(width => (uint[])[(4 << 16) | OpExecutionMode, entryPoint, PreserveMode, width]));
            }

            if (op == OpDecorate && !isDecorated)
            {
                isDecorated = true;
                strict.AddRange(comparisons.SelectMany(comparison => (uint[])[(3 << 16) | OpDecorate, comparison, NoContraction]));
            }

            entryPoint = op == OpEntryPoint ? words[at + 2] : entryPoint;
            previous = op;
            strict.AddRange(words.AsSpan(at, (int)(words[at] >> 16)));
        }

        return [.. strict];
    }

    private static uint Op(uint word) => word & 0xFFFF;

    private static IEnumerable<int> Instructions(uint[] words)
    {
        for (int at = HeaderWords; at < words.Length; at += (int)(words[at] >> 16))
        {
            yield return at;
        }
    }
}
