namespace TypedTensors.Loops;

/// <summary>One operand of a loop nest over memory of this process: where its first element is and how far each axis steps, in bytes.</summary>
internal unsafe struct LoopOperand
{
    /// <summary>The first element.</summary>
    public byte* Data;

    /// <summary>The step of each axis of the nest in bytes.</summary>
    public Dimensions Strides;

    /// <summary>The dtype in memory.</summary>
    public Dtype Stored;

    /// <summary>The dtype in which the kernel takes the operand.</summary>
    public Dtype Computed;

    /// <summary>The size in bytes of an element in memory.</summary>
    public readonly int StoredSize => Dtypes.SizeOf(Stored);

    /// <summary>The size in bytes of an element as the kernel takes it.</summary>
    public readonly int ComputedSize => Dtypes.SizeOf(Computed);

    /// <summary>Whether elements are converted between memory and kernel.</summary>
    public readonly bool IsConverted => Stored != Computed;
}
