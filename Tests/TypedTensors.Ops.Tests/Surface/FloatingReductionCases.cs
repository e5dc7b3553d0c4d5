using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Reductions of floating dtypes.</summary>
static class FloatingReductionCases
{
    [Case(typeof(FloatingReductions), nameof(FloatingReductions.Sum), "3 4 2", Refused = "3")]
    public static object Sum<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Sum(1);

    [Case(typeof(FloatingReductions), nameof(FloatingReductions.Prod), "3 4 2", Refused = "3")]
    public static object Prod<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Prod(1);

    [Case(typeof(FloatingReductions), nameof(FloatingReductions.Mean), "3 4 2", Refused = "3")]
    public static object Mean<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Mean(1);

    [Case(typeof(FloatingReductions), nameof(FloatingReductions.Norm), "3 4 2", Refused = "3")]
    public static object Norm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Norm(1);

    [Case(typeof(FloatingReductions), nameof(FloatingReductions.LogSumExp), "3 4 2", Refused = "3")]
    public static object LogSumExp<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().LogSumExp(1);

    [Case(typeof(Moments), nameof(Moments.Var), "3 4 2", Refused = "3", Ulps = 16)]
    public static object Var<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<double> => x.Of<T, TDevice>().Var(1);

    [Case(typeof(Moments), nameof(Moments.Std), "3 4 2", Refused = "3", Ulps = 16)]
    public static object Std<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<double> => x.Of<T, TDevice>().Std(1);

    [Case(typeof(Norms), nameof(Norms.VectorNorm), "3 4 2", Refused = "3", Ulps = 16)]
    public static object VectorNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long> => x.Of<T, TDevice>().VectorNorm(3, 1);

    [Case(typeof(Norms), nameof(Norms.MatrixNorm), "2 4 3", Refused = "3")]
    public static object MatrixNorm<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().MatrixNorm(MatrixNormOrder.One);
}
