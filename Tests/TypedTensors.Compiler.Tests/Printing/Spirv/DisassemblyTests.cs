using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.Compiler.Tests.Printing.Spirv;

/// <summary>A whole module, as one reads it.</summary>
public class DisassemblyTests
{
    [ToolFact(SpirvTools.Disassembler)]
    public async Task Kernel_ReadsAsVerified()
    {
        uint[] words = DeviceKernels.Print(DeviceKernels.Of("static float LeakyRectifier(float x, [Scalar] float slope) => x < 0 ? slope * x : x;"));
        await Snapshot.VerifyText(await SpirvTools.Disassemble(words), "spvasm");
    }

    [ToolFact(SpirvTools.Disassembler)]
    public async Task FusedMultiplyAdd_ChoosesTheDevicesOwnBySwitch()
    {
        string text = await SpirvTools.Disassemble(DeviceKernels.Print(DeviceKernels.Of("static float F(float x, float y) => MathF.FusedMultiplyAdd(x, x, y);")));
        Assert.Contains("OpDecorate %deviceFuses SpecId 0", text, StringComparison.Ordinal);
        Assert.Contains("%deviceFuses = OpSpecConstantTrue %bool", text, StringComparison.Ordinal);
        Assert.Contains("OpBranchConditional %deviceFuses", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("OpExtInst %float", StringComparison.Ordinal) && line.Contains("Fma", StringComparison.Ordinal));
    }

    [ToolTheory(SpirvTools.Disassembler)]
    [InlineData("static float F(float x) => x + 1;", "Shader SignedZeroInfNanPreserve")]
    [InlineData("static int F(int x) => x + 1;", "Shader")]
    [InlineData("static double F(double x) => x + 1;", "Shader Float64 SignedZeroInfNanPreserve")]
    [InlineData("static long F(long x) => x + 1;", "Shader Int64")]
    [InlineData("static bool F(bool x) => !x;", "Shader StorageBuffer8BitAccess")]
    public async Task Capabilities_AreOnlyThoseNeeded(string method, string expected)
    {
        string text = await SpirvTools.Disassemble(DeviceKernels.Print(DeviceKernels.Of(method)));
        Assert.Equal(expected, string.Join(' ', text.Split('\n').Where(line => line.Contains("OpCapability", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1])));
    }
}
