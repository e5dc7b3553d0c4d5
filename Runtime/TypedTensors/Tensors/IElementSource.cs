namespace TypedTensors;

/// <summary>
/// Says the elements of a new tensor, a piece at a time; each depends on its index alone, so pieces can be filled in any order and on any thread.
/// </summary>
internal interface IElementSource<T>
    where T : unmanaged
{
    /// <summary>Writes the elements from index <paramref name="first"/> in C order on, where a piece of <see cref="HostFill.PieceLength"/> begins.</summary>
    void Fill(nint first, Span<T> destination);
}
