namespace TypedTensors;

/// <summary>Where the bytes of one <c>.npy</c> file come from, how many there are, and how far that number can be believed.</summary>
/// <param name="stream">The bytes, from the magic on.</param>
/// <param name="name">What messages call it.</param>
/// <param name="length">The bytes there are, or are said to be; null if nobody says.</param>
/// <param name="trustedLength">How many bytes memory may be taken for before they are read, because a file of about that size really exists.</param>
internal sealed class NpySource(Stream stream, string name, long? length, long trustedLength)
{
    /// <summary>The bytes read so far.</summary>
    public long Position { get; private set; }

    /// <summary>The bytes there are, or are said to be; null if nobody says.</summary>
    public long? Length => length;

    /// <summary>How many bytes memory may be taken for before they are read.</summary>
    public long TrustedLength => trustedLength;

    /// <summary>What is left of a stream, which knows its length if it can seek.</summary>
    public static NpySource FromStream(Stream stream, string name)
    {
        if (!stream.CanSeek)
        {
            return new NpySource(stream, name, length: null, trustedLength: 0);
        }

        long length = Math.Max(stream.Length - stream.Position, 0);
        return new NpySource(stream, name, length, trustedLength: length);
    }

    /// <summary>The exception that refuses this source, for a reason that completes "name: ...".</summary>
    public NumpyFormatException Fault(string reason) => new($"{name}: {reason}");

    /// <summary>Fills a span from the stream.</summary>
    /// <param name="destination">What is filled.</param>
    /// <param name="part">What the bytes are, for the message.</param>
    /// <exception cref="NumpyFormatException">The stream ends before.</exception>
    public void Read(Span<byte> destination, string part)
    {
        int count = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        Position += count;
        if (count < destination.Length)
        {
            throw Fault($"the file is truncated: it ends after {Position} bytes, within the {part}.");
        }
    }

    /// <summary>Checks that the stream ends here.</summary>
    /// <exception cref="NumpyFormatException">There are further bytes.</exception>
    public void ExpectEnd()
    {
        if (stream.ReadByte() >= 0)
        {
            throw Fault($"further bytes follow the {Position} that the header accounts for; a .npy file ends with its array.");
        }
    }
}
