namespace TypedTensors.Ops.Tests;

/// <summary>Matrix products in this process.</summary>
public class MatMulTests
{
    [Fact]
    public void EveryDtype_MatchesTheNaiveProduct() => MatMulLaws<Cpu>.EveryDtype();

    [Fact]
    public void Vectors_LoseTheirAxis() => MatMulLaws<Cpu>.Vectors();

    [Fact]
    public void Matrices_MultiplyAsInNumPy() => MatMulLaws<Cpu>.Literals();

    [Fact]
    public void Batches_Broadcast() => MatMulLaws<Cpu>.Batches();

    [Fact]
    public void ViewsOfAllLayouts_MatchTheNaiveProduct() => MatMulLaws<Cpu>.Views();

    [Fact]
    public void LargerThanATile_MatchesTheNaiveProduct() => MatMulLaws<Cpu>.LargerThanATile();

    [Fact]
    public void RoundingErrors_AreWithinTheirBound() => MatMulLaws<Cpu>.RoundingErrors();

    [Fact]
    public void AnEmptyInnerAxis_GivesZeros() => MatMulLaws<Cpu>.EmptyAxes();

    [Fact]
    public void Integers_Wrap() => MatMulLaws<Cpu>.WrappingIntegers();

    [Fact]
    public void OfHalves_IsRoundedOnce() => MatMulLaws<Cpu>.Halves();

    [Fact]
    public void NaNAndInfinity_ReachEveryElementTheyCountIn() => MatMulLaws<Cpu>.SpecialValues();

    [Fact]
    public void Destinations_OfAnyLayout_AreWritten() => MatMulLaws<Cpu>.Destinations();

    [Fact]
    public void ShapesThatDoNotFit_AreRefused() => MatMulLaws<Cpu>.Refusals();
}
