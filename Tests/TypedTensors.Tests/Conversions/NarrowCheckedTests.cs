using System.Globalization;
using System.Numerics;
using TypedTensors.Loops;

namespace TypedTensors.Tests.Conversions;

public class NarrowCheckedTests
{
    [Fact]
    public void EveryPair_RefusesExactlyWhatDoesNotFit()
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
    public void Bool_FitsEverywhere_AndOnlyZeroAndOneFitBool()
    {
        bool[] flags = [true, false, true];
        Assert.Equal([1, 0, 1], flags.AsTensor().NarrowChecked<double>().ToArray());
        Assert.Equal<sbyte>([1, 0, 1], flags.AsTensor().NarrowChecked<sbyte>().ToArray());
        Assert.Equal(flags, flags.AsTensor().NarrowChecked<bool>().ToArray());
        Assert.Equal(flags, new[] { 1.0, -0.0, 1.0 }.AsTensor().NarrowChecked<bool>().ToArray());
        Assert.Equal(flags, new byte[] { 1, 0, 1 }.AsTensor().NarrowChecked<bool>().ToArray());
        Assert.Equal("NarrowChecked: element [1] is 2, which bool cannot represent. Cast<bool>() converts without checking.", Message<int, bool>([0, 2]));
        Assert.Equal("NarrowChecked: element [0] is NaN, which bool cannot represent. Cast<bool>() converts without checking.", Message<Half, bool>([Half.NaN]));
    }

    [Fact]
    public void FirstOffender_IsNamedInOrderOfTheIndices()
    {
        int[] array = [.. Enumerable.Repeat(5, 60)];
        Tensor<int, Cpu> tensor = array.AsTensor(3, 4, 5).Transpose();
        tensor[4, 0, 0] = -1;
        tensor[2, 3, 1] = 256;
        Assert.Equal(
            "NarrowChecked: element [2, 3, 1] is 256, which byte cannot represent. Cast<byte>() converts without checking.",
            Assert.Throws<OverflowException>(() => tensor.NarrowChecked<byte>()).Message);
        Assert.Equal(256, tensor[2, 3, 1]);
        Assert.Equal(58, array.Count(value => value == 5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(513)]
    [InlineData(40_000)]
    [InlineData(3_000_000)]
    public void OffenderAnywhere_IsFound(int length)
    {
        var array = new double[length];
        foreach (int at in (int[])[0, length / 3, length - 1])
        {
            array[at] = 0.5;
            array[^1] = array[^1] == 0 ? 1e300 : array[^1];
            string where = at.ToString(CultureInfo.InvariantCulture);
            Assert.StartsWith($"NarrowChecked: element [{where}] is 0.5, which int", Message<double, int>(array), StringComparison.Ordinal);
            Array.Clear(array);
        }

        Assert.Equal(length, array.AsTensor().NarrowChecked<float>().Length);
    }

    [Fact]
    public void RankZeroEmptyAndBroadcast_AreRight()
    {
        Assert.Equal(3, Tensor<double, Cpu>.Scalar(3).NarrowChecked<byte>().Item());
        Assert.StartsWith("NarrowChecked: element [] is 3.5,", Assert.Throws<OverflowException>(() => Tensor<double, Cpu>.Scalar(3.5).NarrowChecked<byte>()).Message, StringComparison.Ordinal);
        Assert.Equal(new Shape(2, 0), Tensor<double, Cpu>.Empty(2, 0).NarrowChecked<byte>().Shape);
        Assert.All(Tensor<double, Cpu>.Scalar(3).BroadcastTo(50, 70).NarrowChecked<sbyte>().ToArray(), element => Assert.Equal(3, element));
        Tensor<double, Cpu> row = new[] { 1.0, 2, -3 }.AsTensor().BroadcastTo(2, 3);
        Assert.StartsWith("NarrowChecked: element [0, 2] is -3,", Assert.Throws<OverflowException>(() => row.NarrowChecked<byte>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomLayouts_AreConverted()
    {
        var random = new Random(13);
        for (int round = 0; round < 500; round++)
        {
            Tensor<double, Cpu> tensor = RandomLayouts.Tensor(random, RandomLayouts.Shape(random), i => (double)i, repeats: true);
            Assert.Equal(Naive.Elements(tensor).Select(x => (short)x), tensor.NarrowChecked<short>().ToArray());
        }
    }

    private static void ToAll<TFrom>(TFrom[] values)
        where TFrom : unmanaged, INumber<TFrom>
    {
        Check<TFrom, sbyte>(values);
        Check<TFrom, byte>(values);
        Check<TFrom, short>(values);
        Check<TFrom, ushort>(values);
        Check<TFrom, int>(values);
        Check<TFrom, uint>(values);
        Check<TFrom, long>(values);
        Check<TFrom, ulong>(values);
        Check<TFrom, Half>(values);
        Check<TFrom, float>(values);
        Check<TFrom, double>(values);
    }

    private static void Check<TFrom, TTo>(TFrom[] values)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        ILookup<bool, TFrom> parted = values.ToLookup(ExactConversion.Fits<TFrom, TTo>);
        TFrom[] kept = [.. parted[true]];
        TTo[] converted = kept.AsTensor().NarrowChecked<TTo>().ToArray();
        for (int i = 0; i < kept.Length; i++)
        {
            TTo expected = ExactConversion.Cast<TFrom, TTo>(kept[i]);
            Assert.True(expected.Equals(converted[i]), $"{typeof(TFrom).Name} {kept[i]} to {typeof(TTo).Name}: {converted[i]}, not {expected}");
        }

        // Asked below the exception, which would cost more than all else here; behind values that fit, so that vectors meet the one that does not.
        TFrom[] last = [.. kept.Take(33), default];
        Tensor<TFrom, Cpu> source = last.AsTensor();
        using Tensor<TTo, Cpu> result = Tensor<TTo, Cpu>.Empty(source.Shape);
        foreach (TFrom value in parted[false].Distinct())
        {
            last[^1] = value;
            Assert.True(Narrowing.Run(source, result) == last.Length - 1, $"{typeof(TFrom).Name} {value} to {typeof(TTo).Name} was not refused");
        }
    }

    private static string Message<TFrom, TTo>(TFrom[] values)
        where TFrom : unmanaged
        where TTo : unmanaged => Assert.Throws<OverflowException>(() => values.AsTensor().NarrowChecked<TTo>()).Message;
}
