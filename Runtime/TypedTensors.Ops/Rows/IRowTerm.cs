namespace TypedTensors;

/// <summary>What the elements of a row are summed as.</summary>
internal interface IRowTerm<T, TUnit>
    where T : unmanaged
    where TUnit : struct, IRowUnit<TUnit, T>
{
    /// <summary>An element that adds nothing.</summary>
    T Padding { get; }

    /// <summary>The terms of elements.</summary>
    TUnit Of(TUnit x);

    /// <summary>A sum with terms added.</summary>
    TUnit Add(TUnit sum, TUnit terms);
}
