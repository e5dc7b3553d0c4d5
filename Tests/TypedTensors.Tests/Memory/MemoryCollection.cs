namespace TypedTensors.Tests.Memory;

/// <summary>Tests that watch the pool of the process; no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class MemoryCollection
{
    public const string Name = "Memory";
}

/// <summary>Where tensors lie.</summary>
internal static class Addresses
{
    public static unsafe nint Of(Tensor tensor) => (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref ((CpuStorage)tensor.Storage).Start);

    /// <summary>Everything unreachable is found, in whatever generation.</summary>
    public static void Collect() => GC.Collect(2, GCCollectionMode.Forced, blocking: true);
}
