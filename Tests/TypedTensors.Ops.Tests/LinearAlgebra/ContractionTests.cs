namespace TypedTensors.Ops.Tests;

/// <summary>Products along chosen axes in this process.</summary>
public class ContractionTests
{
    [Fact]
    public void Einsum_IsThatOfNumPy() => ContractionLaws<Cpu>.Einsum();

    [Fact]
    public void EinsumOfOneOperand_MakesItsOwnMemory() => ContractionLaws<Cpu>.EinsumOfOne();

    [Fact]
    public void FaultyEquations_AreExplained() => ContractionLaws<Cpu>.EinsumRefusals();

    [Fact]
    public void Vectors_MultiplyAsInNumPy() => ContractionLaws<Cpu>.Vectors();

    [Fact]
    public void Tensors_MultiplyAlongAxesAsInNumPy() => ContractionLaws<Cpu>.Tensors();

    [Fact]
    public void Traces_AreThoseOfNumPy() => ContractionLaws<Cpu>.Traces();
}
