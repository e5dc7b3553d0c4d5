namespace TypedTensors.Benchmarks;

/// <summary>What is measured: a file for each family.</summary>
internal static class Workloads
{
    /// <summary>All workloads, in the order of the table.</summary>
    public static IEnumerable<Workload> All() => ElementwiseWorkloads.All().Concat(ReductionWorkloads.All()).Concat(LayoutWorkloads.All()).Concat(RowWorkloads.All()).Concat(OrderWorkloads.All()).Concat(FourierWorkloads.All()).Concat(FileWorkloads.All());
}
