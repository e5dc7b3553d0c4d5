namespace TypedTensors;

/// <summary>A <c>.npy</c> or <c>.npz</c> file that cannot be read: damaged, lying about its length, or holding what no tensor holds. The message says where and why.</summary>
/// <remarks>
/// A <see cref="FormatException"/>, because the fault is in the content: reading again, which a handler of <see cref="IOException"/> may try, does not mend it.
/// Faults of the disk, the path or permissions stay what they are.
/// </remarks>
public sealed class NumpyFormatException : FormatException
{
    /// <summary>Creates the exception with a message that names the file and the reason.</summary>
    public NumpyFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and the exception that led to it.</summary>
    public NumpyFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public NumpyFormatException()
        : base("The file is not one that NumPy writes.")
    {
    }
}
