namespace TypedTensors.Kernels;

/// <summary>Where a buffer's elements are, before its number of axes is part of its type.</summary>
internal ref struct BufferView<T>
    where T : unmanaged
{
    /// <summary>The first element.</summary>
    public ref T First;

    /// <summary>The lengths of the axes, each of which an int holds.</summary>
    public Dimensions Sizes;

    /// <summary>The distance in elements from one index of an axis to the next.</summary>
    public Dimensions Strides;

    /// <summary>The kernel's and the buffer's name, for messages.</summary>
    public string Name;
}
