using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Losses.</summary>
static class LossCases
{
    [Case(typeof(Losses), nameof(Losses.Mse), "3 4, 3 4", Refused = "3 4, 3", Ulps = 16)]
    public static object Mse<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Mse(x.Of<T, TDevice>(1));

    [Case(typeof(Losses), nameof(Losses.L1), "3 4, 3 4", Refused = "3 4, 3", Ulps = 16)]
    public static object L1<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().L1(x.Of<T, TDevice>(1));

    [Case(typeof(Losses), nameof(Losses.Huber), "3 4, 3 4", Refused = "3 4, 3", Ulps = 16)]
    public static object Huber<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Huber(x.Of<T, TDevice>(1));

    [Case(typeof(Losses), nameof(Losses.Bce), "3 4, 3 4", Refused = "3 4, 3", Ulps = 32)]
    public static object Bce<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Multiply(T.CreateChecked(0.25)).Bce(x.Of<T, TDevice>(1));

    [Case(typeof(Losses), nameof(Losses.BceWithLogits), "3 4, 3 4", Refused = "3 4, 3", Ulps = 32)]
    public static object BceWithLogits<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().BceWithLogits(x.Of<T, TDevice>(1));

    [Case(typeof(Losses), nameof(Losses.KlDiv), "3 4, 3 4", Refused = "3 4, 3", Ulps = 32)]
    public static object KlDiv<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().KlDiv(x.Of<T, TDevice>(1));

    [Case(typeof(Losses), nameof(Losses.CosineSimilarity), "3 4, 3 4", Refused = "3 4, 3", Ulps = 16, Least = 1)]
    public static object CosineSimilarity<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().CosineSimilarity(x.Of<T, TDevice>(1));

    [Case(typeof(ClassificationLosses), nameof(ClassificationLosses.Nll), "3 4 2, 3 2, 4", Refused = "3 4 2, 2 2, 4", Ulps = 32, Least = 1)]
    public static object Nll<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long> => x.Of<T, TDevice>().Nll(x.Indices<long, TDevice>(1, 4), x.Of<T, TDevice>(2));

    [Case(typeof(ClassificationLosses), nameof(ClassificationLosses.CrossEntropy), "3 4 2, 3 2, 4", Refused = "3 4 2, 2 2, 4", Ulps = 32, Least = 1)]
    public static object CrossEntropy<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long> => x.Of<T, TDevice>().CrossEntropy(x.Indices<long, TDevice>(1, 4), x.Of<T, TDevice>(2));
}
