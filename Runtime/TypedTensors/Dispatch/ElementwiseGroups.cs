namespace TypedTensors.Dispatch;

/// <summary>How the elements of an operation are shared out among groups of threads.</summary>
/// <param name="Size">The threads of a group.</param>
/// <param name="ElementsPerThread">The elements that a thread is given once there are threads enough.</param>
/// <param name="Enough">The groups from which on threads are given more elements rather than made more.</param>
/// <param name="Most">The most groups; beyond, threads are given as many elements as it takes.</param>
internal readonly record struct ElementwiseGroups(int Size, int ElementsPerThread, int Enough, int Most)
{
    /// <summary>For a graphics card: threads enough to fill it, then four elements for each, whose reads are under way together.</summary>
    public static ElementwiseGroups Card { get; } = new(256, 4, 1024, int.MaxValue);

    /// <summary>For a processor: groups as wide as its vectors, and few of them, as each costs time and a thread goes through its elements one by one.</summary>
    public static ElementwiseGroups Processor { get; } = new(8, 64, 1, 512);

    /// <summary>The number of groups for an operation.</summary>
    /// <param name="length">Its elements, at least one.</param>
    /// <param name="largest">The most groups of a dispatch.</param>
    public int Of(nint length, int largest)
    {
        nint single = Groups(length, 1), several = Groups(length, ElementsPerThread);
        return (int)Math.Min(Math.Max(several, Math.Min(single, Enough)), Math.Min(Most, largest));
    }

    private nint Groups(nint length, int elements) => (length + ((nint)Size * elements) - 1) / ((nint)Size * elements);
}
