namespace TypedTensors;

/// <summary>Marks a function that every thread of an index space runs, and that tensors are handed to whole.</summary>
/// <remarks>
/// The function is a static method of a top-level <c>static partial</c> class that returns nothing. Its first parameter is the thread, <see cref="Threads"/>; then come
/// buffers (<see cref="Buffer2D{T}"/> and its kin) and scalars in any order. From it the generator writes a method of the same name that takes tensors in place of
/// buffers, and the grid in place of the thread, unless <see cref="Over"/> names the buffer whose shape is the grid.
/// </remarks>
/// <param name="groupX">The threads of a group along X, the fastest axis.</param>
/// <param name="groupY">The threads of a group along Y.</param>
/// <param name="groupZ">The threads of a group along Z.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelAttribute(int groupX, int groupY = 1, int groupZ = 1) : Attribute
{
    /// <summary>The threads of a group along X, the fastest axis.</summary>
    public int GroupX { get; } = groupX;

    /// <summary>The threads of a group along Y.</summary>
    public int GroupY { get; } = groupY;

    /// <summary>The threads of a group along Z.</summary>
    public int GroupZ { get; } = groupZ;

    /// <summary>The name of the buffer whose shape is the grid: X runs over its last axis, Y over the one before, Z over all others together.</summary>
    public string? Over { get; set; }
}
