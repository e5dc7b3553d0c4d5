using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>Picks the types of memory that tensors and transfers use.</summary>
internal static class MemoryKinds
{
    private const VkMemoryProperty Mapped = VkMemoryProperty.HostVisible | VkMemoryProperty.HostCoherent;

    /// <summary>
    /// For tensors: local to the device, and visible to the host as well where that is the device's whole memory (integrated devices, cards with a resizable BAR)
    /// and not only a small window into it.
    /// </summary>
    public static uint ForTensors(in VkPhysicalDeviceMemoryProperties2 memory, uint allowed)
    {
        int local = Best(memory, allowed, VkMemoryProperty.DeviceLocal, unwanted: Mapped);
        int both = Best(memory, allowed, VkMemoryProperty.DeviceLocal | Mapped | VkMemoryProperty.HostCached, unwanted: 0);
        both = both >= 0 ? both : Best(memory, allowed, VkMemoryProperty.DeviceLocal | Mapped, unwanted: 0);
        if (both >= 0 && (local < 0 || HeapSize(memory, both) >= HeapSize(memory, local)))
        {
            return (uint)both;
        }

        return (uint)(local >= 0 ? local : Best(memory, allowed, Mapped, unwanted: 0));
    }

    /// <summary>For transfers: visible to the host, cached there if it is to be read, and not in the device's memory if there is another.</summary>
    public static uint ForTransfers(in VkPhysicalDeviceMemoryProperties2 memory, uint allowed, bool hostReads)
    {
        VkMemoryProperty wanted = hostReads ? Mapped | VkMemoryProperty.HostCached : Mapped;
        int best = Best(memory, allowed, wanted, unwanted: VkMemoryProperty.DeviceLocal);
        best = best >= 0 ? best : Best(memory, allowed, wanted, unwanted: 0);
        return (uint)(best >= 0 ? best : Best(memory, allowed, Mapped, unwanted: 0));
    }

    /// <summary>The properties of a type.</summary>
    public static VkMemoryProperty Properties(in VkPhysicalDeviceMemoryProperties2 memory, uint type) => memory.Types[(int)type].Properties;

    /// <summary>The size of the heap that a type's memory is taken from.</summary>
    public static ulong HeapSize(in VkPhysicalDeviceMemoryProperties2 memory, int type) => memory.Heaps[(int)memory.Types[type].HeapIndex].Size;

    /// <summary>The first type, which by the specification is the fastest, that has what is wanted; of these the one with the largest heap.</summary>
    private static int Best(in VkPhysicalDeviceMemoryProperties2 memory, uint allowed, VkMemoryProperty wanted, VkMemoryProperty unwanted)
    {
        const VkMemoryProperty special = VkMemoryProperty.LazilyAllocated | VkMemoryProperty.Protected;
        int best = -1;
        for (int type = 0; type < memory.TypeCount; type++)
        {
            VkMemoryProperty properties = memory.Types[type].Properties;
            bool fits = (allowed >> type & 1) != 0 && (properties & wanted) == wanted && (properties & (unwanted | special)) == 0;
            if (fits && (best < 0 || HeapSize(memory, type) > HeapSize(memory, best)))
            {
                best = type;
            }
        }

        return best;
    }
}
