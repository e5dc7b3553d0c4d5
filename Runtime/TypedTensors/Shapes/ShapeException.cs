namespace TypedTensors;

/// <summary>Shapes that do not fit an operation. The message names the operation, the shapes and the offending axis.</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>Creates the exception with a message that names the operation, the shapes and the remedy.</summary>
    public ShapeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and the exception that led to it.</summary>
    public ShapeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without details.</summary>
    public ShapeException()
        : base("The shapes do not fit the operation.")
    {
    }
}
