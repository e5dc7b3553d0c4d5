using ComputeSharp;
using TypedTensors.Direct3D;
using TypedTensors.Direct3D.Copies;
using TypedTensors.Direct3D.Programs;
using TypedTensors.Direct3D.Storage;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A graphics processor through DirectX 12, on Windows.</summary>
/// <remarks>
/// <para>Operations are recorded and return at once. They run when elements are read (<c>ToArray</c>, <c>To&lt;Cpu&gt;</c>, an index), at
/// <see cref="Synchronize"/>, and whenever many have come together.</para>
/// <para>Elements of less than 32 bits take 32 bits there. 64-bit integers cannot be held, and of <see cref="double"/> there is arithmetic but no function such
/// as an exponential: what HLSL cannot say does not compile.</para>
/// </remarks>
public readonly struct DirectX : IDevice, IComputes<double>
{
    /// <summary>The bytes that are moved to or from the device at a time.</summary>
    private const nint PieceBytes = 64 << 20;

    /// <inheritdoc/>
    public static string Name => "directx";

    /// <summary>The name of the graphics adapter.</summary>
    /// <exception cref="PlatformNotSupportedException">There is no DirectX 12.</exception>
    public static string AdapterName => GraphicsDevice.GetDefault().Name;

    /// <summary>Waits until the device has finished all operations.</summary>
    public static void Synchronize() => CommandBatch.Shared.Flush();

    /// <inheritdoc/>
    /// <exception cref="PlatformNotSupportedException">There is no DirectX 12.</exception>
    /// <exception cref="NotSupportedException">The dtype is a 64-bit integer or complex, or the adapter has no <see cref="double"/>.</exception>
    /// <exception cref="OutOfMemoryException">The elements are more than DirectX allows for one buffer, or than the memory left.</exception>
    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear) => DirectXStorage.Allocate(GraphicsDevice.GetDefault(), dtype, byteLength, clear);

    /// <inheritdoc/>
    public static unsafe void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset)
    {
        var storage = (DirectXStorage)destination;
        CommandBatch.Shared.FlushUse(storage);
        int size = Dtypes.SizeOf(storage.Dtype);
        fixed (byte* start = &source)
        {
            for (nint done = 0; done < byteLength; done += PieceBytes)
            {
                storage.Upload(new ReadOnlySpan<byte>(start + done, (int)nint.Min(byteLength - done, PieceBytes)), (int)((byteOffset + done) / size));
            }
        }
    }

    /// <inheritdoc/>
    public static unsafe void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination)
    {
        var storage = (DirectXStorage)source;
        CommandBatch.Shared.FlushUse(storage);
        int size = Dtypes.SizeOf(storage.Dtype);
        fixed (byte* start = &destination)
        {
            for (nint done = 0; done < byteLength; done += PieceBytes)
            {
                storage.Download((int)((byteOffset + done) / size), new Span<byte>(start + done, (int)nint.Min(byteLength - done, PieceBytes)));
            }
        }
    }

    /// <inheritdoc/>
    public static void Copy(in KernelOperand source, in KernelOperand destination) => DeviceCopy.Run(source, destination);

    /// <inheritdoc/>
    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => ElementwisePrograms.Run<TKernel>(shape, inputs, outputs);

    /// <inheritdoc/>
    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => ReductionPrograms.Run<TKernel>(source, result, axes, scalars);

    /// <inheritdoc/>
    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => ComputePrograms.Launch<TKernel>(grid, buffers, scalars);
}
