namespace TypedTensors.VulkanRuntime;

/// <summary>The ways bytes go between the process and a tensor.</summary>
internal enum TransferPath
{
    /// <summary>Whichever is best.</summary>
    Automatic,

    /// <summary>The processor copies from or to the tensor's memory, which it can see.</summary>
    Mapped,

    /// <summary>The device copies from or to the process's own memory, lent to it meanwhile.</summary>
    Imported,

    /// <summary>The processor copies one piece to or from a shared buffer while the device copies another.</summary>
    Staged,
}
