namespace TypedTensors;

/// <summary>What becomes of the elements of a row, each by itself.</summary>
internal interface IRowMap<T, TUnit>
    where T : unmanaged
    where TUnit : struct, IRowUnit<TUnit, T>
{
    /// <summary>What becomes of so many elements from an offset on.</summary>
    TUnit Of(TUnit x, nuint offset, nuint count);
}
