namespace TypedTensors;

/// <summary>States that a method's result shares memory with its receiver (for an extension method, a constructor or a static method, with its first argument).</summary>
/// <remarks>Read by the analyzers, on any type; a write through the result changes the source and the other way round.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class SharesMemoryAttribute : Attribute
{
    /// <summary>Whether the result may begin elsewhere in the memory or run through it in another order, as slices and transposed views do.</summary>
    public bool Relaid { get; set; }
}
