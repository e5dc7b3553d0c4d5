namespace TypedTensors.Ops.Tests;

/// <summary>Operations of networks into tensors that exist, on the device of this project.</summary>
public class NeuralDestinationTests
{
    delegate Tensor<float, Device> Operation(Tensor<float, Device> x, Tensor<float, Device>? destination);

    static Tensor<float, Device> Weight(params ReadOnlySpan<nint> shape) => Pattern.W(shape).Cast<float>();

    /// <summary>Operations of an input of shape [2, 4, 6, 6].</summary>
    static (string Name, Operation Run)[] Operations =>
    [
        ("Softmax", (x, to) => x.Softmax(3, to)),
        ("Softmax", (x, to) => x.Softmax(1, to)),
        ("LogSoftmax", (x, to) => x.LogSoftmax(3, to)),
        ("LogSoftmax", (x, to) => x.LogSoftmax(0, to)),
        ("LayerNorm", (x, to) => x.LayerNorm(Weight(6), Weight(6), destination: to)),
        ("LayerNorm", (x, to) => x.LayerNorm(bias: Weight(6, 6), axes: 2, destination: to)),
        ("RmsNorm", (x, to) => x.RmsNorm(Weight(6), destination: to)),
        ("BatchNorm", (x, to) => x.BatchNorm(Weight(4), Weight(4).Square(), Weight(4), Weight(4), destination: to)),
        ("BatchNormTraining", (x, to) => x.BatchNormTraining(Weight(4), destination: to).Result),
        ("GroupNorm", (x, to) => x.GroupNorm(2, Weight(4), Weight(4), destination: to)),
        ("InstanceNorm", (x, to) => x.InstanceNorm(destination: to)),
        ("Conv2d", (x, to) => x.Conv2d(Weight(4, 4, 3, 3), Weight(4), padding: 1, destination: to)),
        ("ConvTranspose2d", (x, to) => x.ConvTranspose2d(Weight(4, 4, 3, 3), Weight(4), padding: 1, destination: to)),
        ("MaxPool", (x, to) => x.MaxPool(3, stride: 1, padding: 1, destination: to)),
        ("MaxPoolWithIndices", (x, to) => x.MaxPoolWithIndices(3, stride: 1, padding: 1, valuesDestination: to).Values),
        ("AvgPool", (x, to) => x.AvgPool(3, stride: 1, padding: 1, destination: to)),
        ("AdaptiveAvgPool", (x, to) => x.AdaptiveAvgPool(6, to)),
        ("AdaptiveMaxPool", (x, to) => x.AdaptiveMaxPool(6, to)),
        ("Interpolate", (x, to) => x.Interpolate(6, InterpolationMode.Linear, destination: to)),
        ("Dropout", (x, to) => x.Dropout(new RandomGenerator(3), destination: to)),
        ("ScaledDotProductAttention", (x, to) => x.ScaledDotProductAttention(x, x, isCausal: true, destination: to)),
    ];

    [DeviceFact]
    public void Destination_IsWrittenAndReturned()
    {
        foreach ((string name, Operation run) in Operations)
        {
            float[] expected = run(Input(), null).ToArray();
            Tensor<float, Device> whole = Tensor<float, Device>.Full(-7, 2, 4, 6, 6), sparse = Pattern.Sparse(whole), turned = Tensor<float, Device>.Full(-7, 6, 4, 6, 2).Transpose(0, 3);
            foreach (Tensor<float, Device> destination in (Tensor<float, Device>[])[whole, sparse, turned])
            {
                Assert.True(ReferenceEquals(destination, run(Input(), destination)), name);
                Assert.True(expected.AsSpan().SequenceEqual(destination.ToArray()), name);
            }
        }
    }

    [DeviceFact]
    public void DestinationOverTheInput_GetsWhatACopyWouldGive()
    {
        foreach ((string name, Operation run) in Operations)
        {
            float[] expected = run(Input(), null).ToArray();
            Tensor<float, Device> same = Input();
            run(same, same);
            Assert.True(expected.AsSpan().SequenceEqual(same.ToArray()), name);

            // An element further on in the same memory.
            Tensor<float, Device> line = Tensor<float, Device>.Zeros(289), x = line[..288].Reshape(2, 4, 6, 6), shifted = line[1..].Reshape(2, 4, 6, 6);
            x.CopyFrom(Input());
            run(x, shifted);
            Assert.True(expected.AsSpan().SequenceEqual(shifted.ToArray()), name);
        }
    }

    [DeviceFact]
    public void DestinationOverTheWeights_GetsWhatACopyWouldGive()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(3, 3) * Pattern.X(3, 3).Cast<float>(), both = Weight(3, 3);
        float[] expected = x.LayerNorm(both[1, ..].Clone(), both[2, ..].Clone()).ToArray();
        x.LayerNorm(both[1, ..], both[2, ..], destination: both);
        Assert.Equal(expected, both.ToArray());
    }

    [DeviceFact]
    public void MistakenDestinations_AreRefused()
    {
        Tensor<float, Device> small = Tensor<float, Device>.Zeros(2, 4, 6, 5), fixedOne = Tensor<float, Device>.Zeros(1).BroadcastTo(2, 4, 6, 6);
        foreach ((string name, Operation run) in Operations)
        {
            string message = Assert.Throws<ShapeException>(() => run(Input(), small)).Message;
            Assert.Equal($"{name}: the result has shape [2, 4, 6, 6], which does not fit the destination's shape [2, 4, 6, 5].", message);
            Assert.StartsWith($"{name}: ", Assert.Throws<InvalidOperationException>(() => run(Input(), fixedOne)).Message, StringComparison.Ordinal);
        }
    }

    [DeviceFact]
    public void Embeddings_AreWrittenWhereTheyAreWanted()
    {
        Tensor<float, Device> table = Weight(5, 3), to = Tensor<float, Device>.Zeros(2, 2, 3);
        Tensor<long, Device> indices = new[] { 4L, 0, 2, 2 }.AsTensor(2, 2).To<Device>();
        float[] expected = table.Take(indices, 0).ToArray();
        Assert.Same(to, table.Embedding(indices, to));
        Assert.Equal(expected, to.ToArray());
        Tensor<float, Device> own = table[..4].Reshape(2, 2, 3);
        table.Embedding(indices, own);
        Assert.Equal(expected, own.ToArray());
        Assert.Equal(
            "Embedding: the result has shape [2, 2, 3], which does not fit the destination's shape [4, 3].",
            Assert.Throws<ShapeException>(() => table.Embedding(indices, Tensor<float, Device>.Zeros(4, 3))).Message);
    }

    [DeviceFact]
    public void PlacesOfTheLargest_HaveADestinationOfTheirOwn()
    {
        (Tensor<float, Device> values, Tensor<long, Device> indices) = Input().MaxPoolWithIndices(2);
        Tensor<float, Device> valuesTo = Tensor<float, Device>.Zeros(values.Shape.AsSpan());
        Tensor<long, Device> indicesTo = Tensor<long, Device>.Zeros(indices.Shape.AsSpan());
        Input().MaxPoolWithIndices(2, valuesDestination: valuesTo, indicesDestination: indicesTo);
        Assert.Equal(values.ToArray(), valuesTo.ToArray());
        Assert.Equal(indices.ToArray(), indicesTo.ToArray());
    }

    static Tensor<float, Device> Input() => Pattern.X(2, 4, 6, 6).Cast<float>();
}
