using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>TT2004 where memory is reached by pointers: it lies on the stack, is held for the length of a statement, or is mapped from a file.</summary>
public class PointerTests
{
    const string Head = """
        using System.IO.MemoryMappedFiles;
        public static unsafe class C
        {

        """;

    [Theory]
    [InlineData("static Span<float> Local() { float* p = stackalloc float[4]; return {|TT2004:new Span<float>(p, 4)|}; }")]
    [InlineData("static float First(float[] a) { Span<float> s; fixed (float* p = a) { s = new Span<float>(p, 4); } return {|TT2004:s[0]|}; }")]
    [InlineData("static byte First(MemoryMappedFile file) { var view = file.CreateViewAccessor(); byte* p = null; view.SafeMemoryMappedViewHandle.AcquirePointer(ref p); var s = new Span<byte>(p, 4); view.Dispose(); return {|TT2004:s[0]|}; }")]
    [InlineData("static byte First(MemoryMappedFile file) { byte* p = null; using (var view = file.CreateViewAccessor()) { view.SafeMemoryMappedViewHandle.AcquirePointer(ref p); } return {|TT2004:p|}[0]; }")]
    public async Task ViewOfMemoryThatIsGone_IsReported(string member) => await Verify(member);

    [Theory]
    [InlineData("static float Local() { float* p = stackalloc float[4]; var s = new Span<float>(p, 4); s[0] = 1; return s[0]; }")]
    [InlineData("static float First(float[] a) { fixed (float* p = a) { var s = new Span<float>(p, 4); return s[0]; } }")]
    [InlineData("static byte First(MemoryMappedFile file) { using var view = file.CreateViewAccessor(); byte* p = null; view.SafeMemoryMappedViewHandle.AcquirePointer(ref p); var s = new Span<byte>(p, 4); return s[0]; }")]
    [InlineData("static byte[] First(MemoryMappedFile file) { using var view = file.CreateViewAccessor(); byte* p = null; view.SafeMemoryMappedViewHandle.AcquirePointer(ref p); return new Span<byte>(p, 4).ToArray(); }")]
    public async Task ViewOfMemoryThatIsHeld_IsSilent(string member) => await Verify(member);

    static async Task Verify(string member)
    {
        Markup markup = Markup.Parse(Head + member + "\n}\n");
        CSharpCompilation safe = SourceCompilation.Create(markup.Text);
        Compilation compilation = safe.WithOptions(safe.Options.WithAllowUnsafe(true));
        Assert.Empty(RuleProject.Errors(compilation));
        ImmutableArray<Diagnostic> reports = await AnalyzerRun.Reports(compilation, null, new SharedMemoryAnalyzer());
        Assert.Equal(markup.Expected.Select(expected => (expected.Id!, expected.Span)), reports.Select(report => (report.Id, report.Location.SourceSpan)));
    }
}
