using System.Reflection;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Generators.Tests;

/// <summary>Emitted operations give, element for element, the bits of the scalar methods they were made from.</summary>
public class ExecutionTests
{
    [Theory]
    [InlineData("public static float F(float x, float y) => x < y ? x * y : x - y;", "float", "float", "float")]
    [InlineData("public static float F(float x, float y) { if (x < 0) return -y; if (x > 2) { y += 1; return y; } return y / 2; }", "float", "float", "float")]
    [InlineData("public static double F(double x, double y) => TypedTensors.Kernels.KernelMath.Exp(x) + TypedTensors.Kernels.KernelMath.Log(Math.Abs(y) + 1);", "double", "double", "double")]
    [InlineData("public static int F(int x, int y) => (x << 3) ^ (y >> 2) | (x >>> 5) & ~y;", "int", "int", "int")]
    [InlineData("public static long F(int x, long y) => x * x + y * 3;", "int", "long", "long")]
    [InlineData("public static long F(int x, long y) => (uint)x / 7 + (x >>> 3) - y;", "int", "long", "long")]
    [InlineData("public static double F(float x, double y) => x * x + y;", "float", "double", "double")]
    [InlineData("public static byte F(byte x, int y) => (byte)(x + y);", "byte", "int", "byte")]
    [InlineData("public static short F(short x, sbyte y) => (short)(x * y - 1);", "short", "sbyte", "short")]
    [InlineData("public static int F(double x, float y) => (int)(x * 1e9) - (int)y;", "double", "float", "int")]
    [InlineData("public static uint F(double x, uint y) => (uint)(x * 1e8) + y;", "double", "uint", "uint")]
    [InlineData("public static float F(long x, float y) => x + y;", "long", "float", "float")]
    [InlineData("public static ulong F(uint x, ulong y) => x * 3u + y;", "uint", "ulong", "ulong")]
    [InlineData("public static bool F(float x, int y) => x > 1 == y > 1;", "float", "int", "bool")]
    [InlineData("public static bool F(bool x, bool y) => x ^ !y;", "bool", "bool", "bool")]
    [InlineData("public static float F(bool x, float y) => x ? y : -y;", "bool", "float", "float")]
    [InlineData("public static float F(float x, float y) => (float.IsNaN(x) ? 0 : (float)Math.Sign(float.IsNaN(x) ? 0 : x)) * MathF.Round(y) + Math.Clamp(x, -1, 1);", "float", "float", "float")]
    [InlineData("public static float F(float x, float y) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(x) ^ 1) + y;", "float", "float", "float")]
    [InlineData("public static double F(double x, double y) => Math.ScaleB(x, 3) + Math.Min(x, y) - Math.CopySign(x, y);", "double", "double", "double")]
    [InlineData("public static int F(int x, int y) { int n = 0; for (int i = 0; i < 20; i++) { if (x > 1000) break; if ((x & 1) == 1) { x += y; continue; } x = x * 2 + 1; n++; } return n - x; }", "int", "int", "int")]
    [InlineData("public static float F(float x, float y) { for (int i = 0; i < 8; i++) { x = x * x - y; if (x > 4) return i; } return -1; }", "float", "float", "float")]
    [InlineData("public static float F(float x, float y) => (x, y) switch { ( > 0, > 0) => x, ( > 0, _) => -y, _ => 0 };", "float", "float", "float")]
    [InlineData("public static T F<T>(T x, T y) where T : System.Numerics.INumber<T> => T.Max(x, y) * y - T.Abs(x) + T.CreateTruncating(3);", "float", "float", "float")]
    [InlineData("public static T F<T>(T x, T y) where T : System.Numerics.INumber<T> => T.Max(x, y) * y - T.Min(x, y);", "sbyte", "sbyte", "sbyte")]
    [InlineData("public static T F<T>(T x, T y) where T : System.Numerics.IRootFunctions<T>, System.Numerics.IExponentialFunctions<T>, System.Numerics.INumber<T> => T.Sqrt(T.Abs(x)) + y;", "double", "double", "double")]
    public void Operation_GivesTheScalarMethodsBits(string method, string first, string second, string result)
    {
        Assembly assembly = GeneratorHarness.Run($$"""
            #nullable disable warnings
            public static partial class Kernels
            {
                [Elementwise]
                {{method}}
            }

            public static class Check
            {
                static T[] Inputs<T>(int seed, int length) where T : unmanaged
                {
                    var random = new Random(seed);
                    var values = new double[] { 0, -0.0, 1, -1, 2.5, -7, 100, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 3e9, 1e-40 };
                    return Enumerable.Range(0, length).Select(i => (T)System.Convert.ChangeType(Fit<T>(random.Next(3) == 0 ? values[random.Next(values.Length)] : random.NextDouble() * 20 - 10), typeof(T))).ToArray();
                }

                static object Fit<T>(double value) =>
                    typeof(T) == typeof(bool) ? value > 0
                    : typeof(T) == typeof(float) || typeof(T) == typeof(double) ? value
                    : typeof(T) == typeof(uint) || typeof(T) == typeof(ulong) || typeof(T) == typeof(byte) ? (double)(byte)Math.Abs(value)
                    : (double)(sbyte)value;

                public static (Array Expected, Array Actual) Run(int length)
                {
                    var x = Inputs<{{first}}>(length, length);
                    var y = Inputs<{{second}}>(length + 1, length);
                    var expected = x.Zip(y, (a, b) => ({{result}})Kernels.F(a, b)).ToArray();
                    Tensor<{{first}}, Cpu> left = x.AsTensor(length);
                    return (expected, left.F(y.AsTensor(length)).ToArray());
                }
            }
            """).Load();
        MethodInfo run = assembly.GetType("Check")!.GetMethod("Run")!;
        foreach (int length in (int[])[0, 1, 3, 4, 7, 16, 31, 64, 65, 257])
        {
            var (expected, actual) = ((Array, Array))run.Invoke(null, [length])!;
            Assert.Equal(expected.Cast<object>(), actual.Cast<object>());
        }
    }
}
