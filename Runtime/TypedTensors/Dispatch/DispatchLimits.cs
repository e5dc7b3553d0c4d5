namespace TypedTensors.Dispatch;

/// <summary>What one dispatch of a device can reach.</summary>
/// <param name="LargestBinding">The most bytes that one binding covers.</param>
/// <param name="OffsetAlignment">What a binding's first byte is a multiple of, a power of two; 0 if a binding always starts at the storage's first byte.</param>
/// <param name="LargestGroupCount">The most groups of threads along an axis.</param>
/// <param name="StoresWords">Whether elements of less than four bytes take a 32-bit word each on the device.</param>
internal readonly record struct DispatchLimits(nint LargestBinding, nint OffsetAlignment, int LargestGroupCount, bool StoresWords)
{
    /// <summary>How element-wise operations are shared out.</summary>
    public ElementwiseGroups Elementwise { get; init; } = ElementwiseGroups.Card;

    /// <summary>The bytes that an element takes on the device.</summary>
    public int SizeOf(Dtype dtype) => StoresWords ? Math.Max(Dtypes.SizeOf(dtype), sizeof(uint)) : Dtypes.SizeOf(dtype);
}
