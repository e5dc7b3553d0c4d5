using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>TT2002: a view is written while its owner or another view is read later.</summary>
public class ViewWrittenTests
{
    const string Head = """
        float[] a = [1, 2, 3, 4, 5, 6], b = [6, 5, 4, 3, 2, 1];
        var m = b.ToTensor(2, 3);
        bool flag = args.Length > 0;
        int n = args.Length;

        """;

    const string Tail = """

        static void Show(object? value) => Console.WriteLine(value);
        static float Loss(Tensor<float, Cpu> value) => value.Sum().Item();
        static void Normalise(Tensor<float, Cpu> image) { image -= image.Mean().Item(); }
        """;

    [Theory]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t|} += 1f; Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t[0, 0]|} = 1f; Show(a[0]);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t[0, ..]|} = m[0, ..]; Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t|}.Fill(0); Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t|}.CopyFrom(m); Show(a.Sum());")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t|}.SqrtInPlace(); Show(a.Max());")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t.AsSpan()|}.Fill(2); Show(a[1]);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:t|} -= t.Mean(); float brightest = a.Max();")]
    [InlineData("var t = a.AsTensor(2, 3); if (flag) { {|TT2002:t|} *= 2f; } foreach (float x in a) { Show(x); }")]
    [InlineData("var t = a.AsTensor(2, 3); for (int i = 0; i < n; i++) { {|TT2002:t|} *= 2f; Show(a[i]); }")]
    [InlineData("var u = m.Transpose(); {|TT2002:u|} += 1f; Show(m);")]
    [InlineData("var u = m.Reshape(6); {|TT2002:u[0]|} = 1f; float x = Loss(m);")]
    [InlineData("var row = m[0, ..]; {|TT2002:row|} += 1f; Show(row); Show(m);")]
    [InlineData("var row = m[0, ..]; {|TT2002:row|} /= 2f; float norm = Loss(row); Show(m);")]
    [InlineData("var u = a.AsTensor(2, 3); var v = a.AsTensor(6); {|TT2002:u|} += 1f; Show(v);")]
    [InlineData("var u = m.Transpose(); var v = m.Reshape(6); {|TT2002:u|} += 1f; Show(v);")]
    [InlineData("var u = a.AsMemory(0, 4).AsTensor(); var v = a.AsMemory(2, 4).AsTensor(); {|TT2002:u|} += 1f; Show(v);")]
    [InlineData("var t = a.AsTensor(2, 3); var s = a.AsSpan(); {|TT2002:s|}.Fill(1); Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); var u = t; {|TT2002:u|} += 1f; Show(a);")]
    [InlineData("Tensor<float, Cpu> t; if (flag) { t = a.AsTensor(); } else { t = m.Reshape(6); } {|TT2002:t|} += 1f; Show(a);")]
    [InlineData("var t = a.AsTensor(); {|TT2002:t|}?.Fill(1); Show(a);")]
    [InlineData("var t = a.AsTensor(); try { {|TT2002:t|} += 1f; } finally { Show(a); }")]
    [InlineData("var t = a.AsTensor(); {|TT2002:t|} += 1f; Action show = () => Show(a); show();")]
    [InlineData("object o = a.AsTensor(); if (o is Tensor<float, Cpu> t) { {|TT2002:t|} += 1f; Show(a); }")]
    [InlineData("(var t, var k) = (a.AsTensor(), 2f); {|TT2002:t|} += k; Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3); {|TT2002:Normalise(t)|}; Show(a[0]);")]
    public async Task WriteThroughAView_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var t = a.AsTensor(2, 3); t += 1f; Show(t);")]
    [InlineData("var t = a.AsTensor(2, 3); Show(a); t += 1f; Show(t);")]
    [InlineData("var t = a.ToTensor(2, 3); t += 1f; Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3).Clone(); t += 1f; Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3); t = t + 1f; Show(a);")]
    [InlineData("var t = a.AsTensor(2, 3); t += 1f; Show(a.Length);")]
    [InlineData("var s = a.AsSpan(); s[0] = 1; Show(a);")]
    [InlineData("var s = m.AsSpan(); s[0] = 1; Show(m);")]
    [InlineData("a.AsSpan(2).Fill(1); Show(a);")]
    [InlineData("m[0, ..] = m[1, ..]; Show(m);")]
    [InlineData("m.Transpose().CopyFrom(m.Clone().Transpose()); Show(m);")]
    [InlineData("m[0, ..].Fill(1); Show(m);")]
    [InlineData("m.Reshape(6)[0] = 1; Show(m);")]
    [InlineData("for (int i = 0; i < 2; i++) { var row = m[i, ..]; row.Fill(i); } Show(m);")]
    [InlineData("for (int i = 0; i < 2; i++) { var row = m[i, ..]; row /= row.Sum(); } Show(m);")]
    [InlineData("var top = m[0, ..]; var bottom = m[1, ..]; top += 1f; Show(bottom);")]
    [InlineData("var top = m[..1, ..]; var bottom = m[1.., ..]; top += 1f; Show(bottom);")]
    [InlineData("for (int i = 1; i < 2; i++) { var before = m[i - 1, ..]; var row = m[i, ..]; row += before; }")]
    [InlineData("var u = a.AsMemory(0, 3).AsTensor(); var v = a.AsMemory(3, 3).AsTensor(); u += 1f; Show(v);")]
    [InlineData("var u = a.AsMemory(0, n).AsTensor(); var v = a.AsMemory(n).AsTensor(); u += 1f; Show(v);")]
    [InlineData("var result = Tensor<float, Cpu>.Empty(2, 3); var flat = result.Reshape(6); flat.CopyFrom(a.ToTensor()); Show(result);")]
    [InlineData("var result = Tensor<float, Cpu>.Zeros(2, 3); for (int i = 0; i < 2; i++) { var row = result[i, ..]; row.CopyFrom(m[i, ..]); } Show(result);")]
    [InlineData("var output = new float[6]; var t = output.AsTensor(2, 3); t.CopyFrom(m); Show(output);")]
    [InlineData("var x = m.Clone(); var u = x.Transpose(); u += 1f; Show(m);")]
    [InlineData("var front = a.AsTensor(); var back = b.AsTensor(); for (int i = 0; i < n; i++) { back.CopyFrom(front); back += 1f; (front, back) = (back, front); } Show(front);")]
    [InlineData("var u = m.Transpose(); var w = u.Sum(); Show(w); m.Dispose();")]
    [InlineData("var windows = new List<float>(); for (int i = 0; i + 3 <= 6; i++) { var window = a.AsMemory(i, 3).AsTensor(); windows.Add(Loss(window)); } Show(windows);")]
    [InlineData("var normalised = Normalised(m); Show(m); static Tensor<float, Cpu> Normalised(Tensor<float, Cpu> x) { var y = x.Clone(); y -= y.Mean(); return y; }")]
    [InlineData("Normalise(m); Show(m);")]
    [InlineData("var t = a.AsTensor(); if (flag) { t += 1f; return; } Show(a);")]
    [InlineData("var t = a.AsTensor(); t += 1f; a = [1, 2]; Show(a);")]
    public async Task WriteThatIsMeant_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Fact]
    public async Task Message_NamesBothAndTheLines() => await RuleTest<SharedMemoryAnalyzer>.Verify(
        """
        float[] pixels = [1, 2, 3, 4];
        var image = pixels.AsTensor(2, 2);
        {|TT2002:image|} /= 255f;
        Console.WriteLine(pixels[0]);
        """,
        "Writing the view 'image' also changes 'pixels', which shares its memory since line 2 and is read in line 4; write to a copy, made in line 2");
}
