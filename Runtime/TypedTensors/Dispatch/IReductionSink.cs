namespace TypedTensors.Dispatch;

/// <summary>What a device does with the dispatches that a reduction becomes.</summary>
internal interface IReductionSink
{
    /// <summary>Runs the program once. A dispatch that reads what an earlier one writes must come after it.</summary>
    /// <param name="windows">One for each binding: the source, the results, the components of partial accumulators. What is neither read nor written has some other's.</param>
    /// <param name="reads">The bindings that are read, as bits.</param>
    /// <param name="writes">The bindings that are written, as bits.</param>
    /// <param name="constants">The constant block.</param>
    /// <param name="groups">The number of thread groups.</param>
    void Dispatch(ReadOnlySpan<BindingWindow> windows, uint reads, uint writes, ReadOnlySpan<uint> constants, int groups);
}
