using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Devices;
using TypedTensors.Testing.Analyzers;
using Rule = TypedTensors.Testing.Analyzers.RuleTest<TypedTensors.Analyzers.Devices.DeviceCapabilityAnalyzer>;

namespace TypedTensors.Analyzers.Tests.Devices;

/// <summary>Calls that only the device keeps from compiling are explained; others are left to the compiler.</summary>
public class DeviceCapabilityAnalyzerTests
{
    static readonly string Library = """
        public static class Functions
        {
            public static Tensor<double, D> Airy<D>(this Tensor<double, D> x, double scale = 1) where D : struct, IDevice, IComputesFunctions<double> => x;
            public static Tensor<float, D> Gamma<D>(this Tensor<float, D> x) where D : struct, IDevice => x;
            public static Tensor<double, D> Gamma<D>(this Tensor<double, D> x) where D : struct, IDevice, IComputesFunctions<double> => x;
            public static Tensor<T, D> Twice<T, D>(this Tensor<T, D> x) where T : unmanaged, System.Numerics.INumber<T> where D : struct, IDevice, IComputes<T> => x;
            public static Tensor<T, D> Both<T, D>(Operand<T, D> x, Operand<T, D> y) where T : unmanaged where D : struct, IDevice, IComputesFunctions<T> => null!;

            extension<D>(Tensor<double, D> x) where D : struct, IDevice, IComputesFunctions<double>
            {
                public Tensor<double, D> Zeta() => x;
            }
        }

        namespace TypedTensors
        {
            public static class Operators
            {
                extension<T, D>(Tensor<T, D>) where T : unmanaged, System.Numerics.IBinaryInteger<T> where D : struct, IDevice, IComputes<T>
                {
                    public static Tensor<T, D> operator >>>(Tensor<T, D> x, T y) => x;
                    public static Tensor<T, D> operator !(Tensor<T, D> x) => x;
                }
            }
        }

        """ + BareDevice.Source("Narrow", "IComputes<double>");

    static string Method(string statements) => $$"""
        class User
        {
            void Run(Tensor<double, Narrow> d, Tensor<float, Narrow> f, Tensor<long, Narrow> l, Tensor<double, Cpu> c, Tensor<long, Cpu> n)
            {
                {{statements}}
            }

            void Generic<TDevice>(Tensor<double, TDevice> d, Tensor<long, TDevice> l) where TDevice : struct, IDevice
            {
                GENERIC
            }

            void Element<T, TDevice>(Tensor<T, TDevice> t) where T : unmanaged, System.Numerics.INumber<T> where TDevice : struct, IDevice
            {
                ELEMENT
            }

            void Concrete<T>(Tensor<T, Narrow> t) where T : unmanaged, System.Numerics.INumber<T>
            {
                CONCRETE
            }
        }

        """;

    static string In(string place, string statements) =>
        Method(place == "RUN" ? statements : "").Replace(place, statements).Replace("GENERIC", "").Replace("ELEMENT", "").Replace("CONCRETE", "") + Library;

    [Theory]
    [InlineData("d.[|Airy|]();", "On 'Narrow', 'Airy' of double cannot run: 'Narrow' has no elementary functions of double; HLSL would compute them in float; write '.To<Cpu>()' or '.To<Vulkan>()' or '.Cast<float>()' before it")]
    [InlineData("d.[|Airy|](2);", "'Airy' of double")]
    [InlineData("d.[|Airy|](scale: 2);", "'Airy' of double")]
    [InlineData("d?.[|Airy|]();", "'Airy' of double")]
    [InlineData("Functions.[|Airy|](d);", "'Airy' of double")]
    [InlineData("var x = d.[|Gamma|]().Gamma();", "'Gamma' of double")]
    [InlineData("Functions.[|Gamma|](d);", "'Gamma' of double")]
    [InlineData("l.[|Twice|]();", "'Narrow' does not compute with long; HLSL has no 64-bit integers; write '.To<Cpu>()' or '.To<Vulkan>()' or '.Cast<int>()' before it")]
    [InlineData("d.[|Zeta|]();", "'Zeta' of double")]
    [InlineData("Functions.[|Both<double, Narrow>|](d, 1);", "'Both' of double")]
    [InlineData("var x = [|l >>> 1|];", "this operator of long")]
    [InlineData("var x = [|!l|];", "this operator of long")]
    [InlineData("[|l >>>= 1|];", "this operator of long")]
    [InlineData("Func<Tensor<double, Narrow>> run = () => d.[|Airy|]();", "'Airy' of double")]
    public async Task CallThatTheDeviceCannotRun_IsExplained(string statements, string message) =>
        await Rule.Verify(In("RUN", statements), message, compiles: false);

    [Theory]
    [InlineData("GENERIC", "d.[|Airy|]();", "'TDevice' may be a device without elementary functions of double; add the constraint 'IComputesFunctions<double>' to 'TDevice'")]
    [InlineData("GENERIC", "l.[|Twice|]();", "add the constraint 'IComputes<long>' to 'TDevice'")]
    [InlineData("CONCRETE", "t.[|Twice|]();", "'Narrow' does not compute with T; make the method generic in the device, 'where TDevice : struct, IDevice, IComputes<T>', or take a device that has it")]
    [InlineData("ELEMENT", "t.[|Twice|]();", "'TDevice' may be a device without arithmetic in T; add the constraint 'IComputes<T>' to 'TDevice'")]
    public async Task CallInGenericCode_IsToldTheConstraint(string place, string statements, string message) =>
        await Rule.Verify(In(place, statements), message, compiles: false);

    [Theory]
    [InlineData("c.Airy();")]
    [InlineData("f.Gamma();")]
    [InlineData("c.Gamma();")]
    [InlineData("d.Twice();")]
    [InlineData("f.Twice();")]
    [InlineData("n.Twice();")]
    [InlineData("d.To<Cpu>().Airy();")]
    [InlineData("d.Cast<float>().Gamma();")]
    [InlineData("var x = n >>> 1;")]
    [InlineData("c.Zeta();")]
    [InlineData("var x = d == null;")]
    [InlineData("var x = d + d;")]
    [InlineData("Functions.Both<float, Narrow>(f, 1f);")]
    public async Task CallThatTheDeviceCanRun_IsSilent(string statements) => await Rule.Verify(In("RUN", statements));

    [Theory]
    [InlineData("d.Airy(\"text\");")]
    [InlineData("d.Airy(1, 2);")]
    [InlineData("Functions.Airy(l);")]
    [InlineData("d.Missing();")]
    [InlineData("f.Airy();")]
    [InlineData("var x = d >>> 1;")]
    [InlineData("var x = c + d;")]
    [InlineData("missing.Airy();")]
    [InlineData("var x = l >>> \"text\";")]
    [InlineData("Functions.Both<string, Narrow>(d, 1);")]
    public async Task CallThatFailsForAnotherReason_IsLeftToTheCompiler(string statements) => await Rule.Verify(In("RUN", statements), compiles: false);

    [Fact]
    public async Task Fuzz_NothingThrows() => await TokenFuzz.Run(
        [In("RUN", "var x = d.Airy(2) + d.Gamma(); l.Twice(); x = Functions.Both<double, Narrow>(d, 1); var y = -l >>> 1; l >>>= 1;"), In("GENERIC", "d.Airy(); l.Twice();")],
        TokenFuzz.Count,
        seed: 5,
        new DeviceCapabilityAnalyzer());
}
