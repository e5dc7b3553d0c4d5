namespace TypedTensors.Ops.Tests;

/// <summary>Dropout on the device of this project.</summary>
public class RegularizationTests
{
    [DeviceFact]
    public void Dropout_DropsWhereTheDrawIsBelow()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Arange(1, 1001);
        float[] draws = Tensor<float, Device>.Rand(new RandomGenerator(7), 1000).ToArray();
        Check.Elements(x.Dropout(new RandomGenerator(7), 0.75), 1, [.. draws.Select((draw, i) => draw < 0.75f ? 0 : (i + 1) * 4f)]);
        Check.Elements(Pattern.Sparse(x).Dropout(new RandomGenerator(7), 0.75), x.Dropout(new RandomGenerator(7), 0.75).ToArray());
    }

    [DeviceFact]
    public void Dropout_KeepsAsManyAsItIsLikelyTo()
    {
        long kept = Tensor<float, Device>.Ones(100_000).Dropout(new RandomGenerator(3), 0.3).CountNonZero().Item();
        Assert.InRange(kept, 70_000 - 900, 70_000 + 900); // six deviations
    }

    [DeviceFact]
    public void Dropout_OfNothingAndOfAll()
    {
        Tensor<double, Device> x = Pattern.X(5);
        Check.Elements(x.Dropout(new RandomGenerator(1), 0), x.ToArray());
        Check.Elements(x.Dropout(new RandomGenerator(1), 1), 0.0, 0, 0, 0, 0);
        Assert.Equal([0, 2], Tensor<float, Device>.Ones(0, 2).Dropout(new RandomGenerator(1)).Shape.AsSpan());
    }

    [DeviceFact]
    public void Dropout_TakesOnePosition()
    {
        var generator = new RandomGenerator(1);
        Pattern.X(5).Dropout(generator);
        Assert.Equal(1UL, generator.Position);
    }

    [DeviceFact]
    public void WhatIsNoProbability_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Pattern.X(5).Dropout(new RandomGenerator(1), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pattern.X(5).Dropout(new RandomGenerator(1), 1.5));
    }
}
