namespace TypedTensors;

/// <summary>NumPy's <c>.npy</c> files: one array each.</summary>
/// <remarks>
/// Versions 1.0 to 3.0 of the format are read, both byte orders, C and Fortran order, for the twelve element types. Everything else is refused with a
/// <see cref="NumpyFormatException"/> that says why. No memory is taken before the length of the file has been checked against its header.
/// </remarks>
public static class Npy
{
    private const string StreamName = "the stream";

    /// <summary>Reads a file (<c>np.load</c>).</summary>
    /// <returns>A tensor with memory of its own, contiguous in C order whatever the order in the file.</returns>
    /// <exception cref="NumpyFormatException">The file is damaged, holds another element type than <typeparamref name="T"/>, or one that no tensor has.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    [Copies]
    public static Tensor<T, Cpu> Load<T>(string path)
        where T : unmanaged
    {
        using FileStream file = OpenToRead(path, FileAccess.Read);
        return NpyReader.Read<T>(NpySource.FromStream(file, path), LoadRemedy);
    }

    /// <summary>Reads a file from a stream, from where it stands to its end, which must be the array's. The stream need not be able to seek, and stays open.</summary>
    /// <inheritdoc cref="Load{T}(string)"/>
    [Copies]
    public static Tensor<T, Cpu> Load<T>(Stream stream)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyReader.Read<T>(NpySource.FromStream(stream, StreamName), LoadRemedy);
    }

    /// <summary>Reads only the header of a file: its dtype, shape and order. Whether the data are all there is checked when they are read.</summary>
    /// <exception cref="NumpyFormatException">The header is damaged, or describes what no tensor holds.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static NpyHeader ReadHeader(string path)
    {
        using FileStream file = OpenToRead(path, FileAccess.Read);
        return NpyHeaderReader.Read(NpySource.FromStream(file, path));
    }

    /// <summary>Reads only the header, after which the stream stands at the first element.</summary>
    /// <inheritdoc cref="ReadHeader(string)"/>
    public static NpyHeader ReadHeader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyHeaderReader.Read(NpySource.FromStream(stream, StreamName));
    }

    /// <summary>Writes a tensor of any layout to a file, which is replaced if it exists (<c>np.save</c>; the path is taken as it is, no suffix is added).</summary>
    /// <remarks>
    /// Written in C order and this machine's byte order, version 1.0, the header byte for byte as NumPy writes it. The header comes last: a file whose writing was cut short is refused
    /// when it is read.
    /// </remarks>
    /// <exception cref="IOException">The file cannot be written; a file that a tensor maps is not replaced while it is mapped.</exception>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    public static void Save<T>(string path, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfDisposed();
        CheckNotMapped(nameof(Npy), path, tensor);
        using FileStream file = OpenToWrite(path, FileMode.OpenOrCreate);
        NpyWriter.Replace(file, tensor);
    }

    /// <summary>Writes a tensor of any layout to a stream, which stays open.</summary>
    /// <remarks>Written in C order and this machine's byte order, version 1.0, the header byte for byte as NumPy writes it.</remarks>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    public static void Save<T>(Stream stream, Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.ThrowIfDisposed();
        NpyWriter.Write(stream, tensor);
    }

    /// <summary>
    /// Maps a file into memory (<c>np.load(path, mmap_mode="r")</c>, <c>"r+"</c>): the tensor shares its memory with the file, and nothing is read before it is used.
    /// </summary>
    /// <param name="path">The file. One of bools is read through once, to check them.</param>
    /// <param name="mode">
    /// Whether the tensor may be written. A write is seen at once by whoever reads the file, and is forced to disk when the last tensor over the map is disposed.
    /// </param>
    /// <returns>A view of the file, in its order: a file in Fortran order gives a strided tensor. Read-only if <paramref name="mode"/> is.</returns>
    /// <remarks>
    /// <para>The file stays mapped, open and locked against <c>Save</c> until the last tensor over it is disposed or collected. After a span was taken of it, only Dispose
    /// unmaps, because such a span cannot keep the map alive. A span must not be used after Dispose: the memory is gone, and the process ends.
    /// It ends as well if another program cuts the file shorter.</para>
    /// <para>Two maps of one file see each other's writes, but lie at different addresses: <c>SharesMemoryWith</c> does not relate them. Map once, and take views.</para>
    /// </remarks>
    /// <exception cref="NumpyFormatException">
    /// As for <see cref="Load{T}(string)"/>; also, the byte order is not this machine's, or the elements are not aligned, so that only Load can read it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be opened or mapped.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened in this mode.</exception>
    [SharesMemory]
    public static Tensor<T, Cpu> Map<T>(string path, MapMode mode = MapMode.Read)
        where T : unmanaged
    {
        if (mode is not (MapMode.Read or MapMode.ReadWrite))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode is neither Read nor ReadWrite.");
        }

        FileStream file = OpenToRead(path, mode == MapMode.ReadWrite ? FileAccess.ReadWrite : FileAccess.Read);
        try
        {
            return NpyMapper.Map<T>(file, path, mode);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file that others may have mapped.</summary>
    internal static FileStream OpenToRead(string path, FileAccess access) => new(path, FileMode.Open, access, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Opens a file, anew or to write over it; fails if a tensor of this process, or of another that uses this library, has it mapped.</summary>
    internal static FileStream OpenToWrite(string path, FileMode mode) => new(path, mode, FileAccess.Write, FileShare.None, bufferSize: 0);

    /// <summary>Checks that a file does not hold the very elements that are to be written to it.</summary>
    internal static void CheckNotMapped(string format, string path, Tensor tensor)
    {
        if (tensor.Storage is MappedStorage mapped && mapped.Path == Path.GetFullPath(path))
        {
            throw new IOException(
                $"{format}.Save: the tensor lies in the file '{path}' itself, which is mapped; writing the file anew would destroy what is to be written. "
                + "Save a Clone() after disposing the map, or save to another path. (A write to a ReadWrite map needs no Save.)");
        }
    }

    private static string LoadRemedy(Dtype dtype) => $"Npy.Load<{Dtypes.NameOf(dtype)}>(...)";
}
