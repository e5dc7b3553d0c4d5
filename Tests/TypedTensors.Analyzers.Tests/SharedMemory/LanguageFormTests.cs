using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>The forms of the language that memory goes by: iterators, async methods, fields, initialisers, loops over spans, conditional access, operators that a type declares itself.</summary>
public class LanguageFormTests
{
    const string Head = """
        float[] a = [1, 2, 3, 4, 5, 6], b = [6, 5, 4, 3, 2, 1];
        bool flag = args.Length > 0;

        """;

    const string Tail = """

        static void Show(object? value) => Console.WriteLine(value);

        class Box
        {
            public Tensor<float, Cpu>? View { get; set; }
        }

        class Total
        {
            public float Value;

            public void operator +=(float x) => Value += x;
        }

        class Sum
        {
            public float Value;
        }

        static class Sums
        {
            extension(Sum)
            {
                public static Sum operator +(Sum left, float right) => new() { Value = left.Value + right };
            }
        }
        """;

    [Theory]
    [InlineData("foreach (float f in Totals(a)) { Show(f); } static IEnumerable<float> Totals(float[] x) { var t = x.AsTensor(); for (int i = 0; i < x.Length; i++) { {|TT2001:x[i]|} = 0; yield return t.Sum().Item(); } }")]
    [InlineData("var t = a.AsTensor(); await System.Threading.Tasks.Task.Delay(1); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("await Fill(a); static async System.Threading.Tasks.Task Fill(float[] x) { var t = x.AsTensor(); {|TT2001:x[0]|} = 1; await System.Threading.Tasks.Task.Delay(1); Show(t); }")]
    [InlineData("var box = new Box { View = a.AsTensor() }; {|TT2001:a[0]|} = 1; Show(box.View);")]
    [InlineData("var list = new List<Tensor<float, Cpu>> { a.AsTensor() }; {|TT2001:a[0]|} = 1; Show(list);")]
    [InlineData("var t = a.AsTensor(); foreach (ref float x in a.AsSpan()) { {|TT2002:x|} = 0; } Show(t);")]
    [InlineData("float[]? c = flag ? a : null; var t = c?.AsTensor(); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var box = new Box { View = a.AsTensor() }; var t = box?.View?.Reshape(2, 3); {|TT2001:a[0]|} = 1; Show(t);")]
    [InlineData("var p = new Total(); var q = p; {|TT2005:q|} += 1f; Show(p);")]
    public async Task WriteThatChangesAnother_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("foreach (float f in Totals(a)) { Show(f); } static IEnumerable<float> Totals(float[] x) { for (int i = 0; i < x.Length; i++) { x[i] = 0; var t = x.AsTensor(); yield return t.Sum().Item(); } }")]
    [InlineData("var t = a.AsTensor(); Show(t); await System.Threading.Tasks.Task.Delay(1); a[0] = 1;")]
    [InlineData("var box = new Box { View = a.ToTensor() }; a[0] = 1; Show(box.View);")]
    [InlineData("var list = new List<Tensor<float, Cpu>> { a.ToTensor() }; a[0] = 1; Show(list);")]
    [InlineData("var t = a.AsTensor(); float s = 0; foreach (float x in a.AsSpan()) { s += x; } Show(t);")]
    [InlineData("var t = a.AsTensor(); foreach (ref float x in b.AsSpan()) { x = 0; } Show(t);")]
    [InlineData("float[]? c = flag ? a : null; var t = c?.ToTensor(); a[0] = 1; Show(t);")]
    [InlineData("var p = new Total(); var q = new Total(); q += 1f; Show(p);")]
    [InlineData("var p = new Sum(); var q = p; q += 1f; Show(p);")]
    public async Task WriteThatHarmsNobody_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    // What others do with the fields of an object while a method waits, or calls another of its own, nobody knows: then nothing is said of them.
    [Theory]
    [InlineData("_view = {|TT2006:_data.AsTensor()|}; {|TT2001:_data[0]|} = 1; Console.WriteLine(_view);")]
    [InlineData("_view = _data.ToTensor(); _data[0] = 1; Console.WriteLine(_view);")]
    [InlineData("_view = {|TT2006:_data.AsTensor()|}; await System.Threading.Tasks.Task.Delay(1); _data[0] = 1; Console.WriteLine(_view);")]
    [InlineData("_view = {|TT2006:_data.AsTensor()|}; Load(); _data[0] = 1; Console.WriteLine(_view);")]
    public async Task FieldsOfTheObject_AreFollowedAsLongAsNobodyElseRuns(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(
        $$"""
        public class Reader
        {
            float[] _data = new float[6];
            Tensor<float, Cpu>? _view;

            public async System.Threading.Tasks.Task Run()
            {
                {{statements}}
                await System.Threading.Tasks.Task.Delay(1);
            }

            void Load() => _data = new float[6];
        }
        """);
}
