using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.RandomNumbers;

namespace TypedTensors;

/// <summary>Random tensors: <c>Tensor&lt;float, Cpu&gt;.Rand(generator, 2, 3)</c>.</summary>
/// <remarks>They are computed on the CPU and then moved, so that every device gets the same numbers.</remarks>
public static class TensorRandom
{
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice
    {
        /// <summary>Uniformly distributed numbers in [0, 1); takes one position of the generator.</summary>
        /// <param name="generator">Where the numbers come from.</param>
        /// <param name="shape">The lengths of the axes; none for a scalar.</param>
        /// <remarks>
        /// A double is the upper 53 bits of a 64-bit draw, divided by 2^53; a float the upper 24 bits of a 32-bit draw, divided by 2^24; a Half the
        /// upper 11, divided by 2^11.
        /// </remarks>
        /// <exception cref="ArgumentNullException"><paramref name="generator"/> is null.</exception>
        /// <exception cref="ShapeException">A length is negative, the rank is above 8, or there are more elements than an address can count.</exception>
        public static Tensor<T, TDevice> Rand(RandomGenerator generator, params ReadOnlySpan<nint> shape) =>
            Fill<T, TDevice, UniformMap<T>>(generator, new Shape(shape), default);

        /// <summary>Normally distributed numbers of mean 0 and variance 1; takes one position of the generator.</summary>
        /// <param name="generator">Where the numbers come from.</param>
        /// <param name="shape">The lengths of the axes; none for a scalar.</param>
        /// <remarks>
        /// The Box-Muller transform: elements 2k and 2k + 1 are sqrt(-2 ln u) cos(2 pi v) and sqrt(-2 ln u) sin(2 pi v), computed in double and rounded once. u in
        /// (0, 1] and v in [0, 1) are the draws 2k and 2k + 1, of 32 bits for float and Half and of 53 for double; so
        /// magnitudes reach 6.66 and 8.57, and no number is infinite.
        /// The results are the same to the last bit on every machine.
        /// </remarks>
        /// <exception cref="ArgumentNullException"><paramref name="generator"/> is null.</exception>
        /// <exception cref="ShapeException">A length is negative, the rank is above 8, or there are more elements than an address can count.</exception>
        public static Tensor<T, TDevice> Randn(RandomGenerator generator, params ReadOnlySpan<nint> shape) =>
            Fill<T, TDevice, NormalMap<T>>(generator, new Shape(shape), default);
    }

    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice
    {
        /// <summary>
        /// Integers from <paramref name="low"/> up to, not including, <paramref name="high"/>, all equally likely; takes one position of the
        /// generator.
        /// </summary>
        /// <param name="generator">Where the numbers come from.</param>
        /// <param name="low">The least number.</param>
        /// <param name="high">The number behind the greatest.</param>
        /// <param name="shape">The lengths of the axes; none for a scalar.</param>
        /// <remarks>
        /// Without modulo bias (Lemire 2019): a 32-bit draw, or one of 64 bits if there are more than 2^32 numbers, times their count, shifted right; one that
        /// would favour a number is drawn anew.
        /// </remarks>
        /// <exception cref="ArgumentNullException"><paramref name="generator"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is not above <paramref name="low"/>.</exception>
        /// <exception cref="ShapeException">A length is negative, the rank is above 8, or there are more elements than an address can count.</exception>
        public static Tensor<T, TDevice> RandInt(RandomGenerator generator, Element<T> low, Element<T> high, params ReadOnlySpan<nint> shape)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high.Value, low.Value, nameof(high));
            return Integers<T, TDevice>(generator, low, high.Value - T.One, new Shape(shape));
        }

        /// <summary>
        /// Integers from <paramref name="low"/> to <paramref name="high"/>, both included if <paramref name="endpoint"/> is true (NumPy
        /// <c>integers(..., endpoint=True)</c>); so can the whole range of a dtype be drawn from.
        /// </summary>
        /// <param name="generator">Where the numbers come from.</param>
        /// <param name="low">The least number.</param>
        /// <param name="high">The greatest number, or the one behind it.</param>
        /// <param name="endpoint">Whether <paramref name="high"/> is one of the numbers.</param>
        /// <param name="shape">The lengths of the axes; none for a scalar.</param>
        /// <exception cref="ArgumentNullException"><paramref name="generator"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no number between <paramref name="low"/> and <paramref name="high"/>.</exception>
        /// <exception cref="ShapeException">A length is negative, the rank is above 8, or there are more elements than an address can count.</exception>
        public static Tensor<T, TDevice> RandInt(RandomGenerator generator, Element<T> low, Element<T> high, bool endpoint, params ReadOnlySpan<nint> shape)
        {
            if (!endpoint)
            {
                return Tensor<T, TDevice>.RandInt(generator, low, high, shape);
            }

            ArgumentOutOfRangeException.ThrowIfLessThan(high.Value, low.Value, nameof(high));
            return Integers<T, TDevice>(generator, low, high, new Shape(shape));
        }
    }

    extension<TDevice>(Tensor<long, TDevice>)
        where TDevice : struct, IDevice
    {
        /// <summary>
        /// The numbers 0 to <paramref name="count"/> - 1 in random order; takes one position of the generator, and is <see
        /// cref="RandomGenerator.Shuffle"/> of <c>Arange</c>.
        /// </summary>
        /// <exception cref="ArgumentNullException"><paramref name="generator"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
        public static Tensor<long, TDevice> Permutation(RandomGenerator generator, nint count)
        {
            ArgumentNullException.ThrowIfNull(generator);
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            Tensor<long, Cpu> numbers = Tensor<long, Cpu>.Arange(count);
            Shuffling.Run(generator.TakeStream(), ref Unsafe.As<byte, long>(ref ((CpuStorage)numbers.Storage).Start), count);
            return HostFill.Move<long, TDevice>(numbers);
        }
    }

    private static Tensor<T, TDevice> Integers<T, TDevice>(RandomGenerator generator, T low, T high, Shape shape)
        where T : unmanaged, IBinaryInteger<T>
        where TDevice : struct, IDevice
    {
        // Modulo 2^64, where the difference of the extremes has room and signed numbers add up as they should.
        ulong first = ulong.CreateTruncating(low), last = unchecked(ulong.CreateTruncating(high) - first);
        return last <= uint.MaxValue
            ? Fill<T, TDevice, NarrowIntegerMap<T>>(generator, shape, new NarrowIntegerMap<T>(first, (uint)last))
            : Fill<T, TDevice, WideIntegerMap<T>>(generator, shape, new WideIntegerMap<T>(first, last));
    }

    private static Tensor<T, TDevice> Fill<T, TDevice, TMap>(RandomGenerator generator, Shape shape, TMap map)
        where T : unmanaged
        where TDevice : struct, IDevice
        where TMap : struct, IRandomMap<T>
    {
        ArgumentNullException.ThrowIfNull(generator);
        Dtypes.Of<T>();
        return HostFill.Create<T, TDevice, RandomSource<T, TMap>>(shape, new RandomSource<T, TMap>(generator.TakeStream(), map));
    }
}
