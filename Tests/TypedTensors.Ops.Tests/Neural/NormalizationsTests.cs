namespace TypedTensors.Ops.Tests;

/// <summary>Normalizations on the device of this project. Values: PyTorch 1.13 in double.</summary>
public class NormalizationsTests
{
    static Tensor<double, Device> X => Pattern.X(2, 4, 3);

    static Tensor<double, Device> Weight(nint length) => Pattern.Of(3, 5, 1, 2, length);

    static Tensor<double, Device> Bias(nint length) => Pattern.Of(2, 5, 2, 4, length);

    [DeviceFact]
    public void LayerNorm_IsPyTorchs()
    {
        double[] expected = [
            0.08123253851109824, 1.2787115847244162, 0.5, -1.1123678429541952, 0, 0.5, -1.1123678429541952, 0, 0.5, -1.1123678429541952, 0,
            0.5, -0.5581232538511098, -1.2787115847244164, 0.5, -0.5581232538511098, -1.2787115847244164, 0.5, -0.5581232538511098,
            -1.2787115847244164, 0.5, -0.5581232538511098, -1.2787115847244164, 0.5,
        ];
        Pattern.Near(X.LayerNorm(Weight(3), Bias(3)), 1e-14, expected);
        Pattern.Near(Pattern.Sparse(X).LayerNorm(Pattern.Sparse(Weight(3)), Bias(3)), 1e-14, expected);
        Pattern.Near(X.Cast<float>().LayerNorm(Weight(3).Cast<float>(), Bias(3).Cast<float>()), 2e-6, expected);
        double[] overTwo = [
            -1.2873115516482023, 0.6787642726872339, -0.44470762693301535, 1.521368197402421, 0.3978962977821716, -0.7255756018380777,
            1.2405002224973587, 0.1170283228771093, -1.00644357674314, 0.9596322475922963, -0.16383965202795303, -1.2873115516482023,
            0.55096503395428, -0.65114049467324, 1.45254418042492, 0.2504386517974, -0.95166687683012, 1.15201779826804,
            -0.050087730359479984, -1.252193258987, 0.85149141611116, -0.35061411251636, -1.55271964114388, 0.55096503395428,
        ];
        Pattern.Near(X.LayerNorm(axes: 2, epsilon: 0.1), 1e-14, overTwo);
    }

    [DeviceFact]
    public void RmsNorm_IsItsFormula()
    {
        double[] expected = [
            0.7537728794797655, 0.6030183035838124, 0, -0.7319200358483615, 0.29276801433934463, 0, -0.6123678429541951, 0, 0,
            -0.43915202150901694, -0.29276801433934463, 0, -0.3015091517919062, -0.6030183035838124, 0, -0.16983998737519548,
            -1.019039924251173, 0, 0, -1.3856273440964475, 0, 0.15811261811253363, -1.5811261811253363, 0,
        ];
        Pattern.Near(X.RmsNorm(Weight(3)), 1e-14, expected);
    }

    [DeviceFact]
    public void BatchNorm_IsPyTorchs()
    {
        double[] expected = [
            0.030324782668600003, -1.2070997102248, -0.5, 0.8164938592860644, 0, -0.8164938592860644, 0.5, 0.5, 0.5, 0.8749943750421871,
            -0.6249981250140624, -2.124990625070312, -1.2070997102248, -0.5, -1.7374244928934, 0, -0.8164938592860644, 0.6123703944645483,
            0.5, 0.5, 0.5, -0.6249981250140624, -2.124990625070312, 0.49999625002812476,
        ];
        Pattern.Near(X.BatchNorm(Pattern.Of(3, 7, 2, 4, 4), Pattern.Of(2, 5, -1, 2, 4), Weight(4), Bias(4)), 1e-14, expected);
    }

    [DeviceFact]
    public void BatchNormTraining_IsPyTorchs()
    {
        double[] expected = [
            0.25377287947976546, -0.8015091517919062, -0.19849084820809382, 1.3538144687574178, 0.05415257875029672, -1.2455093112568243,
            0.5, 0.5, 0.5, 1.7807217031361269, -0.1687711318745549, -2.1182639668852365, -0.8015091517919062, -0.19849084820809382,
            -1.2537728794797656, 0.05415257875029672, -1.2455093112568243, 1.0288989962556374, 0.5, 0.5, 0.5, -0.1687711318745549,
            -2.1182639668852365, 1.2933484943834563,
        ];
        (Tensor<double, Device> result, Tensor<double, Device> mean, Tensor<double, Device> variance) = X.BatchNormTraining(Weight(4), Bias(4));
        Pattern.Near(result, 1e-14, expected);
        Pattern.Near(mean, 1e-15, [0, 0.20833333333333334, -0.041666666666666664, -0.2916666666666667]);
        Pattern.Near(variance, 1e-15, [0.6875, 0.5920138888888888, 0.5920138888888888, 0.5920138888888888]);
    }

    [DeviceFact]
    public void GroupNorm_IsPyTorchs()
    {
        double[] expected = [
            0.19652106786598877, -0.8482605339329944, -0.25124247576214687, 1.59204815512226, 0.398012038780565, -0.79602407756113, 0.5,
            0.5, 0.5, 1.3389531635674945, -0.4769933090810705, -2.2929397817296353, -0.643148231890069, 0.043963281182262115,
            -1.1584818666943173, -0.05725929275602759, -1.4314823189006898, 0.973407976852469, 0.5, 0.5, 0.5, -0.33588893913404144,
            -2.3972234783510347, 1.2101119652787036,
        ];
        Pattern.Near(X.GroupNorm(2, Weight(4), Bias(4)), 1e-14, expected);
        Pattern.Near(Pattern.Sparse(X).GroupNorm(2, Weight(4), Bias(4)), 1e-14, expected);
    }

    [DeviceFact]
    public void InstanceNorm_IsPyTorchs()
    {
        double[] expected = [
            0.08123253851109821, -1.1393557923622082, -0.4418767461488902, 1.2247356859083902, 0, -1.2247356859083902, 0.5, 0.5, 0.5,
            1.5871035288625852, -0.25, -2.087103528862585, -0.5581232538511098, 0.1393557923622081, -1.0812325385110984,
            0.11624650770221967, -1.2787115847244164, 1.1624650770221967, 0.5, 0.5, 0.5, -0.07563023844667055, -2.1680673770866243,
            1.4936976155332946,
        ];
        Pattern.Near(X.InstanceNorm(Weight(4), Bias(4)), 1e-14, expected);
    }

    [DeviceFact]
    public void NaN_StaysInItsRow()
    {
        float[] actual = new[] { 1f, float.NaN, 2, 3 }.AsTensor(2, 2).To<Device>().LayerNorm().ToArray();
        Assert.True(float.IsNaN(actual[0]) && float.IsNaN(actual[1]) && !float.IsNaN(actual[2]) && !float.IsNaN(actual[3]));
    }

    [DeviceFact]
    public void Nothing_IsNormalizedToNothing()
    {
        Assert.Equal([0, 3], Tensor<float, Device>.Ones(0, 3).LayerNorm().Shape.AsSpan());
        Assert.Equal([2, 0], Tensor<float, Device>.Ones(2, 0).RmsNorm().Shape.AsSpan());
        Assert.Equal([0, 2, 3], Tensor<float, Device>.Ones(0, 2, 3).GroupNorm(2).Shape.AsSpan());
    }

    [DeviceFact]
    public void OperandsThatDoNotFit_AreRefused()
    {
        Tensor<float, Device> x = Tensor<float, Device>.Ones(2, 3);
        Assert.Equal("LayerNorm: weight of shape [2] does not fit: it needs the shape [3].", Assert.Throws<ShapeException>(() => x.LayerNorm(Tensor<float, Device>.Ones(2))).Message);
        Assert.Contains("has no last 3 axes", Assert.Throws<ShapeException>(() => x.RmsNorm(axes: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("does not divide into 2 groups", Assert.Throws<ShapeException>(() => x.GroupNorm(2)).Message, StringComparison.Ordinal);
        Assert.Contains("has no axis 1 of channels", Assert.Throws<ShapeException>(() => Tensor<float, Device>.Ones(2).InstanceNorm()).Message, StringComparison.Ordinal);
        Assert.Contains("mean of shape [2] does not fit", Assert.Throws<ShapeException>(() => x.BatchNorm(Tensor<float, Device>.Ones(2), Tensor<float, Device>.Ones(3))).Message, StringComparison.Ordinal);
    }
}
