using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Tests.Conversions;

/// <summary>The values of a dtype at which conversions go wrong: its own bounds, those of every other dtype, ties of rounding, and random bits.</summary>
internal static class EdgeValues
{
    public static T[] Of<T>()
        where T : unmanaged, INumber<T>
    {
        var values = new List<T>();
        foreach (int power in Enumerable.Range(0, 66))
        {
            foreach (Int128 near in (Int128[])[-2, -1, 0, 1, 2])
            {
                Int128 value = (Int128.One << power) + near;
                Add(values, value);
                Add(values, -value);
            }
        }

        foreach (double value in (double[])
        [
            -0.0, 0.5, 1.5, -0.5, -1.5, 0.999999, 127.5, 255.5, 32767.5, -128.9, -129, 65535.5, 2147483647.5, 4294967295.5, 9.3e18, 1.9e19, -9.3e18, 1e30, -1e30, 1e300, -1e300,
            65503.99, 65519.99, 65520, 65536, 2049, 2051, 1 + (1.0 / 2048), 1 + (1.0 / 2048) + (1.0 / (1L << 40)), 3.4028235677973366e38, 3.4028235677973362e38, 1e-320, 1e-46,
            7.006492321624085e-46, 7.0064923216240862e-46, 2.98e-8, 2.9802322387695312e-8, 6.1e-5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue,
            double.MinValue, float.MaxValue, float.Epsilon, 0.1,
        ])
        {
            values.Add(T.CreateSaturating(value));
            values.Add(T.CreateSaturating(-value));
        }

        var random = new Random(12);
        var bits = new byte[400 * Unsafe.SizeOf<T>()];
        random.NextBytes(bits);
        values.AddRange(MemoryMarshal.Cast<byte, T>(bits));
        for (int i = 0; i < 400; i++)
        {
            values.Add(T.CreateSaturating((random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-30, 70))));
            values.Add(T.CreateTruncating(random.NextInt64() >> random.Next(63)));
        }

        return [.. values];
    }

    private static void Add<T>(List<T> values, Int128 value)
        where T : unmanaged, INumber<T>
    {
        T converted = T.CreateSaturating(value);
        values.Add(converted);
    }
}
