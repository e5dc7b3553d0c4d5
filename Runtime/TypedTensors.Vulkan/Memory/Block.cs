namespace TypedTensors.VulkanRuntime;

/// <summary>A piece of device memory that a storage lies in.</summary>
/// <param name="chunk">What it is cut from.</param>
/// <param name="offset">Its first byte there.</param>
/// <param name="size">Its bytes.</param>
internal sealed unsafe class Block(Chunk chunk, nint offset, nint size)
{
    /// <summary>What commands have done with it.</summary>
    public Hazards Hazards;

    public Chunk Chunk => chunk;

    public nint Offset => offset;

    public nint Size => size;

    public ulong Buffer => chunk.Buffer.Buffer;

    /// <summary>The first byte as the host sees it; null where it does not.</summary>
    public byte* Mapped => chunk.Buffer.Mapped == null ? null : chunk.Buffer.Mapped + offset;

    /// <summary>Its place in the list of blocks that storages hold.</summary>
    public int RentedIndex { get; set; }
}
