using System.Numerics;
using TypedTensors.Testing.Devices;
using TypedTensors.Tests.Conversions;

namespace TypedTensors.VulkanRuntime.Tests.Tensors;

/// <summary>Every dtype to every other on the device, against exact arithmetic.</summary>
public class CastTests
{
    [VulkanFact]
    public void IntegersConvert_AsDocumented()
    {
        ToAll(EdgeValues.Of<sbyte>());
        ToAll(EdgeValues.Of<byte>());
        ToAll(EdgeValues.Of<short>());
        ToAll(EdgeValues.Of<ushort>());
        ToAll(EdgeValues.Of<int>());
        ToAll(EdgeValues.Of<uint>());
        ToAll(EdgeValues.Of<long>());
        ToAll(EdgeValues.Of<ulong>());
    }

    [VulkanFact]
    public void FloatingNumbersConvert_AsDocumented()
    {
        ToAll(EdgeValues.Of<Half>());
        ToAll(EdgeValues.Of<float>());
        ToAll(EdgeValues.Of<double>());
    }

    [VulkanFact]
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
        Assert.Equal(source, source.AsTensor().To<Vulkan>().Cast<bool>().ToArray());

        void Check<T>()
            where T : unmanaged, INumber<T> =>
            Assert.Equal(source.Select(value => value ? T.One : T.Zero), source.AsTensor().To<Vulkan>().Cast<T>().ToArray());
    }

    private static void ToAll<TFrom>(TFrom[] source)
        where TFrom : unmanaged, INumber<TFrom>
    {
        using Tensor<TFrom, Vulkan> device = source.AsTensor().To<Vulkan>();
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
