using TypedTensors.Kernels;

namespace TypedTensors.VulkanRuntime.Tests.Dispatch;

/// <summary>A device whose tensors have no memory, so that they can be of any size.</summary>
internal readonly struct VirtualDevice : IDevice, IComputes<long>, IComputes<ulong>, IComputes<double>
{
    public static string Name => "virtual";

    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => new Storage(byteLength);

    public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) => throw new NotSupportedException();

    public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination) => throw new NotSupportedException();

    public static void Copy(in KernelOperand source, in KernelOperand destination) => throw new NotSupportedException();

    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => throw new NotSupportedException();

    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => throw new NotSupportedException();

    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => throw new NotSupportedException();

    private sealed class Storage(nint byteLength) : DeviceStorage(byteLength)
    {
        protected override void Free()
        {
        }
    }
}
