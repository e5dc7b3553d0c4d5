namespace TypedTensors.VulkanRuntime;

/// <summary>Reads from a module how much memory a group of its threads shares.</summary>
internal static class SpirvSharedMemory
{
    private const int HeaderWords = 5;
    private const uint OpTypeBool = 20, OpTypeInt = 21, OpTypeFloat = 22, OpTypeArray = 28, OpTypePointer = 32, OpConstant = 43, OpVariable = 59;
    private const uint Workgroup = 4;

    /// <summary>The bytes of all shared arrays.</summary>
    public static long Bytes(ReadOnlySpan<uint> words)
    {
        // Types and constants are declared before what is made of them.
        var sizes = new Dictionary<uint, long>();
        var constants = new Dictionary<uint, uint>();
        long bytes = 0;
        for (int at = HeaderWords; at < words.Length; at += (int)Math.Max(words[at] >> 16, 1))
        {
            switch (words[at] & 0xFFFF)
            {
                case OpTypeBool:
                    sizes[words[at + 1]] = sizeof(uint);
                    break;
                case OpTypeInt or OpTypeFloat:
                    sizes[words[at + 1]] = words[at + 2] / 8;
                    break;
                case OpConstant:
                    constants[words[at + 2]] = words[at + 3];
                    break;
                case OpTypeArray:
                    sizes[words[at + 1]] = sizes[words[at + 2]] * constants[words[at + 3]];
                    break;
                case OpTypePointer when words[at + 2] == Workgroup:
                    sizes[words[at + 1]] = sizes[words[at + 3]];
                    break;
                case OpVariable when words[at + 3] == Workgroup:
                    bytes += sizes[words[at + 1]];
                    break;
            }
        }

        return bytes;
    }
}
