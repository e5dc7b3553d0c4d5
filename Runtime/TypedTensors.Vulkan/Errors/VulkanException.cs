namespace TypedTensors;

/// <summary>Something went wrong between this library and Vulkan; the message says what, and what to do about it.</summary>
public class VulkanException : Exception
{
    /// <summary>Creates an exception.</summary>
    public VulkanException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with what caused it.</summary>
    public VulkanException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
