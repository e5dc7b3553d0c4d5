namespace TypedTensors.Ops.Tests;

/// <summary>Running totals in this process.</summary>
public class ScanTests
{
    [Fact]
    public void Literals_AreNumpys() => ScanLaws<Cpu>.Literals();

    [Fact]
    public void Integers_AccumulateInSixtyFourBits() => ScanLaws<Cpu>.Integers();

    [Fact]
    public void LongRows_AreNumpys() => ScanLaws<Cpu>.LongRows();

    [Fact]
    public void TotalsOfTotals_ReachTheEnd() => ScanLaws<Cpu>.TotalsOfTotals();

    [Fact]
    public void EveryLayoutAndAxis_IsTheSumOfItsBeginning() => ScanLaws<Cpu>.EveryLayout();

    [Fact]
    public void RoundingErrors_AreWithinTheirBound() => ScanLaws<Cpu>.RoundingErrors();

    [Fact]
    public void NaN_Stays() => ScanLaws<Cpu>.SpecialValues();

    [Fact]
    public void Halves_AccumulateInSingle() => ScanLaws<Cpu>.Halves();

    [Fact]
    public void Empties_AndAxesOutOfRange() => ScanLaws<Cpu>.EmptyAndRefused();
}
