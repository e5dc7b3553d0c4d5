namespace TypedTensors.Testing.Values;

/// <summary>Distances between floating numbers.</summary>
public static class Ulp
{
    /// <summary>How many floats lie between two of them; 0 for equal ones, of which NaN is one, and for the two zeros.</summary>
    public static long Distance(float expected, float actual) =>
        float.IsNaN(expected) || float.IsNaN(actual)
            ? float.IsNaN(expected) && float.IsNaN(actual) ? 0 : long.MaxValue
            : Math.Abs((long)Ordered(expected) - Ordered(actual));

    /// <inheritdoc cref="Distance(float, float)"/>
    public static long Distance(double expected, double actual)
    {
        if (double.IsNaN(expected) || double.IsNaN(actual))
        {
            return double.IsNaN(expected) && double.IsNaN(actual) ? 0 : long.MaxValue;
        }

        Int128 distance = Int128.Abs((Int128)Ordered(expected) - Ordered(actual));
        return (long)Int128.Min(distance, long.MaxValue);
    }

    /// <summary>The distance from a float to the next greater one.</summary>
    public static double At(float value) => (double)MathF.BitIncrement(MathF.Abs(value)) - MathF.Abs(value);

    /// <summary>The distance from a double to the next greater one.</summary>
    public static double At(double value) => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);

    static int Ordered(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? int.MinValue - bits : bits;
    }

    static long Ordered(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? long.MinValue - bits : bits;
    }
}
