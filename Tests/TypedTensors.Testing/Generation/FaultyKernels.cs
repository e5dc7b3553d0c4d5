using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Testing.Generation;

/// <summary>A file with one method or class that is marked as a kernel and is none.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">The text that is at fault; the first of its kind in the file.</param>
/// <param name="Source">The file, which compiles.</param>
public sealed record FaultyKernel(FaultKind Kind, string Place, string Source)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Place}";
}

/// <summary>Kernels with every kind of fault, for the tests of the parser, the generator and the rules. Each kind has one at least.</summary>
public static class FaultyKernels
{
    /// <summary>The files.</summary>
    public static IReadOnlyList<FaultyKernel> All { get; } =
    [
        new(FaultKind.ContainingType, "F", "public static class Kernels { [Elementwise] public static float F(float x) => x; }"),
        new(FaultKind.ContainingType, "F", "public static partial class Outer { public static partial class Kernels { [Elementwise] public static float F(float x) => x; } }"),
        new(FaultKind.ContainingType, "F", "public static partial class Kernels<T> { [Elementwise] public static float F(float x) => x; }"),
        new(FaultKind.ContainingType, "F", "public partial class Kernels { [Elementwise] public static float F(float x) => x; }"),
        new(FaultKind.Method, "F", "public static partial class Kernels { [Elementwise] public static extern float F(float x); }"),
        Elementwise(FaultKind.UnsupportedType, "decimal x", "float F(decimal x) => 0;"),
        Elementwise(FaultKind.UnsupportedType, "string", "string F(float x) => \"\";"),
        Elementwise(FaultKind.UnsupportedType, "(decimal)x", "float F(float x) => (float)(decimal)x;"),
        Elementwise(FaultKind.Parameter, "ref float x", "float F(ref float x) => x;"),
        Elementwise(FaultKind.Parameter, "([Scalar] float x)", "float F([Scalar] float x) => x;"),
        Elementwise(FaultKind.TypeParameter, "<T, U>", "T F<T, U>(T x, U y) => x;"),
        Elementwise(FaultKind.TypeParameter, "<T>", "float F<T>(float x, [Scalar] T y) => x;"),
        Elementwise(FaultKind.TypeParameter, "T", "T F<T>(T x) where T : unmanaged, IDisposable => x;"),
        new(FaultKind.TypeParameter, "T", Class("[Reduction(\"Fold\")] public static class F<T> where T : unmanaged, IDisposable { public static T Identity => default; public static T Combine(T a, T b) => a; }")),
        Compute(FaultKind.TypeParameter, "T", "64", "void F<T>(Threads at, Buffer1D<T> x) where T : unmanaged, IDisposable => x[0] = x[1];"),
        Elementwise(FaultKind.UnsupportedStatement, "throw new Exception();", "float F(float x) { throw new Exception(); }"),
        Elementwise(FaultKind.UnsupportedStatement, "try { return x; } catch { return 0; }", "float F(float x) { try { return x; } catch { return 0; } }"),
        Elementwise(FaultKind.UnsupportedStatement, "lock (typeof(Kernels)) return x;", "float F(float x) { lock (typeof(Kernels)) return x; }"),
        Elementwise(FaultKind.UnsupportedExpression, "new float[1]", "float F(float x) { var y = new float[1]; return x; }"),
        Elementwise(FaultKind.UnsupportedExpression, "(float y) => y", "float F(float x) { Func<float, float> g = (float y) => y; return x; }"),
        Elementwise(FaultKind.UnsupportedExpression, "new object()", "float F(float x) { object o = new object(); return x; }"),
        Elementwise(FaultKind.UnsupportedExpression, "throw new Exception()", "float F(float x) => x > 0 ? x : throw new Exception();"),
        Elementwise(FaultKind.UnsupportedExpression, "var y", "float F(float x) => x is var y ? y : 0;"),
        Elementwise(FaultKind.UnknownMethod, "Random.Shared.NextSingle()", "float F(float x) => x + Random.Shared.NextSingle();"),
        Elementwise(FaultKind.UnknownMethod, "MathF.ReciprocalEstimate(x)", "float F(float x) => MathF.ReciprocalEstimate(x);"),
        Elementwise(FaultKind.UnknownMethod, "Convert.ToSingle(1)", "float F(float x) => x + Convert.ToSingle(1);"),
        Elementwise(FaultKind.Recursion, "F(x - 1)", "float F(float x) => x > 0 ? F(x - 1) : 0;"),
        Elementwise(FaultKind.Recursion, "F(y)", "float F(float x) => G(x); static float G(float y) => F(y);"),
        Elementwise(FaultKind.Loop, "while (true) { }", "float F(float x) => G(x); static float G(float x) { while (true) { } }"),
        Elementwise(FaultKind.Loop, "while (x > 1) x /= 2;", "float F(float x) { while (x > 1) x /= 2; return x; }"),
        Elementwise(FaultKind.Loop, "i < n", "float F(float x, int n) { for (int i = 0; i < n; i++) x *= x; return x; }"),
        Elementwise(FaultKind.State, "Seed", "float F(float x) => x + Seed; static float Seed;"),
        Elementwise(FaultKind.State, "Environment.TickCount", "float F(float x) => x + Environment.TickCount;"),
        new(FaultKind.Lanes, "F", Class("[KernelFunction] public static float F(long x) => x;")),
        Elementwise(FaultKind.Checked, "x + 1", "int F(int x) => checked(x + 1);"),
        Reduction(FaultKind.Reduction, "F", "public static float Identity => 0;"),
        Reduction(FaultKind.Reduction, "Combine", "public static float Identity => 0; public static float Combine(float a) => a;"),
        Reduction(FaultKind.UnsupportedType, "Identity", "public static string Identity => \"\"; public static string Combine(string a, string b) => a;"),
        Compute(FaultKind.Grid, "[Kernel(2048)]", "2048", "void F(Threads at, Buffer1D<float> x) => x[0] = 1;"),
        Compute(FaultKind.Grid, "[Kernel(64, Over = \"y\")]", "64, Over = \"y\"", "void F(Threads at, Buffer1D<float> x) => x[0] = 1;"),
        Compute(FaultKind.Method, "int", "64", "int F(Threads at, Buffer1D<float> x) => 1;"),
        Compute(FaultKind.Parameter, "(Threads at, ReadOnlyBuffer1D<float> x)", "64", "void F(Threads at, ReadOnlyBuffer1D<float> x) { }"),
        Compute(FaultKind.Memory, "n", "64", "void F(Threads at, Buffer1D<float> x, int n) { Span<float> y = stackalloc float[n]; x[0] = y[0]; }"),
        Compute(FaultKind.Memory, "at.Shared<float>(9000)", "64", "void F(Threads at, Buffer1D<float> x) { Span<float> y = at.Shared<float>(9000); x[0] = y[0]; }"),
        Compute(FaultKind.Barrier, "at.Barrier()", "64", "void F(Threads at, Buffer1D<float> x) { if (at.X > 3) at.Barrier(); }"),
    ];

    static FaultyKernel Compute(FaultKind kind, string place, string attribute, string members) => new(kind, place, Class($"[Kernel({attribute})] public static {members}"));

    static FaultyKernel Reduction(FaultKind kind, string place, string members) => new(kind, place, Class($"[Reduction(\"Fold\")] public static class F {{ {members} }}"));

    static FaultyKernel Elementwise(FaultKind kind, string place, string members) => new(kind, place, Class($"[Elementwise] public static {members}"));

    static string Class(string members) => $"public static partial class Kernels {{ {members} }}";
}
