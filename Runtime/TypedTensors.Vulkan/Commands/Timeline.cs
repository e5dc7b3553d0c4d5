using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Counts the batches that the device has finished: one semaphore whose value each of them raises by one.</summary>
internal sealed unsafe class Timeline
{
    private readonly DeviceContext context;
    private ulong completed;

    public Timeline(DeviceContext context)
    {
        this.context = context;
        var kind = new VkSemaphoreTypeCreateInfo { Type = VkStructureType.SemaphoreTypeCreateInfo, SemaphoreType = VkSemaphoreTypeCreateInfo.Timeline };
        var info = new VkSemaphoreCreateInfo { Type = VkStructureType.SemaphoreCreateInfo, Next = &kind };
        ulong semaphore;
        Check.Success(context.Functions.CreateSemaphore(context.Handle, &info, null, &semaphore), "vkCreateSemaphore");
        Semaphore = semaphore;
    }

    public ulong Semaphore { get; }

    /// <summary>Whether the device has finished a batch.</summary>
    public bool HasPassed(ulong batch)
    {
        if (batch > completed)
        {
            ulong value;
            context.Check(context.Functions.GetSemaphoreCounterValue(context.Handle, Semaphore, &value), "vkGetSemaphoreCounterValue");
            completed = value;
        }

        return batch <= completed;
    }

    /// <summary>Waits until the device has finished a batch, which has been submitted.</summary>
    public void Wait(ulong batch)
    {
        if (batch <= completed)
        {
            return;
        }

        ulong semaphore = Semaphore;
        var info = new VkSemaphoreWaitInfo { Type = VkStructureType.SemaphoreWaitInfo, SemaphoreCount = 1, Semaphores = &semaphore, Values = &batch };
        context.Check(context.OrInjected(context.Functions.WaitSemaphores(context.Handle, &info, ulong.MaxValue)), "vkWaitSemaphores");
        completed = Math.Max(completed, batch);
    }
}
