namespace TypedTensors;

/// <summary>Tells faults of a zip archive's content from faults of the disk it lies on.</summary>
internal static class ZipFaults
{
    /// <summary>The code of an <see cref="IOException"/> that .NET itself raises; one of the operating system carries the system's code.</summary>
    private const int ManagedIOError = unchecked((int)0x80131620);

    /// <summary>Whether an exception of the zip reader means that the archive is damaged: it reports lying offsets and sizes in all these ways.</summary>
    public static bool AreMeantBy(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or NotSupportedException
        || exception is IOException { HResult: ManagedIOError };

    /// <summary>The exception that refuses the archive.</summary>
    public static NumpyFormatException Refuse(string name, Exception exception) =>
        new($"{name}: the zip archive is damaged, or of a kind that is not read: {exception.Message}", exception);
}
