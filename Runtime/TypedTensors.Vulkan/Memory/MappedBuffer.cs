using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>A buffer with memory of its own, mapped for good where the host can see it.</summary>
internal sealed unsafe class MappedBuffer
{
    private readonly DeviceContext context;
    private readonly ulong memory;

    private MappedBuffer(DeviceContext context, ulong buffer, ulong memory, nint size, byte* mapped)
    {
        this.context = context;
        this.memory = memory;
        Buffer = buffer;
        Size = size;
        Mapped = mapped;
    }

    /// <summary>What every buffer here is used for.</summary>
    public const VkBufferUsage Usage = VkBufferUsage.Storage | VkBufferUsage.TransferSource | VkBufferUsage.TransferDestination;

    public ulong Buffer { get; }

    public nint Size { get; }

    /// <summary>The first byte as the host sees it; null where it does not.</summary>
    public byte* Mapped { get; }

    /// <summary>Makes a buffer, or returns what kept it from being made.</summary>
    public static VkResult Create(DeviceContext context, nint size, uint memoryType, out MappedBuffer? created)
    {
        created = null;
        MemoryFunctions functions = context.MemoryFunctions;
        var info = new VkBufferCreateInfo { Type = VkStructureType.BufferCreateInfo, Size = (ulong)size, Usage = Usage };
        ulong buffer, memory = 0;
        VkResult result = functions.CreateBuffer(context.Handle, &info, null, &buffer);
        if (result != VkResult.Success)
        {
            return result;
        }

        VkMemoryRequirements requirements;
        functions.GetBufferMemoryRequirements(context.Handle, buffer, &requirements);
        var allocation = new VkMemoryAllocateInfo { Type = VkStructureType.MemoryAllocateInfo, AllocationSize = requirements.Size, MemoryTypeIndex = memoryType };
        void* mapped = null;
        result = functions.AllocateMemory(context.Handle, &allocation, null, &memory);
        result = result == VkResult.Success ? functions.BindBufferMemory(context.Handle, buffer, memory, 0) : result;
        if (result == VkResult.Success && MemoryKinds.Properties(context.Physical.Memory, memoryType).HasFlag(VkMemoryProperty.HostVisible))
        {
            result = functions.MapMemory(context.Handle, memory, 0, ulong.MaxValue, 0, &mapped);
        }

        if (result != VkResult.Success)
        {
            functions.DestroyBuffer(context.Handle, buffer, null);
            functions.FreeMemory(context.Handle, memory, null);
            return result;
        }

        created = new MappedBuffer(context, buffer, memory, size, (byte*)mapped);
        return result;
    }

    /// <summary>The types of memory that such buffers can lie in, as a mask.</summary>
    public static uint AllowedTypes(DeviceContext context)
    {
        var info = new VkBufferCreateInfo { Type = VkStructureType.BufferCreateInfo, Size = 1 << 16, Usage = Usage };
        ulong buffer;
        Check.Success(context.MemoryFunctions.CreateBuffer(context.Handle, &info, null, &buffer), "vkCreateBuffer");
        VkMemoryRequirements requirements;
        context.MemoryFunctions.GetBufferMemoryRequirements(context.Handle, buffer, &requirements);
        context.MemoryFunctions.DestroyBuffer(context.Handle, buffer, null);
        return requirements.MemoryTypeBits;
    }

    /// <summary>Gives the memory back to the driver. The device must be done with it.</summary>
    public void Destroy()
    {
        context.MemoryFunctions.DestroyBuffer(context.Handle, Buffer, null);
        context.MemoryFunctions.FreeMemory(context.Handle, memory, null);
    }
}
