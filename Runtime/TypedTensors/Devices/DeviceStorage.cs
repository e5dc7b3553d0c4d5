namespace TypedTensors;

/// <summary>A block of memory on a device, shared by a tensor and all of its views.</summary>
/// <remarks>
/// Every tensor object holds one reference; <see cref="IDisposable.Dispose"/> of a tensor gives it up, and the memory is freed with the last one.
/// A tensor that is never disposed costs nothing but time: the memory is reclaimed when the garbage collector finds the storage unreachable.
/// </remarks>
public abstract class DeviceStorage
{
    private int references;

    /// <summary>Creates a storage of a size.</summary>
    protected DeviceStorage(nint byteLength) => ByteLength = byteLength;

    /// <summary>The number of bytes.</summary>
    public nint ByteLength { get; }

    /// <summary>Gives the memory back to where it came from. Called once, when the last tensor has been disposed.</summary>
    protected abstract void Free();

    internal void AddReference() => Interlocked.Increment(ref references);

    internal void ReleaseReference()
    {
        if (Interlocked.Decrement(ref references) == 0)
        {
            Free();
        }
    }
}
