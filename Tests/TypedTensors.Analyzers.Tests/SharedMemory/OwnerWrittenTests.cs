using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>TT2001: memory is written while a view of it is read later.</summary>
public class OwnerWrittenTests
{
    const string Head = """
        using System.Runtime.InteropServices;
        float[] a = [1, 2, 3, 4, 5, 6], b = [6, 5, 4, 3, 2, 1];
        bool flag = args.Length > 0;
        int n = args.Length;

        """;

    const string Tail = """

        static void Show(object value) => Console.WriteLine(value);
        static void Keep<T>(Tensor<T, Cpu> value) where T : unmanaged => Console.WriteLine(value);
        static float Loss(Tensor<float, Cpu> value) => value.Sum().Item();
        """;

    [Theory]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} += 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[n]|}++; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); float x = {|TT2001:a[n]|} = 5; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); Array.Clear({|TT2001:a|}); Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a.AsSpan()|}.Fill(1); Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); b.CopyTo({|TT2001:a|}, 0); Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); Array.Copy(b, {|TT2001:a|}, 3); Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); if (flag) { {|TT2001:a[0]|} = 1; } Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; if (flag) { Show(t); }")]
    [InlineData("var t = flag ? a.AsTensor() : b.AsTensor(); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var t = b.ToTensor(); if (flag) { t = a.AsTensor(); } {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); for (int i = 0; i < n; i++) { {|TT2001:a[i]|} = i; } Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); for (int i = 0; i < n; i++) { Show(t); {|TT2001:a[i]|} = i; }")]
    [InlineData("var t = a.AsTensor(2, 3); var u = t; {|TT2001:a[0]|} = 1; Show(u);")]
    [InlineData("var t = a.AsTensor(2, 3).Transpose(); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); var u = t.Reshape(6); {|TT2001:a[0]|} = 1; Show(u);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; var s = t.Sum();")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; foreach (float x in t.ToArray()) { Show(x); }")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; var u = t + t; Show(u);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; Show($\"{t}\");")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2001:a[0]|} = 1; Show(t[0, 1]);")]
    [InlineData("var m = a.ToTensor(2, 3); var row = m[1, ..]; {|TT2001:m|} += 1f; Show(row);")]
    [InlineData("var m = a.ToTensor(2, 3); var row = m.Transpose(); {|TT2001:m|}.CopyFrom(b.ToTensor(2, 3)); Show(row);")]
    [InlineData("var m = a.ToTensor(2, 3); var top = m[..1]; {|TT2001:m|} *= 2f; float x = Loss(top);")]
    [InlineData("var t = a.AsTensor(); try { {|TT2001:a[0]|} = 1; } finally { Show(t); }")]
    [InlineData("var t = a.AsTensor(); try { Show(n); } finally { {|TT2001:a[0]|} = 1; } Show(t);")]
    [InlineData("var t = a.AsTensor(); switch (n) { case 1: {|TT2001:a[0]|} = 1; break; default: break; } Show(t);")]
    [InlineData("var t = n switch { 0 => a.AsTensor(), _ => null }; {|TT2001:a[0]|} = 1; Show(t!);")]
    [InlineData("object o = a.AsTensor(); if (o is Tensor<float, Cpu> t) { {|TT2001:a[0]|} = 1; Show(t); }")]
    [InlineData("var (t, k) = (a.AsTensor(), 1); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var pair = (Left: a.AsTensor(), Right: b.AsTensor()); {|TT2001:a[0]|} = 1; Show(pair.Left);")]
    [InlineData("var batches = new List<Tensor<float, Cpu>>(); for (int i = 0; i < n; i++) { {|TT2001:a[i]|} = i; batches.Add(a.AsTensor(2, 3)); } Show(batches);")]
    [InlineData("var t = a.AsTensor(); Action show = () => Show(t); {|TT2001:a[0]|} = 1; show();")]
    [InlineData("var t = a.AsTensor(); void Print() => Show(t); {|TT2001:a[0]|} = 1; Print();")]
    [InlineData("var t = a.AsTensor(); void Set() => a[0] = 1; {|TT2001:Set()|}; Show(t);")]
    [InlineData("var t = a.AsTensor(); ref float first = ref a[0]; {|TT2002:first|} = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(); foreach (ref float x in a.AsSpan()) { {|TT2002:x|} = 1; } Show(t);")]
    [InlineData("var t = a.AsTensor(); var alias = a; {|TT2001:alias[0]|} = 1; Show(t);")]
    [InlineData("Tensor<float, Cpu>? t = a.AsTensor(); {|TT2001:a[0]|} = 1; Show(t?.Sum()!);")]
    [InlineData("var t = a.AsTensor(); {|TT2001:Scale(a)|}; Show(t); static void Scale(float[] x) { for (int i = 0; i < x.Length; i++) { x[i] *= 2; } }")]
    [InlineData("var t = System.Numerics.Tensors.Tensor.Create<float>(a, [2, 3]); {|TT2001:a[0]|} = 1; Show(t);")]
    public async Task WriteBeforeRead_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var t = a.AsTensor(2, 3); Show(t); a[0] = 1;")]
    [InlineData("a[0] = 1; var t = a.AsTensor(2, 3); Show(t);")]
    [InlineData("var t = a.ToTensor(2, 3); a[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3).Clone(); a[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3).Cast<double>(); a[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); t = t.Clone(); a[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3) + 1f; a[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); a[0] = 1; t = b.AsTensor(); Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); a[0] = 1; Show(t.Shape); Show(t.Length); Show(t.Rank);")]
    [InlineData("var t = a.AsTensor(2, 3); a[0] = 1; if (t is null) { Show(1); }")]
    [InlineData("var t = a.AsTensor(2, 3); a[0] = 1; t.Dispose();")]
    [InlineData("var t = a.AsTensor(2, 3); b[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); a = b; a[0] = 1; Show(t);")]
    [InlineData("var s = a.AsSpan(); a[0] = 1; Show(s[0]);")]
    [InlineData("var s = a.AsMemory(); a[0] = 1; Show(s.Span[0]);")]
    [InlineData("var s = new ArraySegment<float>(a); a[0] = 1; Show(s[0]);")]
    [InlineData("var alias = a; alias[0] = 1; Show(a);")]
    [InlineData("var part = a[1..3]; a[1] = 1; Show(part);")]
    [InlineData("float[] part = [.. a]; a[1] = 1; Show(part);")]
    [InlineData("var t = a.AsTensor(2, 3); if (flag) { a[0] = 1; } else { Show(t); }")]
    [InlineData("var t = a.AsTensor(2, 3); if (flag) { a[0] = 1; return; } Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); a[0] = 1; throw new Exception(); ")]
    [InlineData("for (int i = 0; i < n; i++) { a[i] = i; var t = a.AsTensor(2, 3); Show(t); }")]
    [InlineData("for (int i = 0; i < n; i++) { var x = new float[6]; var t = x.AsTensor(2, 3); Show(t); x[0] = 1; }")]
    [InlineData("var batches = new List<Tensor<float, Cpu>>(); for (int i = 0; i < n; i++) { var x = new float[6]; x[0] = i; batches.Add(x.AsTensor(2, 3)); } Show(batches);")]
    [InlineData("var batches = new List<Tensor<float, Cpu>>(); for (int i = 0; i < n; i++) { a[0] = i; batches.Add(a.ToTensor(2, 3)); } Show(batches);")]
    [InlineData("var x = new float[6]; var t = x.AsTensor(2, 3); for (int i = 0; i < 6; i++) { x[i] = i; } Show(t);")]
    [InlineData("var x = new float[6]; var t = x.AsTensor(2, 3); for (int i = 0; i < n; i++) { x.AsSpan().Fill(i); Show(t); }")]
    [InlineData("var front = a; var back = b; for (int i = 0; i < n; i++) { back[0] = front.AsTensor().Sum().Item(); (front, back) = (back, front); }")]
    [InlineData("var front = a.ToTensor(6); var back = b.ToTensor(6); for (int i = 0; i < n; i++) { var view = front.Reshape(2, 3); back.CopyFrom(front); back += view.Sum().Item(); (front, back) = (back, front); } Show(front);")]
    [InlineData("var head = a.AsMemory(0, 2).AsTensor(); a.AsSpan(2, 4).Fill(1); Show(head);")]
    [InlineData("var head = a.AsMemory(0, 2).AsTensor(); a[3] = 1; Show(head);")]
    [InlineData("var t = a.AsTensor(); Action set = () => a[0] = 1; Show(t);")]
    [InlineData("var t = a.AsTensor(); a[0] = 1; t.CopyFrom(b.ToTensor()); Show(t);")]
    [InlineData("var m = a.ToTensor(2, 3); var sum = m[1, ..].Sum(); m += 1f; Show(sum);")]
    [InlineData("var t = a.AsTensor(); try { Show(t); } finally { a[0] = 1; }")]
    [InlineData("var t = a.AsTensor(); try { a[0] = 1; } catch (Exception) { Show(t); }")]
    [InlineData("using (var t = a.AsTensor()) { Show(t); } a[0] = 1;")]
    [InlineData("using var t = a.AsTensor(); Show(t); a[0] = 1;")]
    [InlineData("var pair = (Left: a.AsTensor(), Right: b.AsTensor()); b[0] = 1; Show(pair.Left);")]
    public async Task SharingThatHarmsNobody_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Fact]
    public async Task Message_NamesBothAndTheLines() => await RuleTest<SharedMemoryAnalyzer>.Verify(
        """
        float[] pixels = [1, 2, 3, 4];
        var view = pixels.AsTensor(2, 2);
        {|TT2001:pixels[0]|} = 1;

        Console.WriteLine(view);
        """,
        "Writing 'pixels' also changes 'view', which shares its memory since line 2 and is read in line 5; copy in line 2, or write after the last read");
}
