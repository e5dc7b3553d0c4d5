namespace TypedTensors;

/// <summary>How many threads a kernel is asked to run along each axis; an int or a tuple converts to it.</summary>
/// <remarks>
/// Groups are run whole, so that up to a group less one more threads run along each axis: a kernel whose buffers end with the grid begins with
/// <c>if (at.X &gt;= buffer.Length) return;</c>.
/// </remarks>
public readonly record struct GridSize
{
    /// <summary>Creates a grid.</summary>
    /// <param name="x">The threads along X, the fastest axis.</param>
    /// <param name="y">The threads along Y.</param>
    /// <param name="z">The threads along Z.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public GridSize(int x, int y = 1, int z = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfNegative(z);
        (X, Y, Z) = (x, y, z);
    }

    /// <summary>The threads along X, the fastest axis.</summary>
    public int X { get; }

    /// <summary>The threads along Y.</summary>
    public int Y { get; }

    /// <summary>The threads along Z.</summary>
    public int Z { get; }

    /// <summary>A grid of one axis.</summary>
    public static implicit operator GridSize(int x) => new(x);

    /// <summary>A grid of two axes.</summary>
    public static implicit operator GridSize((int X, int Y) size) => new(size.X, size.Y);

    /// <summary>A grid of three axes.</summary>
    public static implicit operator GridSize((int X, int Y, int Z) size) => new(size.X, size.Y, size.Z);

    /// <summary>The number of groups that cover the grid.</summary>
    internal GridSize GroupsOf(GridSize group) => new(Groups(X, group.X), Groups(Y, group.Y), Groups(Z, group.Z));

    private static int Groups(int threads, int size) => (int)(((long)threads + size - 1) / size);
}
