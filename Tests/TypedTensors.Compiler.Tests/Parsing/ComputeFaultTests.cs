using TypedTensors.Compiler.Parsing;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Parsing;

/// <summary>What the language of kernels over an index space cannot say is a fault where it stands.</summary>
public class ComputeFaultTests
{
    [Theory]
    [InlineData(FaultKind.Parameter, "static void F(Buffer1D<float> x) => x[0] = 1;", "(Buffer1D<float> x)")]
    [InlineData(FaultKind.Parameter, "static void F(Threads at, ReadOnlyBuffer1D<float> x) { }", "(Threads at, ReadOnlyBuffer1D<float> x)")]
    [InlineData(FaultKind.Parameter, "static void F(Threads at, in Buffer1D<float> x) { }", "in Buffer1D<float> x")]
    [InlineData(FaultKind.Method, "static int F(Threads at, Buffer1D<float> x) => 1;", "int")]
    [InlineData(FaultKind.UnsupportedType, "static void F(Threads at, Buffer1D<float> x, string s) { }", "string s")]
    [InlineData(FaultKind.UnsupportedType, "static void F(Threads at, Buffer1D<char> x) { }", "Buffer1D<char> x")]
    [InlineData(FaultKind.TypeParameter, "static void F<T>(Threads at, Buffer1D<float> x, T y) where T : unmanaged { }", "<T>")]
    [InlineData(FaultKind.TypeParameter, "static void F<T, U>(Threads at, Buffer1D<T> x, Buffer1D<U> y) where T : unmanaged where U : unmanaged { }", "<T, U>")]
    [InlineData(FaultKind.State, "static void F(Threads at, Buffer1D<float> x) => x[0] = State; static float State;", "State")]
    [InlineData(FaultKind.State, "static void F(Threads at, Buffer1D<float> x) { Buffer1D<float> y = x; y = x; }", "y = x")]
    [InlineData(FaultKind.State, "static void F(Threads at, Buffer1D<float> x) { ref float y = ref x[0]; y = 1; }", "y = ref x[0]")]
    [InlineData(FaultKind.UnknownMethod, "static void F(Threads at, Buffer1D<float> x) => x[0] = Random.Shared.NextSingle();", "Random.Shared.NextSingle()")]
    [InlineData(FaultKind.UnknownMethod, "static void F(Threads at, Buffer1D<float> x) { Span<float> y = stackalloc float[4]; y.Fill(1); x[0] = y[0]; }", "y.Fill(1)")]
    [InlineData(FaultKind.UnsupportedExpression, "static void F(Threads at, Buffer1D<float> x) { float[] y = new float[4]; x[0] = y[0]; }", "new float[4]")]
    [InlineData(FaultKind.UnsupportedStatement, "static void F(Threads at, Buffer1D<float> x) { try { x[0] = 1; } finally { } }", "try { x[0] = 1; } finally { }")]
    [InlineData(FaultKind.Loop, "static void F(Threads at, Buffer1D<float> x) { foreach (int i in new[] { 1 }) x[i] = 1; }", "foreach (int i in new[] { 1 }) x[i] = 1;")]
    [InlineData(FaultKind.Recursion, "static void F(Threads at, Buffer1D<float> x) => x[0] = G(3); static float G(int n) => n < 1 ? 0 : G(n - 1);", "G(n - 1)")]
    [InlineData(FaultKind.Memory, "static void F(Threads at, Buffer1D<float> x, int n) { Span<float> y = stackalloc float[n]; x[0] = y[0]; }", "n")]
    [InlineData(FaultKind.Memory, "static void F(Threads at, Buffer1D<float> x) { Span<float> y = at.Shared<float>(9000); x[0] = y[0]; }", "at.Shared<float>(9000)")]
    [InlineData(FaultKind.Checked, "static void F(Threads at, Buffer1D<int> x) => x[0] = checked(at.X + 1);", "at.X + 1")]
    public void Fault_StandsAtItsSyntax(FaultKind kind, string methods, string syntax)
    {
        (Fault fault, string source) = KernelSource.ComputeFault(methods);
        Assert.Equal((kind, syntax), (fault.Kind, source.Substring(fault.Start, fault.Length)));
    }

    [Theory]
    [InlineData("if (at.LocalX > 3) at.Barrier();", "it depends on a condition that differs between threads")]
    [InlineData("if (x[0] > 3) at.Barrier();", "it depends on a condition that differs between threads")]
    [InlineData("if (at.X >= x.Length) return; at.Barrier();", "some threads may have returned before")]
    [InlineData("for (int i = 0; i < at.LocalX; i++) at.Barrier();", "it stands in a loop that threads leave at different rounds")]
    [InlineData("for (int i = 0; i < 9; i++) { if (x[i] > 1) break; at.Barrier(); }", "it stands in a loop that threads leave at different rounds")]
    [InlineData("for (int i = 0; i < 9; i++) { at.Barrier(); if (x[i] > 1) return; }", "some threads may have returned before")]
    [InlineData("int n = 4; if (at.X == 2) n = 5; for (int i = 0; i < n; i++) at.Barrier();", "it stands in a loop that threads leave at different rounds")]
    [InlineData("int n = 0; for (int i = 0; i < at.X; i++) n++; if (n > 2) at.Barrier();", "it depends on a condition that differs between threads")]
    public void BarrierThatSomeThreadsMayMiss_IsAFault(string body, string reason)
    {
        (Fault fault, string source) = KernelSource.ComputeFault($"static void F(Threads at, Buffer1D<float> x) {{ {body} x[0] = 1; }}");
        Assert.Equal((FaultKind.Barrier, "at.Barrier()"), (fault.Kind, source.Substring(fault.Start, fault.Length)));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("if (n > 3) at.Barrier();")]
    [InlineData("if (at.GroupX > x.Length) return; at.Barrier();")]
    [InlineData("for (int i = n; i < y.Length; i += 2) { if (i == 7) continue; at.Barrier(); if (y[i] > 1) break; }")]
    [InlineData("bool more = true; while (more) { at.Barrier(); n--; more = n > 0; }")]
    [InlineData("at.Barrier(); for (int i = 0; i < at.X; i++) { if (x[i] > 1) return; }")]
    public void BarrierThatAllThreadsReach_IsNone(string body) =>
        KernelSource.ComputeModel($"static void F(Threads at, Buffer1D<float> x, ReadOnlyBuffer1D<float> y, int n) {{ {body} x[0] = 1; }}");

    [Theory]
    [InlineData("2048")]
    [InlineData("0")]
    [InlineData("4, 4, 65")]
    [InlineData("64, Over = \"y\"")]
    public void GridThatDevicesLack_IsAFault(string attribute) =>
        Assert.Equal(FaultKind.Grid, KernelSource.ComputeFault("static void F(Threads at, Buffer1D<float> x) => x[0] = 1;", attribute).Fault.Kind);
}
