namespace TypedTensors.Kernels;

/// <summary>What <see cref="HostRows"/> does with one row of a tensor and one of the result.</summary>
/// <typeparam name="TX">The element type of the tensor.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRowBody<TX, TResult>
    where TX : unmanaged
    where TResult : unmanaged
{
    /// <summary>Makes a row of the result. Called by several threads, for a row each.</summary>
    void Run(ReadOnlySpan<TX> x, Span<TResult> result);
}

/// <summary>What <see cref="HostRows"/> does with a row of each of two tensors and one of the result.</summary>
/// <typeparam name="TX">The element type of one tensor.</typeparam>
/// <typeparam name="TY">The element type of the other.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public interface IRowBody<TX, TY, TResult>
    where TX : unmanaged
    where TY : unmanaged
    where TResult : unmanaged
{
    /// <summary>Makes a row of the result. Called by several threads, for a row each.</summary>
    void Run(ReadOnlySpan<TX> x, ReadOnlySpan<TY> y, Span<TResult> result);
}
