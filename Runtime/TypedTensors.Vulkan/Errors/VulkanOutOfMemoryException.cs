namespace TypedTensors;

/// <summary>The device has not enough memory for a tensor; what exists already is untouched.</summary>
public sealed class VulkanOutOfMemoryException(string message) : OutOfMemoryException(message);
