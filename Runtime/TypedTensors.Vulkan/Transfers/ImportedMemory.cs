using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Memory of the process as a buffer of the device, without a copy, until it is disposed.</summary>
/// <remarks>The device is lent whole pages, so also what lies beside the bytes in question, which it does not touch.</remarks>
internal readonly unsafe struct ImportedMemory : IDisposable
{
    private readonly DeviceContext context;
    private readonly ulong memory;

    private ImportedMemory(DeviceContext context, ulong memory, ulong buffer, nint offset)
    {
        this.context = context;
        this.memory = memory;
        Buffer = buffer;
        Offset = offset;
    }

    public ulong Buffer { get; }

    /// <summary>The first byte in question within the buffer.</summary>
    public nint Offset { get; }

    /// <summary>Lends pinned memory to the device; false if the driver does not take it.</summary>
    public static bool TryCreate(DeviceContext context, byte* start, nint byteLength, out ImportedMemory imported)
    {
        imported = default;
        nint alignment = (nint)context.Physical.ImportAlignment;
        if (alignment == 0)
        {
            return false;
        }

        nint first = (nint)start & -alignment, size = ((nint)start + byteLength - first + alignment - 1) & -alignment;
        MemoryFunctions functions = context.MemoryFunctions;
        var properties = new VkMemoryHostPointerProperties { Type = VkStructureType.MemoryHostPointerProperties };
        VkResult result = functions.GetMemoryHostPointerProperties(context.Handle, VkImportMemoryHostPointerInfo.HostAllocation, (void*)first, &properties);
        if (result != VkResult.Success || properties.MemoryTypeBits == 0)
        {
            return false;
        }

        var external = new VkExternalMemoryBufferCreateInfo { Type = VkStructureType.ExternalMemoryBufferCreateInfo, HandleTypes = VkImportMemoryHostPointerInfo.HostAllocation };
        var bufferInfo = new VkBufferCreateInfo
        {
            Type = VkStructureType.BufferCreateInfo,
            Next = &external,
            Size = (ulong)size,
            Usage = VkBufferUsage.TransferSource | VkBufferUsage.TransferDestination,
        };
        ulong buffer, memory = 0;
        if (functions.CreateBuffer(context.Handle, &bufferInfo, null, &buffer) != VkResult.Success)
        {
            return false;
        }

        VkMemoryRequirements requirements;
        functions.GetBufferMemoryRequirements(context.Handle, buffer, &requirements);
        uint types = properties.MemoryTypeBits & requirements.MemoryTypeBits;
        var import = new VkImportMemoryHostPointerInfo
        {
            Type = VkStructureType.ImportMemoryHostPointerInfo,
            HandleType = VkImportMemoryHostPointerInfo.HostAllocation,
            HostPointer = (void*)first,
        };
        var allocation = new VkMemoryAllocateInfo
        {
            Type = VkStructureType.MemoryAllocateInfo,
            Next = &import,
            AllocationSize = (ulong)size,
            MemoryTypeIndex = (uint)System.Numerics.BitOperations.TrailingZeroCount(types),
        };
        result = types == 0 || requirements.Size > (ulong)size ? VkResult.InvalidExternalHandle : functions.AllocateMemory(context.Handle, &allocation, null, &memory);
        result = result == VkResult.Success ? functions.BindBufferMemory(context.Handle, buffer, memory, 0) : result;
        if (result != VkResult.Success)
        {
            functions.DestroyBuffer(context.Handle, buffer, null);
            functions.FreeMemory(context.Handle, memory, null);
            return false;
        }

        imported = new ImportedMemory(context, memory, buffer, (nint)start - first);
        return true;
    }

    /// <summary>Ends the loan. The device must be done with it.</summary>
    public void Dispose()
    {
        context.MemoryFunctions.DestroyBuffer(context.Handle, Buffer, null);
        context.MemoryFunctions.FreeMemory(context.Handle, memory, null);
    }
}
