namespace TypedTensors.Ops.Tests;

/// <summary>Vectors of symbols on the device of this project.</summary>
public class EmbeddingsTests
{
    [DeviceFact]
    public void Embedding_IsTheRowsOfTheTable()
    {
        Tensor<double, Device> table = Pattern.X(4, 2);
        Tensor<double, Device> actual = table.Embedding(new long[] { 3, 0, 3, 1 }.AsTensor(2, 2).To<Device>());
        Assert.Equal([2, 2, 2], actual.Shape.AsSpan());
        Check.Elements(actual, [1, 0, -1.25, 0.5, 1, 0, -0.5, 1.25]);
        Assert.Equal([0, 2], table.Embedding(Tensor<long, Device>.Zeros(0)).Shape.AsSpan());
    }

    [DeviceFact]
    public void ATableWithoutRows_IsRefused() =>
        Assert.Throws<ShapeException>(() => Tensor<double, Device>.Zeros(0, 2).Embedding(Tensor<long, Device>.Zeros(1)));
}
