using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>The twelve conversions of the second sample, each followed by a write on either side and a read on the other: those that share silently are reported, no others.</summary>
public class ConversionTests
{
    const string Tail = """

        static void Show(object value) => Console.WriteLine(value);
        """;

    [Theory]
    [InlineData("float[] a = [1, 2, 3, 4]; var t = a.AsTensor(2, 2); {|TT2001:a[0]|} = 10; Show(t[0, 0]); {|TT2002:t[1, 1]|} = 40; Show(a[3]);")]
    [InlineData("float[] a = [1, 2, 3, 4]; var t = a.ToTensor(2, 2); a[0] = 10; Show(t[0, 0]); t[1, 1] = 40; Show(a[3]);")]
    [InlineData("double[] a = [1, 2, 3, 4]; var t = a.ToTensor(2, 2); a[0] = 10; Show(t[0, 0]); t[1, 1] = 40; Show(a[3]);")]
    [InlineData("double[] a = [1, 2, 3, 4]; var t = a.ToTensor(2, 2).Cast<float>(); a[0] = 10; Show(t[0, 0]); t[1, 1] = 40; Show(a[3]);")]
    [InlineData("var t = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2); t.AsSpan()[0] = 10; Show(t[0, 0]); t[1, 1] = 40; Show(t.AsSpan()[3]);")]
    [InlineData("var t = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2); var a = t.ToArray(); a[0] = 10; Show(t[0, 0]); t[1, 1] = 40; Show(a[3]);")]
    [InlineData("var t = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2); var u = t.Transpose(); {|TT2001:t[0, 0]|} = 10; Show(u[0, 0]); {|TT2002:u[1, 1]|} = 40; Show(t[1, 1]);")]
    [InlineData("var t = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2); var u = t.Transpose().Clone().Reshape(4); t[0, 0] = 10; Show(u[0]); u[3] = 40; Show(t[1, 1]);")]
    [InlineData("var t = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2); var u = t.Cast<float>(); t[0, 0] = 10; Show(u[0, 0]); u[1, 1] = 40; Show(t[1, 1]);")]
    [InlineData("var t = Tensor<float, Cpu>.Arange(1, 5).Reshape(2, 2); var u = t.To<Cpu>(); t[0, 0] = 10; Show(u[0, 0]); u[1, 1] = 40; Show(t[1, 1]);")]
    [InlineData("var t = Npy.Load<float>(args[0]); System.IO.File.WriteAllBytes(args[0], new byte[80]); Show(t[0, 0]); t[1, 1] = 40; Show(System.IO.File.ReadAllBytes(args[0]));")]
    [InlineData("using (var m = Npy.Map<float>(args[0], MapMode.ReadWrite)) { m.AsSpan()[0] = 10; Show(m[0, 0]); m[1, 1] = 40; Show(m.AsSpan()[3]); }")]
    public async Task Conversion_IsReportedIfItShares(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(statements + Tail);
}
