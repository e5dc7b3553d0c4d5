namespace TypedTensors.Dispatch;

/// <summary>What a device does with the dispatches that the launch of a kernel over an index space becomes.</summary>
internal interface IComputeSink
{
    /// <summary>Puts words where the program reads the layouts of its buffers, and says where that is.</summary>
    BindingWindow PlaceLayout(ReadOnlySpan<uint> words);

    /// <summary>Runs the program over some of the groups. The dispatches of one launch need no order among themselves.</summary>
    /// <param name="windows">One for each binding.</param>
    /// <param name="constants">The constant block.</param>
    /// <param name="groups">The number of thread groups along each axis.</param>
    void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, GridSize groups);
}
