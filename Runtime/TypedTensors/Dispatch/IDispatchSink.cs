namespace TypedTensors.Dispatch;

/// <summary>What a device does with the dispatches that an operation becomes.</summary>
internal interface IDispatchSink
{
    /// <summary>Runs the program once over some of the elements. The dispatches of one operation write different elements, in whatever order they run.</summary>
    /// <param name="windows">One for each binding, inputs first.</param>
    /// <param name="constants">The constant block.</param>
    /// <param name="groups">The number of thread groups.</param>
    void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups);
}
