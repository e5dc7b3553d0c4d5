namespace TypedTensors.VulkanRuntime;

/// <summary>When a piece of memory was last read and written, and whether a command must wait for that.</summary>
/// <remarks>
/// Commands are numbered as they are recorded. A barrier orders all commands before it against all after it, so a command needs one only if what it
/// depends on is younger than the last. The numbers stay with the memory when it is handed on to another tensor, which therefore need not wait for the device.
/// </remarks>
internal struct Hazards
{
    /// <summary>The last command that read the memory.</summary>
    public ulong LastRead;

    /// <summary>The last command that wrote it.</summary>
    public ulong LastWrite;

    /// <summary>The batch of the last command that read or wrote it.</summary>
    public ulong LastBatch;

    /// <summary>The batch of the last command that wrote it.</summary>
    public ulong LastWriteBatch;

    /// <summary>Whether a command that reads, or that writes, must be kept from what came after the last barrier.</summary>
    public readonly bool NeedBarrier(bool writes, ulong lastBarrier) => LastWrite > lastBarrier || (writes && LastRead > lastBarrier);

    /// <summary>Notes a command.</summary>
    public void Note(bool writes, ulong command, ulong batch)
    {
        LastBatch = batch;
        if (writes)
        {
            LastWrite = command;
            LastWriteBatch = batch;
        }
        else
        {
            LastRead = command;
        }
    }

    /// <summary>What holds for memory that is made of two pieces.</summary>
    public static Hazards Join(in Hazards left, in Hazards right) => new()
    {
        LastRead = Math.Max(left.LastRead, right.LastRead),
        LastWrite = Math.Max(left.LastWrite, right.LastWrite),
        LastBatch = Math.Max(left.LastBatch, right.LastBatch),
        LastWriteBatch = Math.Max(left.LastWriteBatch, right.LastWriteBatch),
    };
}
