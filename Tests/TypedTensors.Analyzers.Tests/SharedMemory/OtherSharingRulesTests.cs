using TypedTensors.Analyzers.SharedMemory;
using TypedTensors.Testing.Analyzers;

namespace TypedTensors.Analyzers.Tests.SharedMemory;

/// <summary>TT2003 to TT2007.</summary>
public class OtherSharingRulesTests
{
    const string Head = """
        using System.Buffers;
        using System.Numerics.Tensors;
        float[] a = [1, 2, 3, 4, 5, 6], b = [6, 5, 4, 3, 2, 1];
        var m = b.ToTensor(2, 3);
        var s = System.Numerics.Tensors.Tensor.Create<float>([.. a], [6]);
        var q = System.Numerics.Tensors.Tensor.Create<float>([1, 2, 3, 4], [2, 2]);
        int n = args.Length;

        """;

    const string Tail = """

        static void Show(object? value) => Console.WriteLine(value);
        """;

    [Theory]
    [InlineData("q += {|TT2003:System.Numerics.Tensors.Tensor.Transpose(q)|};")]
    [InlineData("var u = System.Numerics.Tensors.Tensor.Transpose(q); q += {|TT2003:u|};")]
    [InlineData("TensorPrimitives.Add(a.AsSpan(0, 4), {|TT2003:a.AsSpan(1, 4)|}, a.AsSpan(0, 4));")]
    [InlineData("TensorPrimitives.Multiply({|TT2003:a.AsSpan(0, 5)|}, 2f, a.AsSpan(1));")]
    [InlineData("TensorPrimitives.Exp({|TT2003:a.AsSpan()[1..]|}, a.AsSpan()[..^1]);")]
    public async Task DestinationReadInAnotherLayout_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("q += q;")]
    [InlineData("var u = q * 1f; q += u;")]
    [InlineData("var sq = m[.., ..2]; sq += sq.Transpose();")]
    [InlineData("TensorPrimitives.Add(a, a, a.AsSpan());")]
    [InlineData("TensorPrimitives.Add(a.AsSpan(0, 3), a.AsSpan(3, 3), a.AsSpan(0, 3));")]
    [InlineData("TensorPrimitives.Add(a.AsSpan(n, 3), 1f, a.AsSpan(0, 3));")]
    [InlineData("a.AsSpan(0, 4).CopyTo(a.AsSpan(1));")]
    [InlineData("Array.Copy(a, 0, a, 1, 4);")]
    public async Task DestinationReadAsItIs_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); var t = p.AsTensor(); ArrayPool<float>.Shared.Return(p); Show({|TT2004:t|});")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); var x = p.AsMemory(0, 6); ArrayPool<float>.Shared.Return(p); float f = {|TT2004:x.Span[0]|};")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); ArrayPool<float>.Shared.Return(p); {|TT2004:p[0]|} = 1;")]
    [InlineData("Tensor<float, Cpu> t; var p = ArrayPool<float>.Shared.Rent(6); try { t = p.AsTensor(); } finally { ArrayPool<float>.Shared.Return(p); } Show({|TT2004:t|});")]
    [InlineData("Tensor<float, Cpu> t; using (var owner = MemoryPool<float>.Shared.Rent(6)) { t = owner.Memory.AsTensor(); } Show({|TT2004:t|});")]
    [InlineData("Show(Make()); static Tensor<float, Cpu> Make() { var p = ArrayPool<float>.Shared.Rent(6); try { return {|TT2004:p.AsTensor()|}; } finally { ArrayPool<float>.Shared.Return(p); } }")]
    [InlineData("Show(Make()); static Tensor<float, Cpu> Make() { using var owner = MemoryPool<float>.Shared.Rent(6); return {|TT2004:owner.Memory.AsTensor()|}; }")]
    public async Task ViewOfMemoryThatIsGone_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); var t = p.AsTensor(); Show(t); ArrayPool<float>.Shared.Return(p);")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); var t = p.ToTensor(); ArrayPool<float>.Shared.Return(p); Show(t);")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); var t = p.AsTensor(); if (n > 0) { ArrayPool<float>.Shared.Return(p); } if (n == 0) { Show(t); }")]
    [InlineData("for (int i = 0; i < n; i++) { var p = ArrayPool<float>.Shared.Rent(6); var t = p.AsTensor(); Show(t); ArrayPool<float>.Shared.Return(p); }")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); try { Show(p.AsTensor()); } catch (Exception) { Show(p.AsTensor()); } finally { ArrayPool<float>.Shared.Return(p); }")]
    [InlineData("using var owner = MemoryPool<float>.Shared.Rent(6); Show(owner.Memory.AsTensor());")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); ArrayPool<float>.Shared.Return(p); p = ArrayPool<float>.Shared.Rent(12); Show(p.AsTensor()); ArrayPool<float>.Shared.Return(p);")]
    [InlineData("var p = ArrayPool<float>.Shared.Rent(6); var t = p.AsTensor(); ArrayPool<float>.Shared.Return(p); t = m; Show(t);")]
    [InlineData("Show(Make()); static Tensor<float, Cpu> Make() { var p = ArrayPool<float>.Shared.Rent(6); try { return p.AsTensor().Clone(); } finally { ArrayPool<float>.Shared.Return(p); } }")]
    public async Task ViewOfMemoryThatIsHeld_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var before = m; {|TT2005:m|} += 1f; Show(before);")]
    [InlineData("var sum = m; for (int i = 0; i < n; i++) { {|TT2005:sum|} += 1f; } Show(m);")]
    [InlineData("var best = m; if (n > 0) { {|TT2005:m|} *= 2f; } Show(best);")]
    [InlineData("var (x, y) = (m, m); {|TT2005:x|} -= 1f; Show(y);")]
    public async Task InPlaceOperatorOnTwoNames_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("var before = m; m = m + 1f; Show(before);")]
    [InlineData("var before = m.Clone(); m += 1f; Show(before);")]
    [InlineData("var same = m; m += 1f; Show(m);")]
    [InlineData("var before = m; Show(before); m += 1f; Show(m);")]
    [InlineData("float x = 1; float y = x; x += 1; Show(y);")]
    [InlineData("string x = \"a\", y = x; x += \"b\"; Show(y);")]
    [InlineData("var same = a; a[0] += 1; Show(same);")]
    [InlineData("var front = m; var back = m.Clone(); for (int i = 0; i < n; i++) { back += 1f; Show(front); (front, back) = (back, front); }")]
    [InlineData("Tensor<float, Cpu>? sum = null; for (int i = 0; i < n; i++) { var x = m + 1f; if (sum is null) { sum = x; } else { sum += x; } } Show(sum);")]
    public async Task InPlaceOperatorOnOneName_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail);

    [Theory]
    [InlineData("public class C { Tensor<float, Cpu>? _view; public void Set(float[] data) { _view = {|TT2006:data.AsTensor()|}; } }")]
    [InlineData("public class C { float[] _data = new float[3]; public Tensor<float, Cpu> View() => {|TT2006:_data.AsTensor()|}; }")]
    [InlineData("public class C { public static Tensor<float, Cpu> View(float[] data) { var view = data.AsTensor(); return {|TT2006:view|}; } }")]
    [InlineData("public class C { public Tensor<float, Cpu> View(Tensor<float, Cpu> t) => {|TT2006:t.Transpose()|}; }")]
    [InlineData("public class C { Func<object>? _show; public void Set(float[] data) { var view = data.AsTensor(); _show = {|TT2006:() => view.ToString()|}; } }")]
    public async Task EscapingView_IsReported(string source) => await RuleTest<SharedMemoryAnalyzer>.Verify(source);

    [Theory]
    [InlineData("public class C { Tensor<float, Cpu>? _copy; public void Set(float[] data) { _copy = data.ToTensor(); } }")]
    [InlineData("public class C { float[] _data = new float[3]; [SharesMemory] public Tensor<float, Cpu> View() => _data.AsTensor(); }")]
    [InlineData("public class C { [return: ViewOf(nameof(data))] public static Tensor<float, Cpu> View(float[] data) => data.AsTensor(); }")]
    [InlineData("public class C { public Tensor<float, Cpu> Make() { var data = new float[3]; return data.AsTensor(); } }")]
    [InlineData("public class C { Tensor<float, Cpu> View(float[] data) => data.AsTensor(); public float First(float[] data) => View(data)[0]; }")]
    [InlineData("public class C { public Tensor<float, Cpu> Same(Tensor<float, Cpu> t) => t; public float[] Field = []; public void Set(float[] f) => Field = f; }")]
    public async Task WhatSaysThatItShares_IsSilent(string source) => await RuleTest<SharedMemoryAnalyzer>.Verify(source);

    const string Gradients = """

        public sealed class Variable
        {
            public Variable(Tensor<float, Cpu> value) => Value = value;
            Tensor<float, Cpu> Value { get; }
            [RequiresGradient] public static Variable Of(Tensor<float, Cpu> value) => new(value.Clone());
            public Variable Times(Tensor<float, Cpu> other) => new(Value * other);
            [Backward] public void Backward() => Console.WriteLine(Value);
        }
        """;

    [Theory]
    [InlineData("var x = a.AsTensor(2, 3); var w = Variable.Of(m); var loss = w.Times(x); {|TT2007:a[0]|} = 1; loss.Backward();")]
    [InlineData("var x = a.AsTensor(2, 3); var w = Variable.Of(m); var loss = w.Times(x).Times(m); if (n > 0) { {|TT2007:a[0]|} = 1; } loss.Backward();")]
    [InlineData("var x = a.ToTensor(2, 3); var w = Variable.Of(m); var loss = w.Times(x); {|TT2007:x|} += 1f; loss.Backward();")]
    public async Task MemoryThatAGradientNeeds_IsReported(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail + Gradients);

    [Theory]
    [InlineData("var x = a.AsTensor(2, 3); var w = Variable.Of(m); var loss = w.Times(x); loss.Backward(); a[0] = 1;")]
    [InlineData("var x = a.ToTensor(2, 3); var w = Variable.Of(m); var loss = w.Times(x); a[0] = 1; loss.Backward();")]
    [InlineData("var x = a.ToTensor(2, 3); var w = Variable.Of(m); for (int i = 0; i < n; i++) { a[0] = 1; var loss = w.Times(x.Clone()); loss.Backward(); }")]
    [InlineData("var x = a.AsTensor(2, 3); var w = new Variable(m); var loss = w.Times(x); a[0] = 1; loss.Backward();")]
    public async Task MemoryThatNoGradientNeeds_IsSilent(string statements) => await RuleTest<SharedMemoryAnalyzer>.Verify(Head + statements + Tail + Gradients);
}
