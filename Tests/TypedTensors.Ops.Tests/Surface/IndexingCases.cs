using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Elements at indices and by masks.</summary>
static class IndexingCases
{
    [Case(typeof(Gathering), nameof(Gathering.Take), "3 4, 2 3", Refused = "3, 2")]
    public static object Take<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Take(x.Indices<long, TDevice>(1, 4), 1);

    [Case(typeof(Gathering), nameof(Gathering.TakeAlongAxis), "3 4, 3 2", Refused = "3 4, 2 2")]
    public static object TakeAlongAxis<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().TakeAlongAxis(x.Indices<long, TDevice>(1, 4), 1);

    [Case(typeof(Selecting), nameof(Selecting.Gather), "3 4, 2 5", Refused = "3 4, 4 2")]
    public static object Gather<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Gather(1, x.Indices<long, TDevice>(1, 4));

    [Case(typeof(Selecting), nameof(Selecting.IndexSelect), "3 4, 5", Refused = "3 4, 1 2")]
    public static object IndexSelect<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().IndexSelect(1, x.Indices<long, TDevice>(1, 4));

    [Case(typeof(Scattering), nameof(Scattering.Scatter), "3 4, 3 2, 3 2", Refused = "3 4, 2 2, 2 2")]
    public static object Scatter<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Scatter(x.Indices<long, TDevice>(1, 4), x.Of<T, TDevice>(2), 1);

    [Case(typeof(Scattering), nameof(Scattering.ScatterAdd), "3 4, 3 2, 3 2", Refused = "3 4, 3 2, 5")]
    public static object ScatterAdd<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().ScatterAdd(x.Indices<long, TDevice>(1, 4), x.Of<T, TDevice>(2), 1);

    [Case(typeof(OneHots), nameof(OneHots.OneHot), "3 2", Refused = "2 1 1 1 1 1 1 1")]
    public static object OneHot<T, TDevice>(Given x)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T> => x.Indices<int, TDevice>(0, 3).OneHot(3, T.One);

    [Case(typeof(Masking), nameof(Masking.MaskedFill), "3 4, 4", Refused = "3 4, 3")]
    public static object MaskedFill<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().MaskedFill(x.Of<bool, TDevice>(1), default);

    [Case(typeof(Masking), nameof(Masking.MaskedSelect), "3 4, 4", Refused = "3 4, 3")]
    public static object MaskedSelect<T>(Given x)
        where T : unmanaged => x.Of<T>().MaskedSelect(x.Of<bool>(1));

    [Case(typeof(Embeddings), nameof(Embeddings.Embedding), "3 4, 2 5", Refused = "3 1 1 1 1 1, 1 1 1 1")]
    public static object Embedding<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>, IComputes<long> => x.Of<T, TDevice>().Embedding(x.Indices<long, TDevice>(1, 3));

    [Case(typeof(Places), nameof(Places.NonZero), "3 4")]
    public static object NonZero<T>(Given x)
        where T : unmanaged, INumber<T> => x.Of<T>().NonZero();

    [Case(typeof(Places), nameof(Places.NonZero), "3 4")]
    public static object NonZeroOfBools(Given x) => x.Of<bool>().NonZero();

    [Case(typeof(Places), nameof(Places.Where), "3 4")]
    public static object Where<T>(Given x)
        where T : unmanaged, INumber<T> => x.Of<T>().Where();

    [Case(typeof(Places), nameof(Places.Where), "3 4")]
    public static object WhereOfBools(Given x) => x.Of<bool>().Where();
}
