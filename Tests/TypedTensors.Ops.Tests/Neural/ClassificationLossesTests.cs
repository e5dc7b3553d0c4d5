namespace TypedTensors.Ops.Tests;

/// <summary>Losses among classes on the device of this project. Values: PyTorch 1.13 in double.</summary>
public class ClassificationLossesTests
{
    static Tensor<double, Device> X => Pattern.X(2, 3, 2);

    static Tensor<long, Device> Target => new long[] { 0, 2, 1, -100 }.AsTensor(2, 2).To<Device>();

    static Tensor<double, Device> Weight => new[] { 0.5, 2, 1 }.AsTensor().To<Device>();

    [DeviceFact]
    public void CrossEntropy_IsPyTorchs()
    {
        Pattern.Near(X.CrossEntropy(Target, reduction: LossReduction.None), 1e-14, [2.02797574385531, 2.4748057281763147, 2.351951863802802, 0]);
        Pattern.Near(X.CrossEntropy(Target), 1e-14, [2.2849111119448087]);
        Pattern.Near(X.CrossEntropy(Target, Weight), 1e-14, [2.3407706650598783]);
        Pattern.Near(Pattern.Sparse(X).CrossEntropy(Target, Weight, reduction: LossReduction.Sum), 1e-14, [8.192697327709574]);
        Pattern.Near(X[0, .., 0].CrossEntropy(Tensor<long, Device>.Scalar(1)), 1e-14, [1.2779757438553099]);
    }

    [DeviceFact]
    public void Nll_IsPyTorchs()
    {
        Pattern.Near(X.Nll(Target, Weight, reduction: LossReduction.None), 1e-14, [0.625, 0.75, 2, 0]);
        Pattern.Near(X.Nll(Target, Weight), 1e-14, [0.9642857142857143]);
        Pattern.Near(X.Nll(Target, Weight, reduction: LossReduction.Sum), 1e-14, [3.375]);
    }

    [DeviceFact]
    public void AllIgnored_IsNaN() => Check.Elements(X.CrossEntropy(Tensor<long, Device>.Full(-100, 2, 2)), double.NaN);

    [DeviceFact]
    public void OperandsThatDoNotFit_AreRefused()
    {
        Assert.Contains("do not fit predictions of shape [2, 3, 2]", Assert.Throws<ShapeException>(() => X.CrossEntropy(Tensor<long, Device>.Zeros(2))).Message, StringComparison.Ordinal);
        Assert.Contains("does not fit 3 classes", Assert.Throws<ShapeException>(() => X.Nll(Target, Tensor<double, Device>.Ones(2))).Message, StringComparison.Ordinal);
    }
}
