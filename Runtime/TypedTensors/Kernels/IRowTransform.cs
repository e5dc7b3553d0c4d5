namespace TypedTensors.Kernels;

/// <summary>What <see cref="RowTransform"/> does with one row of a tensor, such as a softmax or a normalization.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IRowTransform<T>
    where T : unmanaged
{
    /// <summary>Makes a row of the result. Called by several threads, for a row each.</summary>
    /// <param name="row">The number of the row.</param>
    /// <param name="x">The row of the tensor.</param>
    /// <param name="weight">All elements of the first tensor that rows share; empty if there is none.</param>
    /// <param name="bias">All elements of the second; empty if there is none.</param>
    /// <param name="result">The row of the result, which may be <paramref name="x"/> itself: an element of that is not to be read after its place here has been written.</param>
    void Run(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result);
}
