namespace TypedTensors.Loops;

/// <summary>A tile of one operand in memory.</summary>
/// <param name="data">The first element.</param>
/// <param name="rowStride">The bytes from one row to the next.</param>
/// <param name="columnStride">The bytes from one column to the next.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
internal readonly unsafe struct TileView(byte* data, nint rowStride, nint columnStride, nint rows, nint columns)
{
    public byte* Data => data;

    public nint RowStride => rowStride;

    public nint ColumnStride => columnStride;

    public nint Rows => rows;

    public nint Columns => columns;

    /// <summary>Whether every index has the same element.</summary>
    public bool IsRepeated => (columnStride == 0 || columns == 1) && (rowStride == 0 || rows == 1) && (rows > 1 || columns > 1 || columnStride == 0);

    /// <summary>Whether the elements of a size lie one after the other.</summary>
    public bool IsDense(int size) => (columnStride == size || columns == 1) && (rows == 1 || rowStride == columns * size);

    /// <summary>Whether two views are the same elements in the same order.</summary>
    public bool Equals(in TileView other) =>
        data == other.Data && rowStride == other.RowStride && columnStride == other.ColumnStride && rows == other.Rows && columns == other.Columns;
}
