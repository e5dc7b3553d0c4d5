namespace TypedTensors.Dispatch;

/// <summary>A scalar that a kernel was handed.</summary>
/// <param name="Bits">Its bits, in the low bytes.</param>
/// <param name="Dtype">Its dtype.</param>
internal readonly record struct BoundScalar(ulong Bits, Dtype Dtype);
