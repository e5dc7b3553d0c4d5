using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Convolutions and poolings.</summary>
static class ImageCases
{
    [Case(typeof(AdaptivePooling), nameof(AdaptivePooling.AdaptiveAvgPool), "2 3 5", Refused = "2 3")]
    public static object AdaptiveAvgPool<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().AdaptiveAvgPool(2);

    [Case(typeof(AdaptivePooling), nameof(AdaptivePooling.AdaptiveMaxPool), "2 3 5", Refused = "2 3")]
    public static object AdaptiveMaxPool<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().AdaptiveMaxPool(2);

    [Case(typeof(Pooling), nameof(Pooling.MaxPool), "2 3 5", Refused = "2 3")]
    public static object MaxPool<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().MaxPool(2);

    [Case(typeof(Pooling), nameof(Pooling.MaxPoolWithIndices), "2 3 5", Refused = "2 3")]
    public static object MaxPoolWithIndices<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().MaxPoolWithIndices(2);

    [Case(typeof(Pooling), nameof(Pooling.AvgPool), "2 3 5", Refused = "2 3")]
    public static object AvgPool<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().AvgPool(2);

    [Case(typeof(Convolutions), nameof(Convolutions.Conv1d), "2 3 6, 4 3 2, 4", Refused = "2 3 6, 4 2 2, 4")]
    public static object Conv1d<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Conv1d(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Convolutions), nameof(Convolutions.Conv2d), "2 3 6 5, 4 3 2 2, 4", Refused = "2 3 6 5, 4 2 2 2, 4")]
    public static object Conv2d<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Conv2d(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Convolutions), nameof(Convolutions.Conv3d), "2 3 4 3 5, 4 3 2 2 2, 4", Refused = "2 3 4 3 5, 4 2 2 2 2, 4")]
    public static object Conv3d<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Conv3d(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(TransposedConvolutions), nameof(TransposedConvolutions.ConvTranspose1d), "2 3 6, 3 4 2, 4", Refused = "2 3 6, 2 4 2, 4")]
    public static object ConvTranspose1d<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().ConvTranspose1d(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(TransposedConvolutions), nameof(TransposedConvolutions.ConvTranspose2d), "2 3 6 5, 3 4 2 2, 4", Refused = "2 3 6 5, 2 4 2 2, 4")]
    public static object ConvTranspose2d<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().ConvTranspose2d(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(TransposedConvolutions), nameof(TransposedConvolutions.ConvTranspose3d), "2 3 4 3 5, 3 4 2 2 2, 4", Refused = "2 3 4 3 5, 2 4 2 2 2, 4")]
    public static object ConvTranspose3d<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().ConvTranspose3d(x.Of<T, TDevice>(1), x.Of<T, TDevice>(2));

    [Case(typeof(Resampling), nameof(Resampling.Interpolate), "2 3 4", Refused = "2 3", Ulps = 16)]
    public static object Interpolate<T, TDevice>(Given x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => x.Of<T, TDevice>().Interpolate(6, InterpolationMode.Linear);
}
