using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Storage over a part of a file, mapped into the address space: reading it reads the file, writing it writes the file.</summary>
/// <remarks>
/// <para>Mapped while a tensor lives; unmapped, and flushed if written, when the last one is disposed, or by the finalizer when none can be reached any more.</para>
/// <para>A span over mapped memory, unlike one over a managed array, keeps nothing alive. So once a span or memory was handed out (<see cref="Expose"/>), the
/// finalizer no longer unmaps: the storage is kept reachable until it is disposed, or the process ends. Dispose always unmaps; a span used after it
/// meets memory that is not there, which ends the process.</para>
/// <para>The file stays open, and locked against being replaced by <c>Save</c> (mandatory on Windows, advisory elsewhere): a page behind the new end of a
/// file that was cut shorter could not be read any more.</para>
/// </remarks>
internal sealed unsafe class MappedStorage : CpuStorage
{
    private static readonly ConcurrentDictionary<MappedStorage, bool> Exposed = new();

    private readonly MemoryMappedFile mapping;
    private readonly MemoryMappedViewAccessor view;
    private byte* start;

    /// <summary>Maps a file, of which the storage becomes the owner if all goes well.</summary>
    /// <param name="file">The file, open for what <paramref name="mode"/> needs.</param>
    /// <param name="offset">Where in the file the storage begins.</param>
    /// <param name="byteLength">How many bytes it has.</param>
    /// <param name="mode">Whether it may be written.</param>
    public MappedStorage(FileStream file, long offset, nint byteLength, MapMode mode)
        : base(byteLength)
    {
        MemoryMappedFileAccess access = mode == MapMode.ReadWrite ? MemoryMappedFileAccess.ReadWrite : MemoryMappedFileAccess.Read;
        Path = System.IO.Path.GetFullPath(file.Name);
        mapping = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: 0, access, HandleInheritability.None, leaveOpen: false);
        try
        {
            view = mapping.CreateViewAccessor(0, 0, access);
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            start += view.PointerOffset + offset;
        }
        catch
        {
            view?.Dispose();
            mapping.Dispose();
            GC.SuppressFinalize(this);
            throw;
        }
    }

    /// <summary>Unmaps what nobody disposed and nobody can reach. The operating system writes the changed pages back in its own time.</summary>
    ~MappedStorage()
    {
        if (start != null)
        {
            // The handles of the view and the file have critical finalizers, which run after this one.
            start = null;
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The file is no longer mapped.</exception>
    public override ref byte Start
    {
        get
        {
            ObjectDisposedException.ThrowIf(start == null, this);
            return ref *start;
        }
    }

    public override byte* Pin(out GCHandle handle)
    {
        handle = default;
        return start;
    }

    public override void Expose() => Exposed.TryAdd(this, true);

    public override Memory<T> AsMemory<T>(nint elementOffset, int length) => new StorageMemory<T>(this, elementOffset, length).Memory;

    protected override void Free()
    {
        start = null;
        GC.SuppressFinalize(this);
        Exposed.TryRemove(this, out _);
        view.SafeMemoryMappedViewHandle.ReleasePointer();

        // Disposing of the view flushes it.
        view.Dispose();
        mapping.Dispose();
    }
}
