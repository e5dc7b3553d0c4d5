namespace TypedTensors.Benchmarks;

/// <summary>What is measured: a file for each family.</summary>
internal static class Workloads
{
    /// <summary>All workloads, in the order of the table.</summary>
    public static IEnumerable<Workload> All() =>
    [
        .. ElementwiseWorkloads.All(), .. ReductionWorkloads.All(), .. LayoutWorkloads.All(), .. RowWorkloads.All(), .. ProductWorkloads.All(), .. OrderWorkloads.All(),
        .. FourierWorkloads.All(), .. FileWorkloads.All(),
    ];
}
