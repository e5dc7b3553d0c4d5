using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace TypedTensors;

/// <summary>An open <c>.npz</c> file: named arrays, each read when it is asked for.</summary>
/// <remarks>Not safe for use by several threads at once. The file stays open until Dispose; tensors that were read live on.</remarks>
public sealed class NpzArchive : IDisposable
{
    private const string Suffix = ".npy";

    private readonly Stream stream;
    private readonly ZipArchive archive;
    private readonly string source;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private bool isDisposed;

    /// <summary>Opens an archive over a stream that can seek.</summary>
    /// <exception cref="NumpyFormatException">The archive is damaged, or has two entries of one name.</exception>
    internal NpzArchive(Stream stream, string source, bool leaveOpen)
    {
        this.stream = stream;
        this.source = source;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen);
            ReadNames();
        }
        catch (Exception exception)
        {
            archive?.Dispose();
            if (!leaveOpen)
            {
                stream.Dispose();
            }

            if (ZipFaults.AreMeantBy(exception))
            {
                throw ZipFaults.Refuse(source, exception);
            }

            throw;
        }
    }

    /// <summary>The names of the arrays, in the order of the archive, without the suffix <c>.npy</c> that their entries have.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Reads an array.</summary>
    /// <returns>A tensor with memory of its own, contiguous in C order; a new one each time.</returns>
    /// <exception cref="KeyNotFoundException">There is no array of that name.</exception>
    /// <exception cref="NumpyFormatException">The entry is damaged, holds another element type than <typeparamref name="T"/>, or one that no tensor has.</exception>
    [Copies]
    public Tensor<T, Cpu> Get<T>(string name)
        where T : unmanaged
    {
        using Stream content = Open(name, out NpySource file);
        return NpyReader.Read<T>(file, dtype => $"Get<{Dtypes.NameOf(dtype)}>(\"{name}\")");
    }

    /// <summary>Reads only the header of an array: its dtype, shape and order.</summary>
    /// <exception cref="KeyNotFoundException">There is no array of that name.</exception>
    /// <exception cref="NumpyFormatException">The entry is damaged, or describes what no tensor holds.</exception>
    public NpyHeader ReadHeader(string name)
    {
        using Stream content = Open(name, out NpySource file);
        return NpyHeaderReader.Read(file);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        isDisposed = true;
        archive.Dispose();
    }

    private void ReadNames()
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.EndsWith(Suffix, StringComparison.Ordinal) ? entry.FullName[..^Suffix.Length] : entry.FullName;
            if (!entries.TryAdd(name, entry))
            {
                throw new NumpyFormatException($"{source}: the archive has two entries for the name '{name}'.");
            }

            names.Add(name);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The caller disposes of it.")]
    private ZipEntryStream Open(string name, out NpySource file)
    {
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (!entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            string present = names.Count == 0 ? "is none at all" : $"are '{string.Join("', '", names)}'";
            throw new KeyNotFoundException($"{source}: there is no array '{name}'; there {present}.");
        }

        // The length of the entry is only a claim. Memory for as many bytes as the archive has is no waste, whatever the claim; the rest must come first.
        string entryName = $"{source}, entry '{entry.FullName}'";
        var content = new ZipEntryStream(entry, entryName);
        file = new NpySource(content, entryName, entry.Length, trustedLength: stream.Length);
        return content;
    }
}
