namespace TypedTensors.VulkanRuntime;

/// <summary>The memory of a tensor and its views on a Vulkan device.</summary>
internal sealed class VulkanStorage(DeviceContext context, Block block, nint byteLength) : DeviceStorage(byteLength)
{
    /// <summary>The device it lies on.</summary>
    public DeviceContext Context => context;

    /// <summary>The memory.</summary>
    public Block Block => block;

    /// <summary>The memory of a storage.</summary>
    /// <exception cref="VulkanDeviceLostException">The device was lost, and what the memory held with it.</exception>
    public static VulkanStorage Of(DeviceStorage storage, string function)
    {
        var vulkan = (VulkanStorage)storage;
        vulkan.Context.ThrowIfLost(function);
        return vulkan;
    }

    protected override void Free()
    {
        context.Memory.Return(block);

        // A block whose storage is unreachable is taken back; this one must not become so while it hands its block back itself.
        GC.KeepAlive(this);
    }
}
