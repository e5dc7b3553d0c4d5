namespace TypedTensors;

/// <summary>The thread that runs a kernel: where it is in the grid and in its group, and what it shares with the group.</summary>
/// <remarks>
/// The generator replaces every use of it. A <see cref="Threads"/> that is made by hand is a thread alone in its group, with which a kernel without barriers can be
/// called directly, to step through it.
/// </remarks>
public readonly struct Threads
{
    private readonly GridSize grid;

    /// <summary>Creates a thread that is alone in its group.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="x">Where it is along X.</param>
    /// <param name="y">Where it is along Y.</param>
    /// <param name="z">Where it is along Z.</param>
    public Threads(GridSize grid, int x, int y = 0, int z = 0)
    {
        this.grid = grid;
        (X, Y, Z) = (x, y, z);
    }

    /// <summary>Where the thread is in the grid along X, the fastest axis: <see cref="GroupX"/> times <see cref="GroupSizeX"/> plus <see cref="LocalX"/>.</summary>
    public int X { get; }

    /// <summary>Where the thread is in the grid along Y.</summary>
    public int Y { get; }

    /// <summary>Where the thread is in the grid along Z.</summary>
    public int Z { get; }

    /// <summary>Where the thread is in its group along X.</summary>
    public int LocalX => 0;

    /// <summary>Where the thread is in its group along Y.</summary>
    public int LocalY => 0;

    /// <summary>Where the thread is in its group along Z.</summary>
    public int LocalZ => 0;

    /// <summary>The threads of the group counted through: LocalX + GroupSizeX * (LocalY + GroupSizeY * LocalZ).</summary>
    public int LocalIndex => 0;

    /// <summary>Which group this is along X.</summary>
    public int GroupX => X;

    /// <summary>Which group this is along Y.</summary>
    public int GroupY => Y;

    /// <summary>Which group this is along Z.</summary>
    public int GroupZ => Z;

    /// <summary>The threads of a group along X: a constant of the kernel.</summary>
    public int GroupSizeX => 1;

    /// <summary>The threads of a group along Y: a constant of the kernel.</summary>
    public int GroupSizeY => 1;

    /// <summary>The threads of a group along Z: a constant of the kernel.</summary>
    public int GroupSizeZ => 1;

    /// <summary>The threads asked for along X; the last group may reach beyond.</summary>
    public int GridX => grid.X;

    /// <summary>The threads asked for along Y.</summary>
    public int GridY => grid.Y;

    /// <summary>The threads asked for along Z.</summary>
    public int GridZ => grid.Z;

    /// <summary>An array that all threads of the group share: declared once, at the top of a kernel, with a constant length. What is in it at first is arbitrary.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="length">The number of elements; a constant.</param>
    /// <remarks>An array that a thread has for itself is <c>Span&lt;T&gt; own = stackalloc T[8]</c>, with a constant length and zeros in it at first.</remarks>
    public Span<T> Shared<T>(int length)
        where T : unmanaged => new T[length];

    /// <summary>Waits until every thread of the group is here, and has written what it wrote before; all of them must come here, or none.</summary>
    public void Barrier() => Thread.MemoryBarrier();
}
