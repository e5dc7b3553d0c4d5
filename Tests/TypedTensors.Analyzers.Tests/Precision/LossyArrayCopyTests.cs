using TypedTensors.Analyzers.Precision;
using TypedTensors.CodeFixes.Precision;
using TypedTensors.Testing.Analyzers;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Analyzers.Tests.Precision;

/// <summary>TT1006: copying between arrays rounds integers.</summary>
public class LossyArrayCopyTests
{
    const string Head = """
        int[] ints = [1]; uint[] unsigned = [1]; long[] longs = [1]; ulong[] wide = [1]; short[] shorts = [1]; byte[] bytes = [1]; char[] text = ['a']; float[] floats = new float[9]; double[] doubles = new double[9]; Array any = longs;
        long[] Make() => longs;

        """;

    [Theory]
    [InlineData("Array.Copy([|longs|], floats, 1);", "Array.Copy(Array.ConvertAll(longs, value => (float)value), floats, 1);")]
    [InlineData("Array.Copy([|ints|], floats, 1);", "Array.Copy(Array.ConvertAll(ints, value => (float)value), floats, 1);")]
    [InlineData("Array.Copy([|unsigned|], floats, 1);", "Array.Copy(Array.ConvertAll(unsigned, value => (float)value), floats, 1);")]
    [InlineData("Array.Copy([|wide|], floats, 1L);", "Array.Copy(Array.ConvertAll(wide, value => (float)value), floats, 1L);")]
    [InlineData("Array.Copy([|longs|], doubles, 1);", "Array.Copy(Array.ConvertAll(longs, value => (double)value), doubles, 1);")]
    [InlineData("Array.Copy([|wide|], doubles, 1);", "Array.Copy(Array.ConvertAll(wide, value => (double)value), doubles, 1);")]
    [InlineData("Array.Copy([|longs|], 0, floats, 1, 1);", "Array.Copy(Array.ConvertAll(longs, value => (float)value), 0, floats, 1, 1);")]
    [InlineData("[|longs|].CopyTo(floats, 0);", "Array.ConvertAll(longs, value => (float)value).CopyTo(floats, 0);")]
    [InlineData("[|ints|].CopyTo(floats, 0L);", "Array.ConvertAll(ints, value => (float)value).CopyTo(floats, 0L);")]
    [InlineData("Array.Copy([|Make()|], floats, 1);", "Array.Copy(Array.ConvertAll(Make(), value => (float)value), floats, 1);")]
    [InlineData("Array.Copy(destinationArray: floats, sourceArray: [|longs|], length: 1);", "Array.Copy(destinationArray: floats, sourceArray: Array.ConvertAll(longs, value => (float)value), length: 1);")]
    [InlineData("Array.Copy(/* from */ [|longs|], floats, 1); // counts", "Array.Copy(/* from */ Array.ConvertAll(longs, value => (float)value), floats, 1); // counts")]
    [InlineData("Action a = () => System.Array.Copy([|longs|], floats, 1);", "Action a = () => System.Array.Copy(Array.ConvertAll(longs, value => (float)value), floats, 1);")]
    [InlineData("Array.Copy((Array)[|longs|], floats, 1);", "Array.Copy((Array)Array.ConvertAll(longs, value => (float)value), floats, 1);")]
    [InlineData("((Array)[|longs|]).CopyTo(floats, 0);", "((Array)Array.ConvertAll(longs, value => (float)value)).CopyTo(floats, 0);")]
    [InlineData("Array.Copy([|new long[] { 1, 16777217 }|], floats, 2);", "Array.Copy(Array.ConvertAll(new long[] { 1, 16777217 }, value => (float)value), floats, 2);")]
    public async Task RoundingCopy_IsReportedAndMended(string before, string after) =>
        await FixTest<LossyArrayCopyAnalyzer, LossyArrayCopyFix>.Verify(Head + before, Head + after);

    [Theory]
    [InlineData("Array.Copy(floats, floats, 1);")]
    [InlineData("Array.Copy(longs, longs, 1);")]
    [InlineData("Array.Copy(ints, doubles, 1);")]
    [InlineData("Array.Copy(ints, longs, 1);")]
    [InlineData("Array.Copy(bytes, floats, 1);")]
    [InlineData("Array.Copy(shorts, floats, 1);")]
    [InlineData("Array.Copy(text, floats, 1);")]
    [InlineData("Array.Copy(floats, doubles, 1);")]
    [InlineData("Array.Copy(any, floats, 1);")]
    [InlineData("Array.Copy((Array)bytes, floats, 1);")]
    [InlineData("Array.Copy(Array.ConvertAll(longs, v => (float)v), floats, 1);")]
    [InlineData("Array.Copy(new long[] { 1, 2 }, floats, 2);")]
    [InlineData("Buffer.BlockCopy(longs, 0, floats, 0, 8);")]
    [InlineData("longs.CopyTo(longs, 0); new List<int> { 1 }.CopyTo(ints);")]
    [InlineData("longs.AsSpan().CopyTo(longs);")]
    public async Task CopyThatKeepsValues_IsSilent(string statements) => await RuleTest<LossyArrayCopyAnalyzer>.Verify(Head + statements);

    [Fact]
    public async Task Table_HasNoFix() => await FixTest<LossyArrayCopyAnalyzer, LossyArrayCopyFix>.VerifyNoFix("var x = new long[2, 2]; var y = new float[2, 2]; Array.Copy([|x|], y, 4);");

    [Fact]
    public void Mended_CopiesTheSameBits()
    {
        Type members = new MemberCompilation(
        [
            "public static float[] Before(long[] x) { var y = new float[x.Length]; System.Array.Copy(x, y, x.Length); return y; }",
            "public static float[] After(long[] x) { var y = new float[x.Length]; System.Array.Copy(System.Array.ConvertAll(x, value => (float)value), y, x.Length); return y; }",
        ]).Load();
        var random = new Random(3);
        long[] values = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64))];
        Assert.Equal((float[])members.GetMethod("Before")!.Invoke(null, [values])!, (float[])members.GetMethod("After")!.Invoke(null, [values])!);
    }

    [Fact]
    public async Task Project_IsMendedAtOnce() => await FixTest<LossyArrayCopyAnalyzer, LossyArrayCopyFix>.VerifyProject(
        "class A { void M(long[] l, float[] f) { Array.Copy(l, f, 1); l.CopyTo(f, 0); } }", "class B { void M(int[] l, float[] f) => Array.Copy(l, f, 1); }");
}
