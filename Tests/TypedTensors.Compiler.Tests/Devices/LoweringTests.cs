using System.Numerics;
using System.Reflection;
using TypedTensors.Compiler.Model;
using TypedTensors.Kernels;
using TypedTensors.Testing.Generation;

namespace TypedTensors.Compiler.Tests.Devices;

/// <summary>What a lowered body computes is what C# computes: each operation over the values where types differ, for each dtype.</summary>
public class LoweringTests
{
    [Fact]
    public void IntegerArithmetic_IsThatOfCSharp()
    {
        Integers("x + y", new Both(KindOf.Sum));
        Integers("x - y", new Both(KindOf.Difference));
        Integers("x * y", new Both(KindOf.Product));
        Integers("-x", new Both(KindOf.Negation));
        Integers("~x ^ (x & y) | y", new Both(KindOf.Bits));
        Integers("x / y", new Both(KindOf.Quotient));
        Integers("x % y", new Both(KindOf.Remainder));
        Integers("x / T.CreateTruncating(3) + x % T.CreateTruncating(5)", new Both(KindOf.ByConstants));
        Integers("x << int.CreateTruncating(y)", new Both(KindOf.ShiftLeft));
        Integers("x >> int.CreateTruncating(y)", new Both(KindOf.ShiftRight));
        Integers("x >>> int.CreateTruncating(y)", new Both(KindOf.ShiftRightLogical));
        Integers("x >>> 3", new Both(KindOf.ShiftRightByThree));
        Integers("T.PopCount(x)", new Both(KindOf.PopCount));
        Integers("T.LeadingZeroCount(x)", new Both(KindOf.LeadingZeroCount));
        Integers("T.TrailingZeroCount(x)", new Both(KindOf.TrailingZeroCount));
        Integers("T.RotateLeft(x, 3)", new Both(KindOf.RotateLeft));
        Integers("T.RotateRight(x, 11)", new Both(KindOf.RotateRight));
    }

    [Fact]
    public void FunctionsOfNumbers_AreThoseOfCSharp()
    {
        Numbers("T.Min(x, y)", new Both(KindOf.Min));
        Numbers("T.Max(x, y)", new Both(KindOf.Max));
        Numbers("T.MinNumber(x, y)", new Both(KindOf.MinNumber));
        Numbers("T.MaxNumber(x, y)", new Both(KindOf.MaxNumber));
        Numbers("T.MinMagnitude(x, y)", new Both(KindOf.MinMagnitude));
        Numbers("T.MaxMagnitude(x, y)", new Both(KindOf.MaxMagnitude));
        Numbers("T.Abs(x)", new Both(KindOf.Abs));
        Numbers("T.CopySign(x, y)", new Both(KindOf.CopySign));
        Numbers("T.IsNegative(x) ? y : T.One", new Both(KindOf.IsNegative));
        Numbers("T.IsInteger(x) ? y : T.One", new Both(KindOf.IsInteger));
        Numbers("T.IsEvenInteger(x) ? y : T.One", new Both(KindOf.IsEvenInteger));
        Numbers("T.IsOddInteger(x) ? y : T.One", new Both(KindOf.IsOddInteger));
        Numbers("T.IsFinite(x) ? y : T.One", new Both(KindOf.IsFinite));
        Numbers("T.IsNaN(x) ? y : T.One", new Both(KindOf.IsNaN));
        Numbers("x < y ? x : x == y ? T.Zero : y", new Both(KindOf.Comparisons));
        Numbers("x != y && !(x >= y) ? x : y", new Both(KindOf.Less));
    }

    [Fact]
    public void FloatingFunctions_AreThoseOfCSharp()
    {
        Floats("x * y + x / y - y", new Both(KindOf.Arithmetic));
        Floats("x % y", new Both(KindOf.Remainder));
        Floats("T.Round(x)", new Both(KindOf.Round));
        Floats("T.Round(x, MidpointRounding.AwayFromZero)", new Both(KindOf.RoundAwayFromZero));
        Floats("T.Floor(x) + T.Ceiling(y)", new Both(KindOf.FloorAndCeiling));
        Floats("T.MinMagnitudeNumber(x, y)", new Both(KindOf.MinMagnitudeNumber));
        Floats("T.MaxMagnitudeNumber(x, y)", new Both(KindOf.MaxMagnitudeNumber));
        Floats("T.Sqrt(x)", new Both(KindOf.Sqrt));
        Floats("T.Sin(x)", new Both(KindOf.Sin));
        Floats("T.Exp(x)", new Both(KindOf.Exp));
        Floats("T.Pow(x, y)", new Both(KindOf.Pow));
        Floats("T.Min(T.FusedMultiplyAdd(x, y, x), T.MaxValue)", new Both(KindOf.FusedThenLimited));
        Floats("T.Min(x + y, T.MaxValue)", new Both(KindOf.SumThenLimited));
    }

    [Fact]
    public void EveryCast_IsThatOfCSharp()
    {
        (string Name, object[] Values)[] types =
        [
            ("sbyte", Boxed(Values<sbyte>())), ("byte", Boxed(Values<byte>())), ("short", Boxed(Values<short>())), ("ushort", Boxed(Values<ushort>())),
            ("int", Boxed(Values<int>())), ("uint", Boxed(Values<uint>())), ("long", Boxed(Values<long>())), ("ulong", Boxed(Values<ulong>())),
            ("float", Boxed(Values<float>())), ("double", Boxed(Values<double>())),
        ];
        var pairs = types.SelectMany(from => types.Select(to => (From: from, To: to.Name))).ToList();
        Type members = new MemberCompilation(pairs.Select(pair => $"public static {pair.To} {pair.From.Name}_{pair.To}({pair.From.Name} x) => unchecked(({pair.To})x);")).Load();
        foreach (var pair in pairs)
        {
            MethodInfo expected = members.GetMethod($"{pair.From.Name}_{pair.To}")!;
            LoweredKernel kernel = LoweredKernel.Of($"static {pair.To} F({pair.From.Name} x) => ({pair.To})x;");
            foreach (object value in pair.From.Values)
            {
                AssertSame(expected.Invoke(null, [value])!, kernel.Run(value), $"({pair.To}){value} of {pair.From.Name}");
            }
        }
    }

    [Fact]
    public void Loop_RunsAsInCSharp()
    {
        const string Kernel = """
            static int F(int x)
            {
                int steps = 0;
                for (short i = 0; i < 50; i++)
                {
                    if (x <= 1) { break; }
                    x = x % 2 == 0 ? x / 2 : 3 * x + 1;
                    steps += i - i + 1;
                }

                return steps;
            }
            """;
        LoweredKernel kernel = LoweredKernel.Of(Kernel);
        Assert.Equal([0, 0, 1, 7, 8, 16, 50], new object[] { -5, 1, 2, 3, 6, 7, 27 }.Select(x => (int)kernel.Run(x)));
    }

    [Fact]
    public void RoundToHalf_IsTheConversionOfCSharp()
    {
        var round = typeof(KernelMath).GetMethod("RoundToHalf", BindingFlags.NonPublic | BindingFlags.Static)!.CreateDelegate<Func<float, float>>();
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float value = (float)BitConverter.UInt16BitsToHalf((ushort)bits), next = (float)BitConverter.UInt16BitsToHalf((ushort)(bits ^ 1));
            float middle = (value + next) / 2;
            foreach (float x in new[] { value, middle, MathF.BitIncrement(middle), MathF.BitDecrement(middle), MathF.BitIncrement(value) })
            {
                AssertSame((float)(Half)x, round(x), $"{x:R}");
            }
        }

        Assert.All([65519.996f, 65520f, 65536f, float.MaxValue, 2.98e-8f, 2.9802322e-8f, float.Epsilon], x => Assert.Equal((float)(Half)x, round(x)));
    }

    static void Integers(string expression, Both expected) => Each(expression, "IBinaryInteger<T>", expected, true, false);

    static void Numbers(string expression, Both expected) => Each(expression, "INumber<T>", expected, true, true);

    static void Floats(string expression, Both expected) => Each(expression, "IFloatingPointIeee754<T>, IMinMaxValue<T>", expected, false, true);

    static void Each(string expression, string constraint, Both expected, bool integers, bool floats)
    {
        KernelModel kernel = KernelSource.Model($"static T F<T>(T x, T y) where T : {constraint} => {expression};");
        if (integers)
        {
            Check<sbyte>(kernel, expected);
            Check<byte>(kernel, expected);
            Check<short>(kernel, expected);
            Check<ushort>(kernel, expected);
            Check<int>(kernel, expected);
            Check<uint>(kernel, expected);
            Check<long>(kernel, expected);
            Check<ulong>(kernel, expected);
        }

        if (floats)
        {
            Check<Half>(kernel, expected);
            Check<float>(kernel, expected);
            Check<double>(kernel, expected);
        }
    }

    static void Check<T>(KernelModel kernel, Both expected)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        LoweredKernel lowered = LoweredKernel.Of(kernel, Enum.Parse<ElementKind>(typeof(T).Name));
        T[] values = Values<T>();
        foreach (T x in values)
        {
            foreach (T y in values)
            {
                AssertSame(expected.Of(x, y), lowered.Run(x, y), $"{kernel.Source} of {typeof(T).Name} {x}, {y}");
            }
        }
    }

    static void AssertSame(object expected, object actual, string what)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        bool same = expected switch
        {
            float x => float.IsNaN(x) ? float.IsNaN((float)actual) : BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits((float)actual),
            double x => double.IsNaN(x) ? double.IsNaN((double)actual) : BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits((double)actual),
            Half x => Half.IsNaN(x) ? Half.IsNaN((Half)actual) : BitConverter.HalfToInt16Bits(x) == BitConverter.HalfToInt16Bits((Half)actual),
            _ => expected.Equals(actual),
        };
        Assert.True(same, $"{what}: expected {expected}, computed {actual}");
    }

    static object[] Boxed<T>(T[] values) => [.. values.Cast<object>()];

    static T[] Values<T>()
        where T : INumber<T>, IMinMaxValue<T>
    {
        List<T> values = [T.MinValue, T.MaxValue, T.MinValue + T.One, T.MaxValue - T.One, T.MaxValue / T.CreateChecked(3), T.Zero, T.One];
        values.AddRange(new[] { 2, 3, 5, 7, 8, 13, 31, 32, 63, 64, 100, 127 }.Select(T.CreateChecked));
        if (!T.IsZero(T.MinValue))
        {
            values.AddRange(new[] { -1, -2, -3, -7, -8, -64, -100, -128 }.Select(T.CreateChecked));
        }

        if (T.IsInteger(T.CreateTruncating(0.5)))
        {
            return [.. values];
        }

        values.AddRange(new[]
        {
            -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999, 254.9, 255.5, -129.3, 32768.5, 65535.9, 1e-7, -6e-8, 3.14159, 1000.25,
            2147483648.0, 2147483520.0, 4294967296.0, -2147483648.0, 9.3e18, 1.9e19, -9.3e18, 1e30, 1.2e-40, 5e-324, 123456.789,
        }.Select(T.CreateTruncating));
        return [.. values];
    }
}
