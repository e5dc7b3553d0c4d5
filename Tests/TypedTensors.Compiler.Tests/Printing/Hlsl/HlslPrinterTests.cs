using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.Hlsl;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Generation;
using TypedTensors.Testing.Snapshots;

namespace TypedTensors.Compiler.Tests.Printing.Hlsl;

/// <summary>Every text compiles; one is there to be read.</summary>
public class HlslPrinterTests
{
    [Fact]
    public Task Kernel_ReadsAsVerified() => Snapshot.VerifyText(
        Print("public static float Swish(float x, [Scalar] float beta) => x / (1 + MathF.Exp(-beta * x));").TrimEnd('\n'), "hlsl");

    [ToolTheory(Glslang.Compiler)]
    [InlineData("static float F(float x, float length) { float sum = 0; for (int i = 0; i < 8; i++) { if (sum > length) { break; } sum += x * i; } return sum; }")]
    [InlineData("static (float Sine, float Cosine) F(float x) => MathF.SinCos(x);")]
    [InlineData("static bool F(double x, byte y, Half z, bool sample) => Math.Abs(x) > y && sample || Math.FusedMultiplyAdd(x, x, (double)z) < -0.0;")]
    [InlineData("static Half F(Half x, int y, uint z) => x % 3 + int.LeadingZeroCount(y) / (int)uint.TrailingZeroCount(z) + int.PopCount(y % 7) + float.NaN + float.Epsilon;")]
    [InlineData("static int F(float x, short y) => (int)x + (sbyte)x + (y >> 3) + int.MinValue;")]
    public async Task Text_Compiles(string kernel) => await SpirvTools.Validate(await Glslang.Compile(Print(kernel)));

    [Theory]
    [InlineData("static long F(long x) => x;", false)]
    [InlineData("static double F(double x) => Math.Sqrt(x);", false)]
    [InlineData("static double F(double x) => Math.Exp(x);", false)]
    [InlineData("static double F(double x, double y) => double.CopySign(x, y);", false)]
    [InlineData("static double F(double x, double y) => double.Min(x, y) + Math.Abs(x);", true)]
    [InlineData("static float F(float x, float y) => MathF.Pow(x, y);", true)]
    public void CanSay_IsFalseOfWideIntegersAndFunctionsOfDouble(string kernel, bool expected) =>
        Assert.Equal(expected, HlslPrinter.CanSay(DeviceCompiler.Compile(KernelSource.Model(kernel), null)));

    static string Print(string kernel)
    {
        DeviceKernelModel model = DeviceCompiler.Compile(KernelSource.Model(kernel), null);
        Assert.True(HlslPrinter.CanSay(model));
        return HlslPrinter.Print(model, ElementwiseConstants.Of(model)!);
    }
}
