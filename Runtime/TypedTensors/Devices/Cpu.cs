using System.Runtime.CompilerServices;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;
using TypedTensors.Loops;
using TypedTensors.Reductions;

namespace TypedTensors;

/// <summary>The processor of this machine and its memory.</summary>
public readonly struct Cpu : IDevice, IComputesFunctions<long>, IComputesFunctions<ulong>, IComputesFunctions<double>, IComputes<Complex<float>>, IComputes<Complex<double>>
{
    private static int threadCount = Environment.ProcessorCount;

    /// <inheritdoc/>
    public static string Name => "cpu";

    /// <summary>The most threads that one operation uses; by default the number of processors. Results do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static int ThreadCount
    {
        get => threadCount;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            threadCount = value;
        }
    }

    /// <summary>The most bytes of free memory that are kept for reuse; by default an eighth of what the process may use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static long MemoryPoolLimit
    {
        get => BlockPool.Shared.FreeLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            BlockPool.Shared.FreeLimit = value;
        }
    }

    /// <inheritdoc/>
    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) =>
        byteLength <= Slab.LargestPiece ? Slab.Allocate(byteLength, clear) : BlockPool.Shared.Allocate(byteLength, clear);

    /// <inheritdoc/>
    public static void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset)
    {
        Copy(in source, ref Unsafe.AddByteOffset(ref ((CpuStorage)destination).Start, byteOffset), byteLength);
        GC.KeepAlive(destination);
    }

    /// <inheritdoc/>
    public static void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination)
    {
        Copy(in Unsafe.AddByteOffset(ref ((CpuStorage)source).Start, byteOffset), ref destination, byteLength);
        GC.KeepAlive(source);
    }

    /// <inheritdoc/>
    public static void Copy(in KernelOperand source, in KernelOperand destination)
    {
        ReadOnlySpan<KernelOperand> inputs = [source], outputs = [destination];
        Shape shape = destination.Shape;
        switch (destination.Dtype)
        {
            case Dtype.Boolean: CpuLoop.Run<CopyKernel<bool>>(shape, inputs, outputs); break;
            case Dtype.SByte: CpuLoop.Run<CopyKernel<sbyte>>(shape, inputs, outputs); break;
            case Dtype.Byte: CpuLoop.Run<CopyKernel<byte>>(shape, inputs, outputs); break;
            case Dtype.Int16: CpuLoop.Run<CopyKernel<short>>(shape, inputs, outputs); break;
            case Dtype.UInt16: CpuLoop.Run<CopyKernel<ushort>>(shape, inputs, outputs); break;
            case Dtype.Int32: CpuLoop.Run<CopyKernel<int>>(shape, inputs, outputs); break;
            case Dtype.UInt32: CpuLoop.Run<CopyKernel<uint>>(shape, inputs, outputs); break;
            case Dtype.Int64: CpuLoop.Run<CopyKernel<long>>(shape, inputs, outputs); break;
            case Dtype.UInt64: CpuLoop.Run<CopyKernel<ulong>>(shape, inputs, outputs); break;
            case Dtype.Half: CpuLoop.Run<CopyKernel<Half>>(shape, inputs, outputs); break;
            case Dtype.Single: CpuLoop.Run<CopyKernel<float>>(shape, inputs, outputs); break;
            case Dtype.ComplexSingle: CpuLoop.Run<CopyKernel<Complex<float>>>(shape, inputs, outputs); break;
            case Dtype.ComplexDouble: CpuLoop.Run<CopyKernel<Complex<double>>>(shape, inputs, outputs); break;
            default: CpuLoop.Run<CopyKernel<double>>(shape, inputs, outputs); break;
        }
    }

    /// <inheritdoc/>
    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => CpuLoop.Run<TKernel>(shape, inputs, outputs);

    /// <inheritdoc/>
    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => CpuReduction.Run<TKernel>(source, result, axes, scalars);

    /// <inheritdoc/>
    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => ComputeLoop.Run<TKernel>(grid, buffers, scalars);

    private static unsafe void Copy(ref readonly byte source, ref byte destination, nint byteLength)
    {
        fixed (byte* from = &source, to = &destination)
        {
            Buffer.MemoryCopy(from, to, byteLength, byteLength);
        }
    }
}
