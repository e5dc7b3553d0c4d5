namespace TypedTensors;

/// <summary>The kinds of Vulkan devices, in the order of the specification.</summary>
public enum VulkanDeviceType
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A graphics processor that shares the main memory.</summary>
    Integrated,

    /// <summary>A graphics card with memory of its own.</summary>
    Discrete,

    /// <summary>A part of a card in a virtual machine.</summary>
    Virtual,

    /// <summary>Software on the processor.</summary>
    Cpu,
}
