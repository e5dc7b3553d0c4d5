namespace TypedTensors.Testing.Values;

/// <summary>Something to do for an element type.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
public interface IDtypeAction<out TResult>
{
    /// <summary>Does it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    TResult Run<T>()
        where T : unmanaged;
}
