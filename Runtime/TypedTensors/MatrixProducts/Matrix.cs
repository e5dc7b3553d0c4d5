namespace TypedTensors.MatrixProducts;

/// <summary>A matrix in memory of this process: its first element, and how many bytes it is to the next row and to the next column.</summary>
internal readonly unsafe struct Matrix(byte* data, nint row, nint column)
{
    /// <summary>The first element.</summary>
    public readonly byte* Data = data;

    /// <summary>The bytes from one row to the next.</summary>
    public readonly nint Row = row;

    /// <summary>The bytes from one column to the next.</summary>
    public readonly nint Column = column;

    /// <summary>The same elements with rows and columns exchanged.</summary>
    public Matrix Transposed => new(Data, Column, Row);

    /// <summary>The part that begins at an element.</summary>
    public Matrix From(nint row, nint column) => new(Data + (row * Row) + (column * Column), Row, Column);
}
