using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Turns results of Vulkan functions into exceptions.</summary>
internal static class Check
{
    /// <summary>Throws if a function did not succeed.</summary>
    /// <exception cref="VulkanException">It did not.</exception>
    public static void Success(VkResult result, string function)
    {
        if (result != VkResult.Success)
        {
            throw new VulkanException($"Vulkan: {function} failed with {result} ({(int)result}).");
        }
    }
}
