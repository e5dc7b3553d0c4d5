namespace ComputeSharp;

public sealed class GraphicsDevice
{
    private GraphicsDevice()
    {
    }

    public string Name => "reference";

    public bool IsHardwareAccelerated => false;

    public nuint DedicatedMemorySize => 0;

    /// <summary>What runs the shaders; tests set it.</summary>
    internal static IShaderExecutor? Executor { get; set; }

    private static GraphicsDevice Reference { get; } = new();

    public static GraphicsDevice GetDefault() =>
        Executor is null ? throw new PlatformNotSupportedException("This build has no DirectX 12: it was made without the package ComputeSharp.") : Reference;

    public static IEnumerable<GraphicsDevice> EnumerateDevices() => Executor is null ? [] : [Reference];

    public bool IsDoublePrecisionSupportAvailable() => true;
}

public static class GraphicsDeviceExtensions
{
    public static ReadWriteBuffer<T> AllocateReadWriteBuffer<T>(this GraphicsDevice device, int length, AllocationMode allocationMode = AllocationMode.Default)
        where T : unmanaged => new(device, length);

    public static ComputeContext CreateComputeContext(this GraphicsDevice device) => new(device);
}
