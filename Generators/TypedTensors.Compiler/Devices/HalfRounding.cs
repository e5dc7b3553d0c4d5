namespace TypedTensors.Compiler.Devices;

/// <summary>Rounding to <c>Half</c>, which the compiler's own platform lacks.</summary>
static class HalfRounding
{
    /// <summary>The nearest number that a <c>Half</c> holds, ties to even; infinity from 65520 on.</summary>
    public static double Round(double value)
    {
        double magnitude = Math.Abs(value);
        if (double.IsNaN(value) || magnitude < 65520 == false)
        {
            return double.IsNaN(value) ? value : value < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // The unit of the last of 11 bits; of subnormal numbers that of the least normal one.
        int exponent = Math.Max(-14, magnitude == 0 ? -14 : (int)((BitConverter.DoubleToInt64Bits(magnitude) >> 52) & 0x7FF) - 1023);
        double unit = Math.Pow(2, exponent - 10);
        double rounded = Math.Round(magnitude / unit, MidpointRounding.ToEven) * unit;
        return BitConverter.DoubleToInt64Bits(value) < 0 ? -rounded : rounded;
    }
}
