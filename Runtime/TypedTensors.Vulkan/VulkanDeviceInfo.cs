namespace TypedTensors;

/// <summary>A device that Vulkan has found, and what it can do.</summary>
public sealed record VulkanDeviceInfo
{
    /// <summary>The position among <see cref="Vulkan.Devices"/>, by which it can be chosen.</summary>
    public required int Index { get; init; }

    /// <summary>The name the driver gives it.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required VulkanDeviceType Type { get; init; }

    /// <summary>The bytes of the largest memory that is local to it.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>The driver's name and version, as it states them.</summary>
    public required string Driver { get; init; }

    /// <summary>The version of Vulkan that it speaks.</summary>
    public required Version ApiVersion { get; init; }

    /// <summary>The element types it computes with.</summary>
    public required IReadOnlyList<Dtype> Dtypes { get; init; }

    /// <summary>The most bytes that one binding of a program covers; longer tensors take several dispatches.</summary>
    public required long MaxBindingBytes { get; init; }

    /// <summary>The most bytes of one tensor.</summary>
    public required long MaxTensorBytes { get; init; }

    /// <summary>The bytes of memory that the threads of a group share.</summary>
    public required int SharedMemoryBytes { get; init; }

    /// <summary>The most threads of a group.</summary>
    public required int MaxGroupSize { get; init; }

    /// <summary>The threads that run in step.</summary>
    public required int SubgroupSize { get; init; }

    /// <summary>Why it cannot be used, or null if it can.</summary>
    public required string? Problem { get; init; }
}
