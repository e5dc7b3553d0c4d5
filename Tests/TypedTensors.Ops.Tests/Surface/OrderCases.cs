using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Elements in order.</summary>
static class OrderCases
{
    [Case(typeof(Sorting), nameof(Sorting.Sort), "3 4 2", Refused = "3")]
    public static object Sort<T>(Given x)
        where T : unmanaged => x.Of<T>().Sort(1);

    [Case(typeof(Sorting), nameof(Sorting.ArgSort), "3 4 2", Refused = "3")]
    public static object ArgSort<T>(Given x)
        where T : unmanaged => x.Of<T>().ArgSort(1);

    [Case(typeof(Sorting), nameof(Sorting.TopK), "3 4 2", Refused = "3 1 2")]
    public static object TopK<T>(Given x)
        where T : unmanaged => x.Of<T>().TopK(2, 1);

    [Case(typeof(Uniqueness), nameof(Uniqueness.Unique), "3 4", Refused = "3")]
    public static object Unique<T>(Given x)
        where T : unmanaged => x.Of<T>().Unique(1);

    [Case(typeof(Uniqueness), nameof(Uniqueness.UniqueAll), "3 4", Refused = "3")]
    public static object UniqueAll<T>(Given x)
        where T : unmanaged => x.Of<T>().UniqueAll(-2);

    [Case(typeof(Searching), nameof(Searching.SearchSorted), "4, 3 2", Refused = "4 1, 3")]
    public static object SearchSorted<T>(Given x)
        where T : unmanaged, INumber<T> => Sorted(x.Of<T>()).SearchSorted(x.Of<T>(1));

    [Case(typeof(Histograms), nameof(Histograms.Histogram), "3 4 2, 4", Refused = "3, 1")]
    public static object Histogram<T>(Given x)
        where T : unmanaged, INumber<T> => x.Of<T>().Histogram(Sorted(x.Of<T>(1)));

    [Case(typeof(Quantiles), nameof(Quantiles.Median), "3 4 2", Refused = "3")]
    public static object FloatingMedian<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Median(1);

    [Case(typeof(Quantiles), nameof(Quantiles.Quantile), "3 4 2", Refused = "3")]
    public static object FloatingQuantile<T>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x.Of<T>().Quantile(0.3, [1]);

    [Case(typeof(IntegerQuantiles), nameof(IntegerQuantiles.Median), "3 4 2", Refused = "3")]
    public static object IntegerMedian<T>(Given x)
        where T : unmanaged, IBinaryInteger<T> => x.Of<T>().Median(1);

    [Case(typeof(IntegerQuantiles), nameof(IntegerQuantiles.Quantile), "3 4 2", Refused = "3")]
    public static object IntegerQuantile<T>(Given x)
        where T : unmanaged, IBinaryInteger<T> => x.Of<T>().Quantile(0.3, [1]);

    static Tensor<T, Cpu> Sorted<T>(Tensor<T, Cpu> x)
        where T : unmanaged => x.Rank == 0 ? x : x.Sort();
}
