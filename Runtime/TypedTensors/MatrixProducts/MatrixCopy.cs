using TypedTensors.Loops;

namespace TypedTensors.MatrixProducts;

/// <summary>Copies parts of matrices between layouts.</summary>
internal static unsafe class MatrixCopy
{
    /// <summary>Copies a part, whatever its layouts.</summary>
    public static void Run(in Matrix source, in Matrix destination, nint rows, nint columns, int size) =>
        TileCopy.Move(source.Data, source.Row, source.Column, destination.Data, destination.Row, destination.Column, rows, columns, size);
}
