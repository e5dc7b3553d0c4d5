namespace TypedTensors.Ops.Tests;

/// <summary>Attention on the device of this project. Values: softmax and products of PyTorch 1.13 in double.</summary>
public class AttentionTests
{
    static Tensor<double, Device> Query => Pattern.X(1, 2, 3, 4);

    static Tensor<double, Device> Key => Pattern.Of(5, 13, 6, 4, 1, 2, 5, 4);

    static Tensor<double, Device> Value => Pattern.Of(3, 7, 3, 2, 1, 2, 5, 2);

    [DeviceFact]
    public void Plain_IsPyTorchs()
    {
        double[] expected = [
            0.5405426364192646, -0.3400904394032107, 0.12413002650066318, -0.2531435447124883, -0.05996027550752918, -0.039651407794751015,
            -0.35024604329899267, 0.004554896058310665, 0.2421036817765226, -0.12144662361529279, -0.2954096697091054, 0.15005949069797536,
        ];
        Pattern.Near(Query.ScaledDotProductAttention(Key, Value), 1e-14, expected);
        Pattern.Near(Pattern.Sparse(Query).ScaledDotProductAttention(Pattern.Sparse(Key), Pattern.Sparse(Value)), 1e-14, expected);
        Pattern.Near(Query.Cast<float>().ScaledDotProductAttention(Key.Cast<float>(), Value.Cast<float>()), 2e-6, expected);
    }

    [DeviceFact]
    public void Causal_IsPyTorchs()
    {
        double[] expected = [
            -1.5, 0, -0.7988809292578791, -0.11685317845702013, -0.0984405517556991, -0.4538389882125861, -0.5, 1, -0.9495606886349718,
            0.5504393113650283, -0.9944519518392041, 0.5055480481607958,
        ];
        Pattern.Near(Query.ScaledDotProductAttention(Key, Value, isCausal: true), 1e-14, expected);
        Tensor<bool, Device> mask = Tensor<int, Device>.Arange(3).Reshape(3, 1).GreaterEqual(Tensor<int, Device>.Arange(5));
        Pattern.Near(Query.ScaledDotProductAttention(Key, Value, mask), 1e-14, expected);
    }

    [DeviceFact]
    public void MaskAndScale_ArePyTorchs()
    {
        double[] expected = [
            0.6864925875315875, 0.308313078799504, -0.051584468967042524, -0.5017123668014136, 1.0197157102945509, -0.5768596263747543,
            0.2676077387389502, -0.5419907465313836, 0.7954353439253582, -0.25019393791286526, -0.8506756001354385, 0.2938017288483616,
        ];
        Pattern.Near(Query.ScaledDotProductAttention(Key, Value, Pattern.W(3, 5), scale: 0.25), 1e-14, expected);
    }

    [DeviceFact]
    public void MoreKeysThanABlock_AreTheSoftmaxOfAll()
    {
        foreach (bool isCausal in (ReadOnlySpan<bool>)[false, true])
        {
            Tensor<double, Device> query = Pattern.X(2, 600, 8), key = Pattern.Of(5, 13, 6, 1, 2, 700, 8), value = Pattern.W(1, 700, 3);
            Tensor<double, Device> scores = query.MatMul(key.Transpose(-2, -1)).Multiply(1 / Math.Sqrt(8));
            Tensor<bool, Device> hidden = Tensor<int, Device>.Arange(700).Greater(Tensor<int, Device>.Arange(600).Reshape(600, 1));
            scores = isCausal ? Selection.Where<double, Device>(hidden, double.NegativeInfinity, scores) : scores;
            Pattern.Near(query.ScaledDotProductAttention(key, value, isCausal: isCausal), 1e-13, scores.Softmax(-1).MatMul(value).ToArray());
        }
    }

    [DeviceFact]
    public void AQueryThatSeesNothing_IsNaN()
    {
        Tensor<bool, Device> mask = new[] { true, false, false, false }.AsTensor(2, 2).To<Device>();
        Tensor<float, Device> ones = Tensor<float, Device>.Ones(2, 2);
        Check.Elements(ones.ScaledDotProductAttention(ones, ones, mask), 1f, 1, float.NaN, float.NaN);
        Check.Elements(ones.ScaledDotProductAttention(Tensor<float, Device>.Ones(0, 2), Tensor<float, Device>.Ones(0, 1)), float.NaN, float.NaN);
    }

    [DeviceFact]
    public void OperandsThatDoNotFit_AreRefused()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(2, 4);
        Assert.Contains("do not fit: queries and keys end in one length", Assert.Throws<ShapeException>(() => x.ScaledDotProductAttention(Tensor<float, Device>.Ones(2, 3), x)).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => x.ScaledDotProductAttention(x, x, Tensor<float, Device>.Ones(3, 2)));
    }
}
