namespace TypedTensors.Dispatch;

/// <summary>The part of a storage that a program sees at one binding.</summary>
/// <param name="Storage">The storage.</param>
/// <param name="ByteOffset">The first byte, as aligned as the device wants it.</param>
/// <param name="ByteLength">The number of bytes, up to the end of the last element.</param>
internal readonly record struct BindingWindow(DeviceStorage Storage, nint ByteOffset, nint ByteLength);
