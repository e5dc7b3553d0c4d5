namespace TypedTensors;

/// <summary>Matrices of which one side of a diagonal is zero.</summary>
public static class Triangles
{
    /// <summary>The elements on and beneath a diagonal of the last two axes, and zeros above it: NumPy's and PyTorch's <c>tril</c>.</summary>
    /// <param name="x">The matrices, of any layout.</param>
    /// <param name="diagonal">0 for the main diagonal, above 0 for one above it, below 0 for one beneath it.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Elements are selected, not multiplied: NaN above the diagonal becomes 0.</remarks>
    /// <exception cref="ShapeException">There are fewer than two axes.</exception>
    [Copies]
    public static Tensor<T, TDevice> Tril<T, TDevice>(this Tensor<T, TDevice> x, int diagonal = 0)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        (Tensor<int, TDevice> rows, Tensor<int, TDevice> columns) = Places(nameof(Tril), x, diagonal);
        return columns.LessEqual(rows).Where(x, default(T));
    }

    /// <summary>The elements on and above a diagonal of the last two axes, and zeros beneath it: NumPy's and PyTorch's <c>triu</c>.</summary>
    /// <param name="x">The matrices, of any layout.</param>
    /// <param name="diagonal">0 for the main diagonal, above 0 for one above it, below 0 for one beneath it.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <remarks>Elements are selected, not multiplied: NaN beneath the diagonal becomes 0.</remarks>
    /// <exception cref="ShapeException">There are fewer than two axes.</exception>
    [Copies]
    public static Tensor<T, TDevice> Triu<T, TDevice>(this Tensor<T, TDevice> x, int diagonal = 0)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        (Tensor<int, TDevice> rows, Tensor<int, TDevice> columns) = Places(nameof(Triu), x, diagonal);
        return columns.GreaterEqual(rows).Where(x, default(T));
    }

    // The column at which each row meets the diagonal, as a column, and the columns' numbers.
    private static (Tensor<int, TDevice> Rows, Tensor<int, TDevice> Columns) Places<T, TDevice>(string operation, Tensor<T, TDevice> x, int diagonal)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank < 2)
        {
            throw new ShapeException($"{operation}: shape {x.Shape} has fewer than two axes; a triangle is one of a matrix.");
        }

        int rows = checked((int)x.Shape[^2]), columns = checked((int)x.Shape[^1]);

        // A diagonal outside of the matrix takes all or nothing, however far outside it is.
        int first = Math.Clamp(diagonal, -rows, columns);
        return (Tensor<int, TDevice>.Arange(first, first + rows).Unsqueeze(1), Tensor<int, TDevice>.Arange(columns));
    }
}
