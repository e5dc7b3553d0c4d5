using System.IO.Compression;

namespace TypedTensors;

/// <summary>The content of a zip entry, whose checksum is compared when its end is read, and whose faults are <see cref="NumpyFormatException"/>s.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly Stream content;
    private readonly string name;
    private readonly uint expectedChecksum;
    private uint checksum;

    /// <summary>Opens an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="NumpyFormatException">The entry is encrypted, or what the archive's directory says of it is not so.</exception>
    public ZipEntryStream(ZipArchiveEntry entry, string name)
    {
        this.name = name;
        expectedChecksum = entry.Crc32;
        if (entry.IsEncrypted)
        {
            throw new NumpyFormatException($"{name}: the entry is encrypted.");
        }

        try
        {
            content = entry.Open();
        }
        catch (Exception exception) when (ZipFaults.AreMeantBy(exception))
        {
            throw ZipFaults.Refuse(name, exception);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = content.Read(buffer);
        }
        catch (Exception exception) when (ZipFaults.AreMeantBy(exception))
        {
            throw ZipFaults.Refuse(name, exception);
        }

        checksum = Crc32.Append(checksum, buffer[..count]);
        if (count == 0 && buffer.Length != 0 && checksum != expectedChecksum)
        {
            throw new NumpyFormatException(
                $"{name}: the checksum of the entry is {checksum:x8}, not {expectedChecksum:x8} as the archive says; its bytes are damaged.");
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
