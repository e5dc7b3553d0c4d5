namespace TypedTensors.Tests.Conversions;

/// <summary>Single numbers are narrowed as the elements of tensors are.</summary>
public class ScalarNarrowingTests
{
    [Theory]
    [InlineData(0.1, 0.1f)]
    [InlineData(-0.0, -0.0f)]
    [InlineData(3.4028234663852886e38, float.MaxValue)]
    [InlineData(1e-300, 0f)]
    [InlineData(double.NaN, float.NaN)]
    [InlineData(double.PositiveInfinity, float.PositiveInfinity)]
    public void ValueThatFits_IsRounded(double value, float expected) =>
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(value.NarrowChecked<float>()));

    [Fact]
    public void ValueThatFits_IsKeptInOtherTypes()
    {
        Assert.Equal((Half)65504, 65504f.NarrowChecked<Half>());
        Assert.Equal(255, 255.0.NarrowChecked<byte>());
        Assert.Equal(long.MinValue, (-9223372036854775808.0).NarrowChecked<long>());
    }

    [Fact]
    public void ValueThatDoesNotFit_IsRefused()
    {
        Assert.Equal(
            "NarrowChecked: 1E+300 cannot be represented as float. A cast converts without checking.", Assert.Throws<OverflowException>(() => 1e300.NarrowChecked<float>()).Message);
        Assert.Throws<OverflowException>(() => 65520f.NarrowChecked<Half>());
        Assert.Throws<OverflowException>(() => 0.5.NarrowChecked<int>());
        Assert.Throws<OverflowException>(() => double.NaN.NarrowChecked<int>());
        Assert.Throws<OverflowException>(() => 9223372036854775808.0.NarrowChecked<long>());
    }
}
