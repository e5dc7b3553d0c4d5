namespace TypedTensors.Kernels;

/// <content>Rounding to Half in whole numbers, for devices that compute Half in float.</content>
public static partial class KernelMath
{
    /// <summary>What <c>(float)(Half)x</c> is on the processor: the nearest number that a Half holds, ties to even, and infinity from 65520 on.</summary>
    /// <remarks>Below 2^-14 the numbers of a Half are the multiples of 2^-24, which is the last bit of a float between 1/2 and 1.</remarks>
    [KernelFunction(BodyOnly = true)]
    internal static float RoundToHalf(float x)
    {
        uint bits = BitConverter.SingleToUInt32Bits(x);
        uint magnitude = bits & 0x7FFFFFFF;
        uint normal = (magnitude + 0xFFF + ((magnitude >> 13) & 1)) & 0xFFFFE000;
        uint subnormal = BitConverter.SingleToUInt32Bits((BitConverter.UInt32BitsToSingle(magnitude) + 0.5f) - 0.5f);
        uint rounded = magnitude < 0x38800000 ? subnormal : normal;
        rounded = magnitude >= 0x477FF000 ? 0x7F800000 : rounded; // 65520
        return magnitude > 0x7F800000 ? x : BitConverter.UInt32BitsToSingle(rounded | (bits & 0x80000000));
    }
}
