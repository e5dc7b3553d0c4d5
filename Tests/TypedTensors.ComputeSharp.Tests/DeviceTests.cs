using System.Numerics;
using TypedTensors.Tests.Conversions;

namespace TypedTensors.Direct3D.Tests;

/// <summary>What the device holds and does beside operations.</summary>
public class DeviceTests
{
    [DirectXFact]
    public void LongIntegers_AreRefusedWithTheRemedy()
    {
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => Tensor<long, DirectX>.Zeros(3));
        Assert.Contains("long", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Cast<int>()", refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => new ulong[] { 1 }.ToTensor(1).To<DirectX>());
    }

    [DirectXFact]
    public void TooMuchForABuffer_IsRefusedWithTheLimit()
    {
        OutOfMemoryException refused = Assert.Throws<OutOfMemoryException>(() => Tensor<byte, DirectX>.Empty((nint)1 << 31));
        Assert.Contains("at most", refused.Message, StringComparison.Ordinal);
    }

    [DirectXFact]
    public void EveryDtype_GoesThereAndComesBack()
    {
        Check<bool>([true, false, true]);
        Check<sbyte>([-128, 0, 127]);
        Check<byte>([0, 255]);
        Check<short>([short.MinValue, -1, short.MaxValue]);
        Check<ushort>([0, ushort.MaxValue]);
        Check<int>([int.MinValue, 7]);
        Check<uint>([0, uint.MaxValue]);
        Check<Half>([(Half)0.1, Half.Epsilon, Half.NegativeInfinity, Half.NegativeZero]);
        Check<float>([0.1f, float.Epsilon, -0f]);
        Check<double>([0.1, double.Epsilon, -0.0]);

        static void Check<T>(T[] values)
            where T : unmanaged
        {
            using Tensor<T, DirectX> there = values.ToTensor(values.Length).To<DirectX>();
            Assert.Equal(values, there.ToArray());
            Assert.Equal(values.Reverse(), there.Flip().ToArray());
            Assert.Equal(values[1], there[1]);
            Assert.Equal([default, default], Tensor<T, DirectX>.Zeros(2).ToArray());
            Assert.Equal([values[0], values[0], values[0]], Tensor<T, DirectX>.Full(values[0], 3).ToArray());
        }
    }

    [DirectXFact]
    public void EveryDtype_ConvertsAsDocumented()
    {
        ToAll(EdgeValues.Of<sbyte>());
        ToAll(EdgeValues.Of<byte>());
        ToAll(EdgeValues.Of<short>());
        ToAll(EdgeValues.Of<ushort>());
        ToAll(EdgeValues.Of<int>());
        ToAll(EdgeValues.Of<uint>());
        ToAll(EdgeValues.Of<Half>());
        ToAll(EdgeValues.Of<float>());
        ToAll(EdgeValues.Of<double>());
    }

    [DirectXFact]
    public void TransposedCopies_MoveEveryElement_TileByTile()
    {
        Tensor<float, Cpu> host = Tensor<float, Cpu>.FromFunction(index => (100 * index[0]) + index[1], 40, 33);
        Tensor<float, DirectX> there = host.To<DirectX>();
        DirectX.Synchronize();
        Assert.Equal(host.Transpose().ToArray(), there.Transpose().Clone().ToArray());
        Tensor<byte, Cpu> planes = Tensor<byte, Cpu>.FromFunction(index => (byte)((100 * index[0]) + (5 * index[1]) + index[2]), 2, 40, 17);
        Assert.Equal(planes.Transpose(0, 2).ToArray(), planes.To<DirectX>().Transpose(0, 2).Clone().ToArray());
        Assert.Equal(planes.Transpose(1, 2).Flip(0).ToArray(), planes.To<DirectX>().Transpose(1, 2).Flip(0).Clone().ToArray());
    }

    private static void ToAll<TFrom>(TFrom[] source)
        where TFrom : unmanaged, INumber<TFrom>
    {
        using Tensor<TFrom, DirectX> device = source.AsTensor().To<DirectX>();
        Check<sbyte>();
        Check<byte>();
        Check<short>();
        Check<ushort>();
        Check<int>();
        Check<uint>();
        Check<Half>();
        Check<float>();
        Check<double>();
        Assert.Equal(source.Select(value => value != TFrom.Zero), device.Cast<bool>().ToArray());

        void Check<TTo>()
            where TTo : unmanaged, INumber<TTo>
        {
            if (typeof(TTo) == typeof(TFrom))
            {
                return;
            }

            TTo[] converted = device.Cast<TTo>().ToArray();
            for (int i = 0; i < source.Length; i++)
            {
                TTo expected = ExactConversion.Cast<TFrom, TTo>(source[i]);
                bool same = expected == converted[i] ? TTo.IsNegative(expected) == TTo.IsNegative(converted[i]) : TTo.IsNaN(expected) && TTo.IsNaN(converted[i]);
                Assert.True(same, $"{source[i]} of {typeof(TFrom).Name} as {typeof(TTo).Name} is {converted[i]}, not {expected}.");
            }
        }
    }
}
