namespace TypedTensors.Dispatch;

/// <summary>What a device does with the dispatches that a reduction becomes.</summary>
internal interface IReductionSink
{
    /// <summary>Runs the program once. A dispatch that reads what an earlier one writes must come after it.</summary>
    /// <param name="windows">
    /// One for each binding: the source, which is read, and the results and the components of partial accumulators, which are written or may as well be.
    /// What a dispatch does not touch has the window of something that it does.
    /// </param>
    /// <param name="constants">The constant block.</param>
    /// <param name="groups">The number of thread groups.</param>
    void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups);
}
