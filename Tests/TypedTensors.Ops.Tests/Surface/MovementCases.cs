namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Elements moved to other places.</summary>
static class MovementCases
{
    [Case(typeof(Joining), nameof(Joining.Concat), "3 4, 3 2", Refused = "3 4, 2 4")]
    public static object Concat<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => Tensor.Concat([x.Of<T, TDevice>(), x.Of<T, TDevice>(1)], 1);

    [Case(typeof(Joining), nameof(Joining.Stack), "3 4, 3 4", Refused = "3 4, 4 3")]
    public static object Stack<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => Tensor.Stack([x.Of<T, TDevice>(), x.Of<T, TDevice>(1)], 1);

    [Case(typeof(Splitting), nameof(Splitting.Split), "3 4 2", Refused = "3 3 2")]
    public static object Split<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().Split([3, 1], 1);

    [Case(typeof(Splitting), nameof(Splitting.SplitAt), "3 4 2", Refused = "3")]
    public static object SplitAt<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().SplitAt([3], 1);

    [Case(typeof(Splitting), nameof(Splitting.Chunk), "3 4 2", Refused = "3")]
    public static object Chunk<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().Chunk(2, 1);

    [Case(typeof(Repeating), nameof(Repeating.Tile), "3 4")]
    public static object Tile<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().Tile(2, 1, 2);

    [Case(typeof(Repeating), nameof(Repeating.Repeat), "3 4", Refused = "3")]
    public static object Repeat<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().Repeat(2, 1);

    [Case(typeof(Rolling), nameof(Rolling.Roll), "3 4", Refused = "3")]
    public static object Roll<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().Roll(3, 1);

    [Case(typeof(Padding), nameof(Padding.Pad), "3 4", Refused = "3")]
    public static object Pad<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().Pad([(1, 2), (0, 1)], PadMode.Edge);

    [Case(typeof(Triangles), nameof(Triangles.Tril), "2 3 4", Refused = "3")]
    public static object Tril<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Tril(1);

    [Case(typeof(Triangles), nameof(Triangles.Triu), "2 3 4", Refused = "3")]
    public static object Triu<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T> => x.Of<T, TDevice>().Triu(1);

    [Case(typeof(Grids), nameof(Grids.Meshgrid), "3, 4", Refused = "3, 2 2")]
    public static object Meshgrid<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => Tensor.Meshgrid([x.Of<T, TDevice>(), x.Of<T, TDevice>(1)]);

    [Case(typeof(FourierFrequencies), nameof(FourierFrequencies.FftShift), "3 4", Refused = "3")]
    public static object FftShift<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().FftShift(1);

    [Case(typeof(FourierFrequencies), nameof(FourierFrequencies.IfftShift), "3 4", Refused = "3")]
    public static object IfftShift<T, TDevice>(Given x)
        where T : unmanaged
        where TDevice : struct, IDevice => x.Of<T, TDevice>().IfftShift(1);
}
