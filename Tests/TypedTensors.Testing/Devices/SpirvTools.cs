using System.Runtime.InteropServices;
using Xunit;

namespace TypedTensors.Testing.Devices;

/// <summary>The programs of the SPIR-V tools, over modules in memory.</summary>
public static class SpirvTools
{
    /// <summary>The validator.</summary>
    public const string Validator = "spirv-val";

    /// <summary>The disassembler.</summary>
    public const string Disassembler = "spirv-dis";

    /// <summary>Checks that a module is valid for Vulkan 1.2.</summary>
    /// <param name="words">The module.</param>
    /// <returns>A task that ends when it has been checked.</returns>
    public static async Task Validate(uint[] words)
    {
        (int exitCode, string output) = await Tool.Run(Validator, Bytes(words), "--target-env", "vulkan1.2", "-");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Writes a module as text.</summary>
    /// <param name="words">The module.</param>
    /// <returns>The text, without the header.</returns>
    public static async Task<string> Disassemble(uint[] words)
    {
        (int exitCode, string output) = await Tool.Run(Disassembler, Bytes(words), "--no-header", "--no-color", "-");
        Assert.True(exitCode == 0, output);
        return output;
    }

    static byte[] Bytes(uint[] words) => MemoryMarshal.AsBytes<uint>(words).ToArray();
}
