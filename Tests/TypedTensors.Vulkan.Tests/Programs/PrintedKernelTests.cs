using System.Runtime.InteropServices;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;
using TypedTensors.Testing.Devices;
using TypedTensors.Testing.Values;

namespace TypedTensors.VulkanRuntime.Tests.Programs;

/// <summary>What the printed programs compute on the device, against .NET's own scalar functions, which share nothing with them.</summary>
public class PrintedKernelTests
{
    const int Count = 10_007;

    [VulkanFact]
    public void EveryHalf_IsReadAndWrittenExactly()
    {
        Half[] all = [.. Enumerable.Range(0, 1 << 16).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))];
        bool[] condition = [.. all.Select((_, i) => i % 3 == 0)];
        Half[] others = [.. all.Reverse()];
        using Tensor<bool, Vulkan> onDevice = OnDevice(condition);
        using Tensor<Half, Vulkan> x = OnDevice(all), y = OnDevice(others), result = Tensor<Half, Vulkan>.Empty(all.Length);
        ElementwisePrograms.Run<PrintedProgram<HalfWhere>>(result.Shape, [onDevice, x, y], [result]);
        AssertSame(all.Select((value, i) => condition[i] ? value : others[i]), result.ToArray());
    }

    [VulkanFact]
    public void FloatToHalf_RoundsToNearestEven()
    {
        // Between any two neighbours their middle and its neighbours, and numbers without plan.
        float[] middles = [.. Enumerable.Range(0, 0x7C00).Select(bits => ((float)Half(bits) + (bits == 0x7BFF ? 65536f : (float)Half(bits + 1))) / 2)];
        float[] x = [.. middles, .. middles.Select(MathF.BitIncrement), .. middles.Select(value => -MathF.BitDecrement(value)), .. Values<float>(5)];
        AssertSame(x.Select(value => (Half)value), Run<HalfOfSingle, float, Half>(x));
        static Half Half(int bits) => BitConverter.UInt16BitsToHalf((ushort)bits);
    }

    [VulkanFact]
    public void IntDivision_TruncatesAndIsTotal()
    {
        (int[] x, int[] y) = (Values<int>(6), Divisors(Values<int>(7)));
        (int[] quotient, int[] remainder) = RunTwo<IntDivision, int>(x, y);
        AssertSame(x.Zip(y, (a, b) => b == 0 ? 0 : (int)((long)a / b)), quotient);
        AssertSame(x.Zip(y, (a, b) => b == 0 ? 0 : (int)((long)a % b)), remainder);
    }

    [VulkanFact]
    public void LongDivision_TruncatesAndIsTotal()
    {
        (long[] x, long[] y) = (Values<long>(8), Divisors(Values<long>(9)));
        (long[] quotient, long[] remainder) = RunTwo<LongDivision, long>(x, y);
        AssertSame(x.Zip(y, (a, b) => b == 0 ? 0 : unchecked((long)((Int128)a / b))), quotient);
        AssertSame(x.Zip(y, (a, b) => b == 0 ? 0 : unchecked((long)((Int128)a % b))), remainder);
    }

    [VulkanFact]
    public void CorrectedQuotientsAndRoots_AreTheProcessors()
    {
        DeviceContext context = DeviceContext.Current;
        bool divides = context.DividesExactly;
        context.DividesExactly = false;
        try
        {
            (float[] x, float[] y) = (Values<float>(16), Values<float>(17));
            (float[] quotients, float[] roots) = RunTwo<Quotient, float>(x, y);
            AssertSame(x.Zip(y, (a, b) => a / b), quotients);
            AssertSame(x.Select(MathF.Sqrt), roots);
            (double[] z, double[] w) = (Values<double>(18), Values<double>(19));
            (double[] wide, double[] wideRoots) = RunTwo<QuotientDouble, double>(z, w);
            AssertSame(z.Zip(w, (a, b) => a / b), wide);
            AssertSame(z.Select(Math.Sqrt), wideRoots);
        }
        finally
        {
            context.DividesExactly = divides;
        }
    }

    [VulkanFact]
    public void SmallIntegers_Wrap()
    {
        (sbyte[] a, sbyte[] b) = (Values<sbyte>(10), Values<sbyte>(11));
        AssertSame(a.Zip(b, (left, right) => unchecked((sbyte)(left + right))), Run<SByteSum, sbyte, sbyte>(a, b));
        (ushort[] c, ushort[] d) = (Values<ushort>(12), Values<ushort>(13));
        AssertSame(c.Zip(d, (left, right) => unchecked((ushort)((uint)left * right))), Run<UShortProduct, ushort, ushort>(c, d));
    }

    [VulkanFact]
    public void Comparisons_KnowNaNAndSignedZero()
    {
        (float[] x, float[] y) = (Values<float>(14), Values<float>(15));
        (x[0], y[0], x[1], y[1], x[2], y[2], y[3]) = (float.NaN, float.NaN, 0f, -0f, float.NaN, 1f, x[3]);
        using Tensor<float, Vulkan> left = OnDevice(x), right = OnDevice(y);
        using Tensor<bool, Vulkan> less = Tensor<bool, Vulkan>.Empty(Count), equal = Tensor<bool, Vulkan>.Empty(Count), different = Tensor<bool, Vulkan>.Empty(Count);
        ElementwisePrograms.Run<PrintedProgram<IsLess>>(less.Shape, [left, right], [less, equal, different]);
        AssertSame(x.Zip(y, (a, b) => a < b), less.ToArray());
        AssertSame(x.Zip(y, (a, b) => a == b), equal.ToArray());
        AssertSame(x.Zip(y, (a, b) => a != b), different.ToArray());
    }

    [VulkanFact]
    public void Loop_IsLeftElementByElement()
    {
        float[] x = [.. Enumerable.Range(0, Count).Select(i => i * 0.2f)];
        AssertSame(x.Select(Rounds), Run<EarlyExit, float, int>(x));

        static int Rounds(float x)
        {
            int n = 0;
            for (; n < 50 && !(x > 1000); n++)
            {
                x = (x * x) + 1;
            }

            return n;
        }
    }

    [VulkanFact]
    public void StridedBroadcastAndInlineOperands_AreFound()
    {
        float[] x = [.. Enumerable.Range(0, 7 * 11 * 13).Select(i => i * 0.5f)];
        using Tensor<float, Vulkan> dense = x.ToTensor(7, 11, 13).To<Vulkan>(), row = x[..7].ToTensor(7).To<Vulkan>();
        Tensor<float, Vulkan> turned = dense.Transpose(0, 2);
        using Tensor<float, Vulkan> result = Tensor<float, Vulkan>.Empty(13, 11, 7);
        ElementwisePrograms.Run<PrintedProgram<Sum>>(result.Shape, [turned, row.BroadcastTo(13, 11, 7)], [result]);
        AssertSame(Enumerable.Range(0, x.Length).Select(i => x[At(i)] + x[i % 7]), result.ToArray());

        ElementwisePrograms.Run<PrintedProgram<Sum>>(result.Shape, [turned, KernelOperand.Scalar(0.25f)], [result]);
        AssertSame(Enumerable.Range(0, x.Length).Select(i => x[At(i)] + 0.25f), result.ToArray());

        static int At(int i) => (i % 7 * 11 * 13) + (i / 7 % 11 * 13) + (i / 77);
    }

    // Special values first, then bits without plan.
    static T[] Values<T>(int seed)
        where T : unmanaged
    {
        T[] values = new T[Count];
        new Random(seed).NextBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        T[] special = (T[])SpecialValues.Of(DtypeDispatch.Of(typeof(T)));
        for (int i = 0; i < special.Length * special.Length; i++)
        {
            values[i] = seed % 2 == 0 ? special[i / special.Length] : special[i % special.Length];
        }

        return values;
    }

    static T[] Divisors<T>(T[] values)
        where T : struct, System.Numerics.IBinaryInteger<T> => [.. values.Select((value, i) => i < Count / 2 ? value : value >> (i % 32))];

    static TResult[] Run<TMethod, T, TResult>(params T[][] inputs)
        where TMethod : struct, IMethodText
        where T : unmanaged
        where TResult : unmanaged
    {
        KernelOperand[] operands = [.. inputs.Select(input => (KernelOperand)OnDevice(input))];
        using Tensor<TResult, Vulkan> result = Tensor<TResult, Vulkan>.Empty(inputs[0].Length);
        ElementwisePrograms.Run<PrintedProgram<TMethod>>(result.Shape, operands, [result]);
        return result.ToArray();
    }

    static (T[] First, T[] Second) RunTwo<TMethod, T>(T[] x, T[] y)
        where TMethod : struct, IMethodText
        where T : unmanaged
    {
        using Tensor<T, Vulkan> left = OnDevice(x), right = OnDevice(y), first = Tensor<T, Vulkan>.Empty(x.Length), second = Tensor<T, Vulkan>.Empty(x.Length);
        ElementwisePrograms.Run<PrintedProgram<TMethod>>(first.Shape, [left, right], [first, second]);
        return (first.ToArray(), second.ToArray());
    }

    static Tensor<T, Vulkan> OnDevice<T>(T[] values)
        where T : unmanaged => values.ToTensor(values.Length).To<Vulkan>();

    static void AssertSame<T>(IEnumerable<T> expected, T[] actual)
    {
        T[] values = [.. expected];
        Assert.Equal(values.Length, actual.Length);
        int index = Bits.FirstDifference(values, 0, actual);
        Assert.True(index < 0, index < 0 ? "" : $"[{index}] is {actual[index]}, not {values[index]}");
    }
}
