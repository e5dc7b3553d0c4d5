using System.Runtime.InteropServices;

namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>The limits that this library reads, at their places in the structure.</summary>
[StructLayout(LayoutKind.Explicit, Size = 504)]
internal unsafe struct VkPhysicalDeviceLimits
{
    [FieldOffset(28)]
    public uint MaxStorageBufferRange;

    [FieldOffset(32)]
    public uint MaxPushConstantsSize;

    [FieldOffset(36)]
    public uint MaxMemoryAllocationCount;

    [FieldOffset(76)]
    public uint MaxPerStageDescriptorStorageBuffers;

    [FieldOffset(216)]
    public uint MaxComputeSharedMemorySize;

    [FieldOffset(220)]
    public fixed uint MaxComputeWorkGroupCount[3];

    [FieldOffset(232)]
    public uint MaxComputeWorkGroupInvocations;

    [FieldOffset(236)]
    public fixed uint MaxComputeWorkGroupSize[3];

    [FieldOffset(328)]
    public ulong MinStorageBufferOffsetAlignment;

    [FieldOffset(424)]
    public float TimestampPeriod;

    [FieldOffset(496)]
    public ulong NonCoherentAtomSize;
}

[StructLayout(LayoutKind.Explicit, Size = 824)]
internal unsafe struct VkPhysicalDeviceProperties
{
    [FieldOffset(0)]
    public uint ApiVersion;

    [FieldOffset(4)]
    public uint DriverVersion;

    [FieldOffset(8)]
    public uint VendorId;

    [FieldOffset(12)]
    public uint DeviceId;

    [FieldOffset(16)]
    public VkPhysicalDeviceType DeviceType;

    [FieldOffset(20)]
    public fixed byte DeviceName[256];

    [FieldOffset(296)]
    public VkPhysicalDeviceLimits Limits;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceProperties2
{
    public VkStructureType Type;
    public void* Next;
    public VkPhysicalDeviceProperties Properties;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceDriverProperties
{
    public VkStructureType Type;
    public void* Next;
    public uint DriverId;
    public fixed byte DriverName[256];
    public fixed byte DriverInfo[256];
    public uint ConformanceVersion;
}

/// <summary>Of Vulkan 1.3.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceMaintenance4Properties
{
    public VkStructureType Type;
    public void* Next;
    public ulong MaxBufferSize;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceExternalMemoryHostProperties
{
    public VkStructureType Type;
    public void* Next;
    public ulong MinImportedHostPointerAlignment;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceSubgroupProperties
{
    public VkStructureType Type;
    public void* Next;
    public uint SubgroupSize;
    public uint SupportedStages;
    public uint SupportedOperations;
    public uint QuadOperationsInAllStages;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VkPhysicalDeviceFloatControlsProperties
{
    public VkStructureType Type;
    public void* Next;
    public uint DenormBehaviorIndependence;
    public uint RoundingModeIndependence;
    public uint SignedZeroInfNanPreserveFloat16;
    public uint SignedZeroInfNanPreserveFloat32;
    public uint SignedZeroInfNanPreserveFloat64;
    public fixed uint DenormalAndRounding[12];
}

[StructLayout(LayoutKind.Sequential)]
internal struct VkQueueFamilyProperties
{
    public VkQueue Flags;
    public uint QueueCount;
    public uint TimestampValidBits;
    public uint TransferWidth;
    public uint TransferHeight;
    public uint TransferDepth;
}
