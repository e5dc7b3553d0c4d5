namespace TypedTensors;

/// <summary>What a mapped tensor may do to its file.</summary>
public enum MapMode
{
    /// <summary>The file is only read; the tensor is read-only.</summary>
    Read,

    /// <summary>A write to the tensor is a write to the file.</summary>
    ReadWrite,
}
