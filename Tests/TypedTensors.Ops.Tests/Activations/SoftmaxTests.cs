namespace TypedTensors.Ops.Tests;

/// <summary>The softmax in this process.</summary>
public class SoftmaxTests
{
    [Fact]
    public void Literals_ArePyTorchs() => SoftmaxLaws<Cpu>.Literals();

    [Fact]
    public void Logarithms_ArePyTorchs() => SoftmaxLaws<Cpu>.Logarithms();

    [Fact]
    public void EveryLayoutAndAxis_IsTheNaiveSoftmax() => SoftmaxLaws<Cpu>.EveryLayout();

    [Fact]
    public void LongRows_AreWithinTheirBound() => SoftmaxLaws<Cpu>.LongRows();

    [Fact]
    public void ExtremeValues_DoNotOverflow() => SoftmaxLaws<Cpu>.ExtremeValues();

    [Fact]
    public void RowsWithNaNOrInfinity_AreNaN() => SoftmaxLaws<Cpu>.SpecialValues();

    [Fact]
    public void Empties_AndAxesOutOfRange() => SoftmaxLaws<Cpu>.EmptyAndRefused();
}
