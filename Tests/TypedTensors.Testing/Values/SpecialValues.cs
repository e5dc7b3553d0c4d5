using System.Numerics;

namespace TypedTensors.Testing.Values;

/// <summary>The values of each dtype at which operations go wrong: zeros, ones, extremes, and of floating dtypes infinities, NaN and subnormals.</summary>
public static class SpecialValues
{
    static readonly Dictionary<Dtype, Array> All = new()
    {
        [Dtype.Boolean] = (bool[])[false, true],
        [Dtype.SByte] = Integers<sbyte>(),
        [Dtype.Byte] = Integers<byte>(),
        [Dtype.Int16] = Integers<short>(),
        [Dtype.UInt16] = Integers<ushort>(),
        [Dtype.Int32] = Integers<int>(),
        [Dtype.UInt32] = Integers<uint>(),
        [Dtype.Int64] = Integers<long>(),
        [Dtype.UInt64] = Integers<ulong>(),
        [Dtype.Half] = Floats<Half>(BitConverter.UInt16BitsToHalf(0x0400)),
        [Dtype.Single] = Floats(BitConverter.UInt32BitsToSingle(0x00800000)),
        [Dtype.Double] = Floats(BitConverter.UInt64BitsToDouble(0x0010000000000000)),
    };

    /// <summary>The special values of a dtype.</summary>
    public static Array Of(Dtype dtype) => All[dtype];

    static T[] Integers<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T> =>
    [
        .. new[]
        {
            T.Zero, T.One, T.CreateTruncating(-1), T.CreateTruncating(2), T.CreateTruncating(3), T.CreateTruncating(-7),
            T.MinValue, T.MinValue + T.One, T.MaxValue, T.MaxValue - T.One, T.MaxValue / T.CreateTruncating(2),
        }.Distinct(),
    ];

    static T[] Floats<T>(T leastNormal)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] positive =
        [
            T.Zero, T.One, T.CreateChecked(0.5), T.CreateChecked(2), T.CreateChecked(2.5), T.CreateChecked(3), T.BitIncrement(T.One), T.BitDecrement(T.One),
            T.Epsilon, leastNormal, T.BitDecrement(leastNormal), T.MaxValue, T.PositiveInfinity,
        ];
        return [T.NaN, .. positive, .. positive.Select(value => -value)];
    }
}
