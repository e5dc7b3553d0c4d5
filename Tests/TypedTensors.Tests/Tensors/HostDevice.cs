using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels;

namespace TypedTensors.Tests.Tensors;

/// <summary>A device that is not the CPU, to test what only such a one does.</summary>
internal readonly struct Attic : IDevice
{
    public static string Name => "attic";

    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => HostDevice<Attic>.Allocate(byteLength);

    public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) =>
        HostDevice<Attic>.Upload(in source, byteLength, destination, byteOffset);

    public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination) =>
        HostDevice<Attic>.Download(source, byteOffset, byteLength, ref destination);

    public static void Copy(in KernelOperand source, in KernelOperand destination) => HostDevice<Attic>.Copy(source, destination);

    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => throw new NotSupportedException();

    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => throw new NotSupportedException();

    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => throw new NotSupportedException();
}

/// <summary>Another such device.</summary>
internal readonly struct Cellar : IDevice
{
    public static string Name => "cellar";

    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => HostDevice<Cellar>.Allocate(byteLength);

    public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) =>
        HostDevice<Cellar>.Upload(in source, byteLength, destination, byteOffset);

    public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination) =>
        HostDevice<Cellar>.Download(source, byteOffset, byteLength, ref destination);

    public static void Copy(in KernelOperand source, in KernelOperand destination) => HostDevice<Cellar>.Copy(source, destination);

    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => throw new NotSupportedException();

    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => throw new NotSupportedException();

    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => throw new NotSupportedException();
}

/// <summary>What both do: hold bytes in an array, and copy tensors of <see cref="int"/> one element at a time.</summary>
internal static class HostDevice<TMarker>
{
    /// <summary>The storages that are not freed.</summary>
    public static int Live { get; set; }

    public static DeviceStorage Allocate(nint byteLength)
    {
        Live++;
        return new Storage(byteLength);
    }

    public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset) =>
        MemoryMarshal.CreateReadOnlySpan(in source, (int)byteLength).CopyTo(((Storage)destination).Bytes.AsSpan((int)byteOffset));

    public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination) =>
        ((Storage)source).Bytes.AsSpan((int)byteOffset, (int)byteLength).CopyTo(MemoryMarshal.CreateSpan(ref destination, (int)byteLength));

    public static void Copy(in KernelOperand source, in KernelOperand destination)
    {
        Tensor from = source.Tensor!, to = destination.Tensor!;
        foreach ((nint read, nint write) in Naive.Positions(from).Zip(Naive.Positions(to)))
        {
            int element = Unsafe.ReadUnaligned<int>(ref ((Storage)from.Storage).Bytes[read * sizeof(int)]);
            Unsafe.WriteUnaligned(ref ((Storage)to.Storage).Bytes[write * sizeof(int)], element);
        }
    }

    private sealed class Storage(nint byteLength) : DeviceStorage(byteLength)
    {
        public byte[] Bytes { get; } = new byte[byteLength];

        protected override void Free() => Live--;
    }
}
