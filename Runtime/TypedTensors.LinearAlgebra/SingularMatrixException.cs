namespace TypedTensors;

/// <summary>A matrix has no inverse, or not the property that a decomposition needs.</summary>
public sealed class SingularMatrixException : ArithmeticException
{
    /// <summary>Creates an exception with a message that names the operation and the matrix.</summary>
    public SingularMatrixException(string message)
        : base(message)
    {
    }
}
