namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>What a buffer is used for.</summary>
[Flags]
internal enum VkBufferUsage : uint
{
    TransferSource = 1,
    TransferDestination = 2,
    Storage = 32,
}

/// <summary>What a type of memory is like.</summary>
[Flags]
internal enum VkMemoryProperty : uint
{
    DeviceLocal = 1,
    HostVisible = 2,
    HostCoherent = 4,
    HostCached = 8,
    LazilyAllocated = 16,
    Protected = 32,
}

/// <summary>What a queue does.</summary>
[Flags]
internal enum VkQueue : uint
{
    Graphics = 1,
    Compute = 2,
    Transfer = 4,
}

/// <summary>Where in the pipeline a barrier or a timestamp stands.</summary>
[Flags]
internal enum VkStage : uint
{
    TopOfPipe = 1,
    ComputeShader = 0x800,
    Transfer = 0x1000,
    BottomOfPipe = 0x2000,
    Host = 0x4000,
    AllCommands = 0x10000,
}

/// <summary>The accesses that a barrier orders.</summary>
[Flags]
internal enum VkAccess : uint
{
    ShaderRead = 0x20,
    ShaderWrite = 0x40,
    TransferRead = 0x800,
    TransferWrite = 0x1000,
    HostRead = 0x2000,
    HostWrite = 0x4000,
}

/// <summary>What kind of thing a physical device is.</summary>
internal enum VkPhysicalDeviceType
{
    Other,
    IntegratedGpu,
    DiscreteGpu,
    VirtualGpu,
    Cpu,
}
