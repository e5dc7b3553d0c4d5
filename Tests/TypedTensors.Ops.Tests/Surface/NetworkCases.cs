using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>What networks are made of.</summary>
static class NetworkCases
{
    [Case(typeof(SoftmaxFunctions), nameof(SoftmaxFunctions.Softmax), "3 4 2", Refused = "3", Ulps = 8)]
    public static object Softmax<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Softmax(1);

    [Case(typeof(SoftmaxFunctions), nameof(SoftmaxFunctions.LogSoftmax), "3 4 2", Refused = "3", Ulps = 8)]
    public static object LogSoftmax<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().LogSoftmax(1);

    [Case(typeof(Normalizations), nameof(Normalizations.LayerNorm), "3 4, 4, 4", Refused = "3 4, 3, 4", Ulps = 64)]
    public static object LayerNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().LayerNorm(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Normalizations), nameof(Normalizations.RmsNorm), "3 4, 4", Refused = "3 4, 3", Ulps = 64)]
    public static object RmsNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().RmsNorm(x.Of<T, TDevice>(1));

    [Case(typeof(Normalizations), nameof(Normalizations.BatchNorm), "3 4 2, 4, 4, 4, 4", Refused = "3 4 2, 4, 3, 4, 4", Ulps = 64, Least = 1)]
    public static object BatchNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().BatchNorm(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2), x.Of<T, TDevice>(3), x.Of<T, TDevice>(4));

    [Case(typeof(Normalizations), nameof(Normalizations.BatchNormTraining), "3 4 2, 4, 4", Refused = "3 4 2, 4, 3", Ulps = 64)]
    public static object BatchNormTraining<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().BatchNormTraining(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Normalizations), nameof(Normalizations.GroupNorm), "3 4 5, 4, 4", Refused = "3 5 5, 5, 5", Ulps = 64)]
    public static object GroupNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().GroupNorm(2, x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Normalizations), nameof(Normalizations.InstanceNorm), "3 4 5, 4, 4", Refused = "3 4 5, 4, 3", Ulps = 64)]
    public static object InstanceNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().InstanceNorm(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Attention), nameof(Attention.ScaledDotProductAttention), "2 3 4, 2 5 4, 2 5 6", Refused = "2 3 4, 2 5 3, 2 5 6", Ulps = 16)]
    public static object ScaledDotProductAttention<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().ScaledDotProductAttention(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Regularization), nameof(Regularization.Dropout), "3 4")]
    public static object Dropout<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Dropout(new RandomGenerator(7));
}
