using TypedTensors.Compiler.Printing.Spirv;
using Decoder = TypedTensors.Kernels.SpirvText;

namespace TypedTensors.Compiler.Tests.Printing.Spirv;

/// <summary>What the compiler writes into the program is what the runtime reads.</summary>
public class SpirvTextTests
{
    [Fact]
    public void Encode_WritesSevenBitsAByte() => Assert.Equal(Convert.ToBase64String([5, 0x80, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]), SpirvText.Encode([5u, 128u, uint.MaxValue]));

    [Fact]
    public void Decode_ReadsWhatWasWritten()
    {
        uint[] words = DeviceKernels.Print(DeviceKernels.Of("static double F(double x, double y) => double.FusedMultiplyAdd(x, y, 0.1);"));
        Assert.Equal(words, Decoder.Decode(SpirvText.Encode(words)));
    }

    [Fact]
    public void Decode_OfNothing_IsNothing() => Assert.Empty(Decoder.Decode(""));

    [Theory]
    [InlineData("base64, no", "no base64")]
    [InlineData("gA==", "within a number")] // 0x80
    [InlineData("gICAgIAB", "32 bits")] // 0x80 five times, 1
    [InlineData("/////x8=", "32 bits")] // 33 bits
    public void Decode_OfSomethingElse_Throws(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Decoder.Decode(text)).Message, StringComparison.Ordinal);
}
