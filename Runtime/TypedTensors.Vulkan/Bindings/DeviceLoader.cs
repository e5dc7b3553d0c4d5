namespace TypedTensors.VulkanRuntime.Bindings;

/// <summary>Finds the functions of one device, which are called without the loader in between.</summary>
internal readonly unsafe struct DeviceLoader(InstanceFunctions instance, nint device)
{
    /// <summary>The address of a function, 0 if the device has none of the name (one of an extension that it lacks).</summary>
    public nint Find(ReadOnlySpan<byte> name)
    {
        fixed (byte* text = name)
        {
            return instance.GetDeviceProcAddr(device, text);
        }
    }
}
