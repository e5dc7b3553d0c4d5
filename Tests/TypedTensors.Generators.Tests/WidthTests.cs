using System.Reflection;
using System.Runtime.Intrinsics;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Generators.Tests;

/// <summary>The bodies for 128, 256 and 512 bits give the scalar body's bits, whichever of them the machine would choose.</summary>
public class WidthTests
{
    static readonly float[] Samples =
        [0f, -0f, 1f, -1f, 0.3f, -2.7f, 19f, -88.5f, 1e-40f, 3e38f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 7.5f, -0.5f, 42f];

    [Theory]
    [InlineData("public static float F(float x) => x / (1 + MathF.Exp(-x));")]
    [InlineData("public static float F(float x) => 0.5f * x * (1 + MathF.Tanh(0.79788456f * (x + 0.044715f * x * x * x)));")]
    [InlineData("public static float F(float x) => x > 0 ? MathF.Log(x) : float.IsNaN(x) ? 1 : MathF.Floor(x) % 3;")]
    [InlineData("public static float F(float x) { int n = (int)x; float y = MathF.ScaleB(x, n & 7); return MathF.Max(y, MathF.Abs(x)) + int.PopCount(n); }")]
    [InlineData("public static float F(float x) { float s = 0; for (int i = 1; i < 9; i++) { s += MathF.Pow(x, i) / i; if (s > 50) break; } return s; }")]
    [InlineData("public static float F(float x) => MathF.Round(x, MidpointRounding.AwayFromZero) + MathF.FusedMultiplyAdd(x, x, -x);")]
    public void EveryWidth_GivesTheScalarBits(string method)
    {
        Assembly assembly = GeneratorHarness.Run($"public static partial class Kernels {{ [Elementwise] {method} }}").Load();
        Type kernel = assembly.GetTypes().Single(type => type.Name.EndsWith("FKernel", StringComparison.Ordinal));
        object Evaluate(object x) => kernel.GetMethod("Evaluate", BindingFlags.NonPublic | BindingFlags.Static, [x.GetType()])!.Invoke(null, [x])!;

        float[] expected = [.. Samples.Select(x => (float)Evaluate(x))];
        Assert.Equal(expected, Samples.Chunk(4).SelectMany(lanes => Lanes((Vector128<float>)Evaluate(Vector128.Create(lanes)))));
        Assert.Equal(expected, Samples.Chunk(8).SelectMany(lanes => Lanes((Vector256<float>)Evaluate(Vector256.Create(lanes)))));
        Assert.Equal(expected, Lanes((Vector512<float>)Evaluate(Vector512.Create(Samples))));
    }

    static float[] Lanes(Vector128<float> vector) => [vector[0], vector[1], vector[2], vector[3]];

    static float[] Lanes(Vector256<float> vector) => [.. Lanes(vector.GetLower()), .. Lanes(vector.GetUpper())];

    static float[] Lanes(Vector512<float> vector) => [.. Lanes(vector.GetLower()), .. Lanes(vector.GetUpper())];
}
