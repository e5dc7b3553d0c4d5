namespace TypedTensors;

/// <summary>What is done with one row of a tensor, written for units of any width; see <see cref="Kernels.IRowTransform{T}"/>.</summary>
internal interface IUnitTransform<T>
    where T : unmanaged
{
    /// <summary>Makes a row of the result.</summary>
    void Run<TUnit>(nint row, ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> result)
        where TUnit : struct, IRowUnit<TUnit, T>;
}
