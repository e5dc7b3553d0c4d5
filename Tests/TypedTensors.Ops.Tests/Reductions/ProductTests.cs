using static TypedTensors.Ops.Tests.Special;

namespace TypedTensors.Ops.Tests;

/// <summary>Products, norms and logarithms of sums of exponentials, against NumPy 1.24.</summary>
public abstract class ProductTests<TDevice>
    where TDevice : struct, IDevice, IComputes<long>, IComputes<ulong>, IComputesFunctions<double>
{
    static readonly double[] Values = [5, -3, 9, 0, 9, 2, 7, -8, 1, 4, 4, -8];

    [DeviceFact]
    public void Products_AreThoseOfNumPy()
    {
        Tensor<double, TDevice> x = Values.AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.Prod(0), 35, 24, 9, 0, 36, -16.0);
        Check.Elements(x.Prod(2), -135, 0, -56, -128.0);
        Check.Elements(x.Cast<int>().Prod(1), 0, -27, 18, 28, -32, -8L);
        Check.Elements(new byte[] { 3, 200, 255 }.AsTensor().To<TDevice>().Prod(), 153000UL);
        Check.Elements(Tensor<long, TDevice>.Full(1L << 32, 2).Prod(), 0L);
        Check.Elements(Tensor<double, TDevice>.Zeros(0).Prod(), 1.0);
        Check.Elements(Tensor<int, TDevice>.Zeros(0).Prod(), 1L);
        Check.Elements(new[] { 0, Inf, 1.0 }.AsTensor().To<TDevice>().Prod(), NaN);
    }

    [DeviceFact]
    public void Norms_AreThoseOfNumPy()
    {
        Tensor<double, TDevice> x = Values.AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.Norm(), 1, [20.248456731316587]);
        Check.Elements(x.Norm(1), 1, [5, 9.486832980505138, 9.219544457292887, 8.06225774829855, 8.94427190999916, 8.06225774829855]);
        Check.Elements(Tensor<float, TDevice>.Zeros(0).Norm(), 0f);
        Check.Elements(new[] { (Half)300, (Half)400 }.AsTensor().To<TDevice>().Norm(), (Half)500);
        Check.Elements(new[] { 1.0, NaN }.AsTensor().To<TDevice>().Norm(), (double)NaN);
    }

    [DeviceFact]
    public void LogarithmsOfSumsOfExponentials_AreThoseOfNumPy()
    {
        Tensor<double, TDevice> x = Values.AsTensor(2, 2, 3).To<TDevice>();

        Check.Elements(x.LogSumExp(), 2, [9.774037435517103]);
        Check.Elements(x.LogSumExp(2), 2, [9.018155961600867, 9.001034756224715, 7.002475990283623, 4.693150252661403]);
        Check.Elements(new[] { 1000, 1000.5, -1000 }.AsTensor().To<TDevice>().LogSumExp(), 2, [1000.9740769841801]);
    }

    [DeviceFact]
    public void LogarithmsOfSumsOfExponentials_TakeInfinitiesAndNaN()
    {
        Check.Elements(Tensor<double, TDevice>.Zeros(0).LogSumExp(), (double)-Inf);
        Check.Elements(new double[] { -Inf, -Inf }.AsTensor().To<TDevice>().LogSumExp(), (double)-Inf);
        Check.Elements(new[] { -Inf, 2.0 }.AsTensor().To<TDevice>().LogSumExp(), 2.0);
        Check.Elements(new double[] { Inf, 1, Inf, -Inf }.AsTensor().To<TDevice>().LogSumExp(), (double)Inf);
        Check.Elements(new[] { 1.0, NaN, Inf }.AsTensor().To<TDevice>().LogSumExp(), (double)NaN);
    }
}
