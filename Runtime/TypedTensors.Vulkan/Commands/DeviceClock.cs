using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Times what the device does between two points, by its own clock.</summary>
internal sealed unsafe class DeviceClock : IDisposable
{
    private readonly DeviceContext context;
    private readonly ulong pool;

    public DeviceClock(DeviceContext context)
    {
        if (context.Physical.TimestampBits == 0)
        {
            throw new NotSupportedException($"Vulkan: the device '{context.Physical.Info.Name}' has no clock; time from Synchronize() to Synchronize() instead.");
        }

        this.context = context;
        var info = new VkQueryPoolCreateInfo { Type = VkStructureType.QueryPoolCreateInfo, QueryType = VkQueryPoolCreateInfo.Timestamp, QueryCount = 2 };
        ulong created;
        context.Check(context.CommandFunctions.CreateQueryPool(context.Handle, &info, null, &created), "vkCreateQueryPool");
        pool = created;
    }

    public void Start()
    {
        lock (context.Gate)
        {
            context.Commands.FinishAll();
            nint commands = context.Commands.Begin([], []);
            context.CommandFunctions.CmdResetQueryPool(commands, pool, 0, 2);
            context.CommandFunctions.CmdWriteTimestamp(commands, VkStage.BottomOfPipe, pool, 0);
        }
    }

    public TimeSpan Stop()
    {
        lock (context.Gate)
        {
            nint commands = context.Commands.Begin([], []);
            context.CommandFunctions.CmdWriteTimestamp(commands, VkStage.BottomOfPipe, pool, 1);
            context.Commands.FinishAll();
            ulong* ticks = stackalloc ulong[2];
            const uint wait64 = 3;
            VkResult result = context.CommandFunctions.GetQueryPoolResults(context.Handle, pool, 0, 2, 2 * sizeof(ulong), ticks, sizeof(ulong), wait64);
            context.Check(result, "vkGetQueryPoolResults");

            // Timestamps wrap at the number of bits the queue has.
            ulong mask = ulong.MaxValue >> (64 - (int)context.Physical.TimestampBits);
            double nanoseconds = ((ticks[1] - ticks[0]) & mask) * (double)context.Physical.Limits.TimestampPeriod;
            return TimeSpan.FromMicroseconds(nanoseconds / 1000);
        }
    }

    public void Dispose() => context.CommandFunctions.DestroyQueryPool(context.Handle, pool, null);
}
