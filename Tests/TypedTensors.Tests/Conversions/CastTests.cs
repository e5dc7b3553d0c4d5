using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Tests.Conversions;

/// <summary>Every dtype to every other, against the scalar conversions of <see cref="System.Numerics"/> and exact arithmetic.</summary>
public class CastTests
{
    [Fact]
    public void EveryPair_ConvertsEdgesAndRandomValuesAsDocumented()
    {
        ToAll(EdgeValues.Of<sbyte>());
        ToAll(EdgeValues.Of<byte>());
        ToAll(EdgeValues.Of<short>());
        ToAll(EdgeValues.Of<ushort>());
        ToAll(EdgeValues.Of<int>());
        ToAll(EdgeValues.Of<uint>());
        ToAll(EdgeValues.Of<long>());
        ToAll(EdgeValues.Of<ulong>());
        ToAll(EdgeValues.Of<Half>());
        ToAll(EdgeValues.Of<float>());
        ToAll(EdgeValues.Of<double>());
    }

    [Fact]
    public void Bool_ConvertsToZeroAndOne()
    {
        bool[] source = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0)];
        Check<sbyte>();
        Check<byte>();
        Check<short>();
        Check<ushort>();
        Check<int>();
        Check<uint>();
        Check<long>();
        Check<ulong>();
        Check<Half>();
        Check<float>();
        Check<double>();
        Assert.Equal(source, source.AsTensor().Cast<bool>().ToArray());

        void Check<T>()
            where T : unmanaged, INumber<T> => Assert.Equal(source.Select(value => value ? T.One : T.Zero), source.AsTensor().Cast<T>().ToArray());
    }

    /// <summary>Literals from NumPy 1.24: <c>np.array(source).astype(target)</c>.</summary>
    [Fact]
    public void NumpyLiterals()
    {
        Equal<double, int>([1.9, -1.9, 0.5, -0.5, 2147483647, -2147483648], [1, -1, 0, 0, 2147483647, -2147483648]);
        Equal<int, sbyte>([127, 128, 255, 256, -129, 1000], [127, -128, -1, 0, 127, -24]);
        Equal<int, ushort>([-1, 65536, 70000], [65535, 0, 4464]);
        Equal<long, int>([4294967296, 2147483648, -2147483649], [0, -2147483648, 2147483647]);
        Equal<long, ulong>([-1, long.MinValue], [18446744073709551615, 9223372036854775808]);
        Equal<long, float>([16777217, 16777219, 9007199791611905], [16777216, 16777220, 9007200328482816]);
        Equal<ulong, double>([18446744073709551615, 9007199254740993], [18446744073709551616.0, 9007199254740992]);
        Equal<double, float>([1e300, -1e300, 1e-46, 0.1, 16777217, double.NaN], [float.PositiveInfinity, float.NegativeInfinity, 0, 0.1f, 16777216, float.NaN]);
        Equal<double, Half>([65519.99, 65520, 2049, 1.00048828125, 1.000488281251, 6e-8], [(Half)65504, Half.PositiveInfinity, (Half)2048, (Half)1, (Half)1.001, Half.Epsilon]);
        Equal<float, Half>([2051, -1e-9f], [(Half)2052, Half.NegativeZero]);
        Equal<double, bool>([0, -0.0, 0.1, double.NaN, double.NegativeInfinity], [false, false, true, true, true]);
        Equal<Half, byte>([(Half)200.7, (Half)255], [200, 255]);
    }

    [Fact]
    public void RandomLayouts_ConvertEachElement()
    {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++)
        {
            Shape shape = RandomLayouts.Shape(random);
            Tensor<double, Cpu> doubles = RandomLayouts.Tensor(random, shape, i => i * 1.25, repeats: true);
            Tensor<byte, Cpu> bytes = RandomLayouts.Tensor(random, shape, i => (byte)i, repeats: true);
            Tensor<long, Cpu> longs = RandomLayouts.Tensor(random, shape, i => (long)i << 20, repeats: true);
            Assert.True(Naive.Elements(doubles).Select(x => (short)x).SequenceEqual(doubles.Cast<short>().ToArray()));
            Assert.True(Naive.Elements(bytes).Select(x => (double)x).SequenceEqual(bytes.Cast<double>().ToArray()));
            Assert.True(Naive.Elements(bytes).Select(x => x != 0).SequenceEqual(bytes.Cast<bool>().ToArray()));
            Assert.True(Naive.Elements(longs).Select(x => (int)x).SequenceEqual(longs.Cast<int>().ToArray()));
        }
    }

    [Fact]
    public void SourceIsUnchanged_AndResultIsItsOwn()
    {
        double[] array = [1.5, -2.5, double.NaN];
        Tensor<double, Cpu> source = array.AsTensor();
        source.Cast<int>().Fill(9);
        source.Cast<double>().Fill(9);
        Assert.Equal([1.5, -2.5, double.NaN], array);
        Assert.Equal(new Shape(4, 3), source.BroadcastTo(4, 3).Cast<float>().Shape);
    }

    private static void Equal<TFrom, TTo>(TFrom[] source, TTo[] expected)
        where TFrom : unmanaged
        where TTo : unmanaged => Assert.Equal(expected, source.AsTensor().Cast<TTo>().ToArray());

    private static void ToAll<TFrom>(TFrom[] source)
        where TFrom : unmanaged, INumber<TFrom>
    {
        Check<TFrom, sbyte>(source);
        Check<TFrom, byte>(source);
        Check<TFrom, short>(source);
        Check<TFrom, ushort>(source);
        Check<TFrom, int>(source);
        Check<TFrom, uint>(source);
        Check<TFrom, long>(source);
        Check<TFrom, ulong>(source);
        Check<TFrom, Half>(source);
        Check<TFrom, float>(source);
        Check<TFrom, double>(source);
        bool[] booleans = source.AsTensor().Cast<bool>().ToArray();
        for (int i = 0; i < source.Length; i++)
        {
            Assert.True(booleans[i] == !TFrom.IsZero(source[i]), $"{typeof(TFrom).Name} {source[i]} to bool");
        }
    }

    private static void Check<TFrom, TTo>(TFrom[] source)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        TTo[] together = source.AsTensor().Cast<TTo>().ToArray();
        for (int i = 0; i < source.Length; i++)
        {
            TTo expected = ExactConversion.Cast<TFrom, TTo>(source[i]);
            Assert.True(SameBits(expected, together[i]), $"{typeof(TFrom).Name} {source[i]:R} to {typeof(TTo).Name}: {together[i]}, not {expected}, at {i}");
            if (i % 8 == 0)
            {
                TTo alone = Tensor<TFrom, Cpu>.Scalar(source[i]).Cast<TTo>().Item();
                Assert.True(SameBits(expected, alone), $"{typeof(TFrom).Name} {source[i]:R} to {typeof(TTo).Name} alone: {alone}, not {expected}");
            }
        }
    }

    private static bool SameBits<T>(T left, T right)
        where T : unmanaged, INumber<T>
    {
        if (T.IsNaN(left) || T.IsNaN(right))
        {
            return T.IsNaN(left) && T.IsNaN(right);
        }

        return left == right && (!T.IsZero(left) || T.IsNegative(left) == T.IsNegative(right)) && Unsafe.SizeOf<T>() > 0;
    }
}
