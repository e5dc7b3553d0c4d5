using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>How much of a heap this process may take.</summary>
internal sealed unsafe class MemoryBudget(DeviceContext context, uint memoryType)
{
    private readonly uint heap = context.Physical.Memory.Types[(int)memoryType].HeapIndex;
    private readonly bool isTold = context.Physical.Extensions.Contains(PhysicalDeviceReader.MemoryBudget);

    /// <summary>The bytes that can still be taken, when so many are taken already.</summary>
    public long Left(long taken)
    {
        long left = Told(taken);
        return VulkanOptions.MemoryLimit is { } limit ? Math.Min(left, limit - taken) : left;
    }

    private long Told(long taken)
    {
        if (!isTold)
        {
            return (long)context.Physical.Memory.Heaps[(int)heap].Size - taken;
        }

        var budget = new VkPhysicalDeviceMemoryBudgetProperties { Type = VkStructureType.PhysicalDeviceMemoryBudgetProperties };
        var memory = new VkPhysicalDeviceMemoryProperties2 { Type = VkStructureType.PhysicalDeviceMemoryProperties2, Next = &budget };
        VulkanInstance.Shared.Functions.GetPhysicalDeviceMemoryProperties2(context.Physical.Handle, &memory);
        return (long)budget.HeapBudget[heap] - (long)budget.HeapUsage[heap];
    }
}
