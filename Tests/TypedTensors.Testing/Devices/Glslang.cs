using System.Text;
using Xunit;

namespace TypedTensors.Testing.Devices;

/// <summary>The reference compiler of GLSL and HLSL.</summary>
public static class Glslang
{
    /// <summary>The program.</summary>
    public const string Compiler = "glslangValidator";

    /// <summary>Compiles an HLSL compute shader for Vulkan 1.1; newer targets make glslang emit modules that are not valid.</summary>
    /// <param name="hlsl">The text.</param>
    /// <returns>The SPIR-V words.</returns>
    public static async Task<uint[]> Compile(string hlsl)
    {
        string file = Path.GetTempFileName();
        try
        {
            (int exitCode, string output) = await Tool.Run(
                Compiler, Encoding.UTF8.GetBytes(hlsl), "-D", "--stdin", "-S", "comp", "--target-env", "vulkan1.1", "-V", "-e", "Execute", "-o", file);
            Assert.True(exitCode == 0, output + "\n" + hlsl);
            byte[] bytes = await File.ReadAllBytesAsync(file);
            uint[] words = new uint[bytes.Length / sizeof(uint)];
            Buffer.BlockCopy(bytes, 0, words, 0, bytes.Length);
            return words;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
