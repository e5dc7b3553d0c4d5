using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Holds a kernel's groups of threads against what the device runs together.</summary>
internal static class GroupLimits
{
    /// <summary>Throws if a group is too large.</summary>
    /// <exception cref="NotSupportedException">It has too many threads, or too much shared memory.</exception>
    public static unsafe void Check(string kernel, GridSize group, long sharedBytes, PhysicalDevice device)
    {
        VkPhysicalDeviceLimits limits = device.Limits;
        ReadOnlySpan<int> sizes = [group.X, group.Y, group.Z];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            if (sizes[axis] > limits.MaxComputeWorkGroupSize[axis])
            {
                throw new NotSupportedException(
                    $"{kernel}: a group has {sizes[axis]} threads along {"XYZ"[axis]}, and the device '{device.Info.Name}' runs {limits.MaxComputeWorkGroupSize[axis]} there at the most. Make the kernel's groups smaller.");
            }
        }

        long threads = (long)group.X * group.Y * group.Z;
        if (threads > limits.MaxComputeWorkGroupInvocations)
        {
            throw new NotSupportedException(
                $"{kernel}: a group has {threads} threads, and the device '{device.Info.Name}' runs {limits.MaxComputeWorkGroupInvocations} together at the most. Make the kernel's groups smaller.");
        }

        if (sharedBytes > limits.MaxComputeSharedMemorySize)
        {
            throw new NotSupportedException(
                $"{kernel}: a group shares {sharedBytes} bytes, and the device '{device.Info.Name}' has {limits.MaxComputeSharedMemorySize} for that. Share smaller arrays.");
        }
    }
}
