using System.IO.Compression;

namespace TypedTensors;

/// <summary>NumPy's <c>.npz</c> files: zip archives of named <c>.npy</c> files, stored or deflated.</summary>
/// <remarks>
/// What is damaged is refused with a <see cref="NumpyFormatException"/>, checksums included. The length that an archive states for an entry is not believed: memory
/// for an entry longer than the whole archive grows with what is really decompressed.
/// </remarks>
public static class Npz
{
    /// <summary>When every entry was last written, in NumPy's files and in ours: the same tensors give the same bytes.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Opens a file (<c>np.load</c>), of which arrays are then read one by one; dispose of it when done.</summary>
    /// <exception cref="NumpyFormatException">The archive is damaged, or has two entries of one name.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static NpzArchive Load(string path) => new(Npy.OpenToRead(path, FileAccess.Read), path, leaveOpen: false);

    /// <summary>Opens an archive over a stream, which stays open and must not be used otherwise before the archive is disposed.</summary>
    /// <exception cref="ArgumentException">The stream cannot seek; a zip archive has its directory at the end.</exception>
    /// <exception cref="NumpyFormatException">The archive is damaged, or has two entries of one name.</exception>
    public static NpzArchive Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanSeek
            ? new NpzArchive(stream, "the stream", leaveOpen: true)
            : throw new ArgumentException("The stream cannot seek, and a zip archive has its directory at the end.", nameof(stream));
    }

    /// <summary>Reads one array of a file.</summary>
    /// <exception cref="KeyNotFoundException">There is no array of that name.</exception>
    /// <exception cref="NumpyFormatException">The archive or the entry is damaged, or holds another element type than <typeparamref name="T"/>.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    [Copies]
    public static Tensor<T, Cpu> Load<T>(string path, string name)
        where T : unmanaged
    {
        using NpzArchive archive = Load(path);
        return archive.Get<T>(name);
    }

    /// <summary>Writes tensors to a file, which is replaced if it exists (<c>np.savez</c>, <c>np.savez_compressed</c>).</summary>
    /// <param name="path">The file; no suffix is added.</param>
    /// <param name="compressed">Whether the entries are deflated rather than stored.</param>
    /// <param name="tensors">The tensors, of any dtypes and layouts, with their names.</param>
    /// <exception cref="ArgumentException">A name is empty or given twice, or a tensor is not on the CPU.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">A tensor has been disposed.</exception>
    public static void Save(string path, bool compressed, params ReadOnlySpan<(string Name, Tensor Tensor)> tensors)
    {
        Check(tensors);
        foreach ((_, Tensor tensor) in tensors)
        {
            Npy.CheckNotMapped(nameof(Npz), path, tensor);
        }

        using FileStream file = Npy.OpenToWrite(path, FileMode.Create);
        Write(file, compressed, tensors);
    }

    /// <summary>Writes tensors to a stream, which stays open.</summary>
    /// <param name="stream">The stream; if it cannot seek, sizes follow the entries they belong to.</param>
    /// <param name="compressed">Whether the entries are deflated rather than stored.</param>
    /// <param name="tensors">The tensors, of any dtypes and layouts, with their names.</param>
    /// <exception cref="ArgumentException">A name is empty or given twice, or a tensor is not on the CPU.</exception>
    /// <exception cref="ObjectDisposedException">A tensor has been disposed.</exception>
    public static void Save(Stream stream, bool compressed, params ReadOnlySpan<(string Name, Tensor Tensor)> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Check(tensors);
        Write(stream, compressed, tensors);
    }

    private static void Write(Stream stream, bool compressed, ReadOnlySpan<(string Name, Tensor Tensor)> tensors)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, Tensor tensor) in tensors)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name + ".npy", compressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            entry.LastWriteTime = EntryTime;
            using Stream content = entry.Open();
            NpyWriter.Write(content, tensor);
        }
    }

    /// <summary>Finds what is wrong before a file is touched.</summary>
    private static void Check(ReadOnlySpan<(string Name, Tensor Tensor)> tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, Tensor tensor) in tensors)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(tensors));
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
            if (!names.Add(name))
            {
                throw new ArgumentException($"Npz.Save: the name '{name}' is given twice.", nameof(tensors));
            }

            tensor.ThrowIfDisposed();
            if (tensor.Storage is not CpuStorage)
            {
                throw new ArgumentException($"Npz.Save: the tensor '{name}' is on the device {tensor.DeviceName}; save its To<Cpu>().", nameof(tensors));
            }
        }
    }
}
