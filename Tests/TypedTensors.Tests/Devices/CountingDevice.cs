using TypedTensors.Kernels;

namespace TypedTensors.Tests.Devices;

/// <summary>A device other than the CPU, as far as types go; it counts the bytes that leave it on the current thread.</summary>
internal readonly struct CountingDevice : IDevice
{
    [ThreadStatic]
    private static long downloadedBytes;

    public static string Name => "counting";

    public static long DownloadedBytes
    {
        get => downloadedBytes;
        set => downloadedBytes = value;
    }

    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => Cpu.Allocate(dtype, byteLength, clear);

    public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) =>
        Cpu.Upload(in source, byteLength, destination, byteOffset);

    public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination)
    {
        downloadedBytes += byteLength;
        Cpu.Download(source, byteOffset, byteLength, ref destination);
    }

    public static void Copy(in KernelOperand source, in KernelOperand destination) => Cpu.Copy(source, destination);

    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => Cpu.Run<TKernel>(shape, inputs, outputs);

    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => Cpu.Reduce<TKernel>(source, result, axes, scalars);

    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => Cpu.Launch<TKernel>(grid, buffers, scalars);
}
