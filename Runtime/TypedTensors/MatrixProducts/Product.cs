namespace TypedTensors.MatrixProducts;

/// <summary>One product of two matrices: none of its lengths is 0, and the result shares no element with the factors.</summary>
internal struct Product
{
    /// <summary>The rows of the left factor and of the result.</summary>
    public nint Rows;

    /// <summary>The columns of the right factor and of the result.</summary>
    public nint Columns;

    /// <summary>The columns of the left factor and the rows of the right one.</summary>
    public nint Inner;

    /// <summary>The left factor.</summary>
    public Matrix Left;

    /// <summary>The right factor.</summary>
    public Matrix Right;

    /// <summary>Where the product goes.</summary>
    public Matrix Result;

    /// <summary>How many multiplications it takes; enough of a double to compare with.</summary>
    public readonly double Work => (double)Rows * Columns * Inner;

    /// <summary>The same product written the other way round: the transposed factors in the other order give the transposed result.</summary>
    public readonly Product Transposed => new()
    {
        Rows = Columns,
        Columns = Rows,
        Inner = Inner,
        Left = Right.Transposed,
        Right = Left.Transposed,
        Result = Result.Transposed,
    };
}
