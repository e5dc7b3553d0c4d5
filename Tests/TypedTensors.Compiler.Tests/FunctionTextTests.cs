using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Model.Serialization;
using TypedTensors.Kernels;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests;

/// <summary>The text in which kernel functions travel with their assembly.</summary>
public class FunctionTextTests
{
    public static TheoryData<string> BuiltIn =>
        [.. Attribute.GetCustomAttributes(typeof(KernelMath), typeof(KernelFunctionBodyAttribute)).Select(attribute => ((KernelFunctionBodyAttribute)attribute).Text)];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void BuiltInFunction_ReadsBackAsItself(string text) =>
        Assert.Equal(text, FunctionWriter.Write(FunctionReader.Read("global::TypedTensors.Kernels.KernelMath", text)));

    [Fact]
    public void EveryInstruction_ReadsBackEqual()
    {
        KernelModel kernel = KernelSource.Model("""
            static double F(double x, [Scalar] int n, bool b, ulong u)
            {
                double sum = -0.0;
                for (int i = n; i >= -3; i -= 2)
                {
                    if (sum > double.NaN || b) { break; }
                    sum += Math.Sqrt(x) * ~i + (double)(float)(u >>> 3) + BitConverter.UInt64BitsToDouble(u % 7) + long.MinValue;
                }

                return b ? -sum : TypedTensors.Kernels.KernelMath.Erf(sum);
            }
            """);
        var function = new FunctionModel("global::Kernels", "F", new ElementType(ElementKind.Double), kernel.Body);
        Assert.Equal(function, FunctionReader.Read("global::Kernels", FunctionWriter.Write(function)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("F f 0pf0'x;")]
    [InlineData("F f 0pf0'x;1bf#0,0;>1")]
    [InlineData("F f 0pf0'x;>0 and more")]
    public void TextOfAnotherVersion_IsRefused(string text) => Assert.Throws<FormatException>(() => FunctionReader.Read("global::Kernels", text));
}
