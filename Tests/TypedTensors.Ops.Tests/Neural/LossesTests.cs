namespace TypedTensors.Ops.Tests;

/// <summary>Losses on the device of this project. Values: PyTorch 1.13 in double.</summary>
public class LossesTests
{
    static (Tensor<double, Device> X, Tensor<double, Device> Target, Tensor<double, Device> P, Tensor<double, Device> Truth, Tensor<double, Device> Weight) Operands =>
        (Pattern.X(2, 3), Pattern.Of(5, 13, 6, 4, 2, 3), Pattern.Of(2, 7, -1, 8, 2, 3), Pattern.Of(3, 5, 0, 4, 2, 3), new[] { 1, 2, 0.5 }.AsTensor().To<Device>());

    [DeviceFact]
    public void Mse_IsPyTorchs()
    {
        (var x, var target, _, _, _) = Operands;
        Pattern.Near(x.Mse(target, LossReduction.None), 1e-14, [0.0625, 0.5625, 2.25, 5.0625, 0, 5.0625]);
        Pattern.Near(x.Mse(target, LossReduction.Mean), 1e-14, [2.1666666666666665]);
        Pattern.Near(x.Mse(target, LossReduction.Sum), 1e-14, [13]);
    }

    [DeviceFact]
    public void L1_IsPyTorchs()
    {
        (var x, var target, _, _, _) = Operands;
        Pattern.Near(x.L1(target, LossReduction.None), 1e-14, [0.25, 0.75, 1.5, 2.25, 0, 2.25]);
        Pattern.Near(x.L1(target, LossReduction.Mean), 1e-14, [1.1666666666666667]);
        Pattern.Near(x.L1(target, LossReduction.Sum), 1e-14, [7]);
    }

    [DeviceFact]
    public void Huber_IsPyTorchs()
    {
        (var x, var target, _, _, _) = Operands;
        Pattern.Near(x.Huber(target, 0.75, LossReduction.None), 1e-14, [0.03125, 0.28125, 0.84375, 1.40625, 0, 1.40625]);
        Pattern.Near(x.Huber(target, 0.75, LossReduction.Mean), 1e-14, [0.6614583333333334]);
        Pattern.Near(x.Huber(target, 0.75, LossReduction.Sum), 1e-14, [3.96875]);
    }

    [DeviceFact]
    public void Bce_IsPyTorchs()
    {
        (_, _, var p, var truth, _) = Operands;
        Pattern.Near(p.Bce(truth, LossReduction.None), 1e-14, [0.13353139262452263, 0.8531228470702286, 0.8531228470702286, 0.13353139262452263, 0.8369882167858358, 0.6931471805599453]);
        Pattern.Near(p.Bce(truth, LossReduction.Mean), 1e-14, [0.5839073127892139]);
        Pattern.Near(p.Bce(truth, LossReduction.Sum), 1e-14, [3.503443876735284]);
    }

    [DeviceFact]
    public void BceWithLogits_IsPyTorchs()
    {
        (var x, _, _, var truth, var weight) = Operands;
        Pattern.Near(x.BceWithLogits(truth, weight, LossReduction.None), 1e-14, [0.25192908134537295, 0.9546347223151868, 0.4773173611575934, 0.25192908134537295, 0.9889091298182655, 0.3868710061148999]);
        Pattern.Near(x.BceWithLogits(truth, weight, LossReduction.Mean), 1e-14, [0.5519317303494486]);
        Pattern.Near(x.BceWithLogits(truth, weight, LossReduction.Sum), 1e-14, [3.311590382096692]);
    }

    [DeviceFact]
    public void KlDiv_IsPyTorchs()
    {
        (_, _, var p, var truth, _) = Operands;
        Pattern.Near(p.Log().KlDiv(truth, LossReduction.None), 1e-14, [0, 0.5198603854199589, -0.22907268296853875, 0.13353139262452263, 0.34657359027997264, 0]);
        Pattern.Near(p.Log().KlDiv(truth, LossReduction.Mean), 1e-14, [0.1284821142259859]);
        Pattern.Near(p.Log().KlDiv(truth, LossReduction.Sum), 1e-14, [0.7708926853559154]);
    }

    [DeviceFact]
    public void KlDivOfLogarithms_IsPyTorchs()
    {
        (_, _, var p, _, _) = Operands;
        Pattern.Near(p.Log().KlDiv(p.Log().Divide(2), LossReduction.None, logTarget: true), 1e-14, [0.3675968038007052, 0.30031639933423876, 0.18578524712023137, 0.06245359019746956, 0.34657359027997264, 0.2450645358671368]);
        Pattern.Near(p.Log().KlDiv(p.Log().Divide(2), LossReduction.Mean, logTarget: true), 1e-14, [0.25129836109995907]);
        Pattern.Near(p.Log().KlDiv(p.Log().Divide(2), LossReduction.Sum, logTarget: true), 1e-14, [1.5077901665997544]);
    }

    [DeviceFact]
    public void CosineSimilarity_IsPyTorchs()
    {
        (var x, var target, _, _, _) = Operands;
        Pattern.Near(x.CosineSimilarity(target), 1e-14, [0.47822809985881043, -0.8590724013932584]);
        Pattern.Near(Pattern.Sparse(x).CosineSimilarity(target, 0), 1e-14, [0.196116135138184, -0.3162277660168379, -1]);
    }

    [DeviceFact]
    public void CertainErrors_AreFinite()
    {
        Tensor<double, Device> x = new[] { 0.0, 1, 1, 0 }.AsTensor().To<Device>(), target = new[] { 1.0, 0, 1, 0 }.AsTensor().To<Device>();
        Pattern.Near(x.Bce(target, LossReduction.None), 0, 100, 100, 0, 0);
        Check.Elements(new[] { 1000.0, -1000 }.AsTensor().To<Device>().BceWithLogits(new[] { 0.0, 1 }.AsTensor().To<Device>(), reduction: LossReduction.None), 1000.0, 1000);
    }

    [DeviceFact]
    public void MeansOfNothing_AreNaN() => Check.Elements(Tensor<float, Device>.Ones(0).Mse(Tensor<float, Device>.Ones(0)), float.NaN);

    [DeviceFact]
    public void ShapesThatDoNotBroadcast_AreRefused() =>
        Assert.Throws<ShapeException>(() => Tensor<float, Device>.Ones(2, 3).Mse(Tensor<float, Device>.Ones(2)));
}
