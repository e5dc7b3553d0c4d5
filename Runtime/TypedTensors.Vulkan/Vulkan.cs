using System.Runtime.CompilerServices;
using TypedTensors.Dispatch;
using TypedTensors.Kernels;
using TypedTensors.VulkanRuntime;

namespace TypedTensors;

/// <summary>A graphics processor, or a software device, through Vulkan 1.2.</summary>
/// <remarks>
/// <para>Operations are recorded and return at once; the device works through them in order. It is waited for when elements are read (<c>ToArray</c>,
/// <c>To&lt;Cpu&gt;</c>, an index) and by <see cref="Synchronize"/>.</para>
/// <para>The device is opened at its first use; <see cref="VulkanOptions"/> says which. If it is lost, its tensors throw <see cref="VulkanDeviceLostException"/>
/// and new tensors open it again.</para>
/// </remarks>
public readonly struct Vulkan : IDevice, IComputesFunctions<long>, IComputesFunctions<ulong>, IComputesFunctions<double>
{
    /// <inheritdoc/>
    public static string Name => "vulkan";

    /// <summary>The devices of this machine, usable or not.</summary>
    /// <exception cref="VulkanUnavailableException">There is no Vulkan loader or no driver.</exception>
    public static IReadOnlyList<VulkanDeviceInfo> Devices => [.. PhysicalDevice.All().Select(device => device.Info)];

    /// <summary>The device in use; opens it if it is not open.</summary>
    /// <exception cref="VulkanUnavailableException">There is no Vulkan loader, no driver, or no device that can be used.</exception>
    public static VulkanDeviceInfo Device => DeviceContext.Current.Physical.Info;

    /// <summary>The bytes of device memory in tensors that have been neither disposed nor reclaimed.</summary>
    public static long MemoryInUse => DeviceContext.IsOpen ? DeviceContext.Current.Memory.RentedBytes : 0;

    /// <summary>The bytes of device memory taken from the driver, for tensors and for reuse.</summary>
    public static long MemoryTaken => DeviceContext.IsOpen ? DeviceContext.Current.Memory.TakenBytes : 0;

    /// <summary>Waits until the device has finished all operations.</summary>
    /// <exception cref="VulkanDeviceLostException">The device was lost.</exception>
    public static void Synchronize()
    {
        if (DeviceContext.IsOpen)
        {
            DeviceContext context = DeviceContext.Current;
            lock (context.Gate)
            {
                context.Commands.FinishAll();
            }
        }
    }

    /// <summary>Gives the device memory that no tensor holds back to the driver; waits for the device.</summary>
    public static void TrimMemory()
    {
        if (DeviceContext.IsOpen)
        {
            DeviceContext.Current.Memory.Trim();
        }
    }

    /// <summary>The time the device takes for the operations that an action starts, without what it did before.</summary>
    /// <remarks>Waits for the device before and after. Work that the action leaves to other threads counts too, and so do pauses in which the device waits for the action.</remarks>
    /// <exception cref="NotSupportedException">The device has no clock.</exception>
    public static TimeSpan Time(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var clock = new DeviceClock(DeviceContext.Current);
        clock.Start();
        action();
        return clock.Stop();
    }

    /// <inheritdoc/>
    /// <exception cref="VulkanUnavailableException">There is no Vulkan loader, no driver, or no device that can be used.</exception>
    /// <exception cref="VulkanOutOfMemoryException">The device has not enough memory.</exception>
    /// <exception cref="NotSupportedException">The dtype is complex.</exception>
    public static DeviceStorage Allocate(Dtype dtype, nint byteLength, bool clear)
    {
        if (Dtypes.IsComplex(dtype))
        {
            throw new NotSupportedException($"Vulkan holds no {Dtypes.NameOf(dtype)}: shaders have no complex numbers. Take AsReal() to the device, or stay on Cpu.");
        }

        DeviceContext context = DeviceContext.Current;
        VulkanStorage storage = context.Memory.Allocate(byteLength);
        if (clear)
        {
            BufferCommands.Clear(storage);
        }

        return storage;
    }

    /// <inheritdoc/>
    public static unsafe void Upload(ref readonly byte source, nint byteLength, DeviceStorage destination, nint byteOffset)
    {
        VulkanStorage storage = VulkanStorage.Of(destination, nameof(Upload));
        fixed (byte* pointer = &source)
        {
            storage.Context.Transfers.Upload(pointer, byteLength, storage, byteOffset);
        }

        GC.KeepAlive(storage);
    }

    /// <inheritdoc/>
    public static unsafe void Download(DeviceStorage source, nint byteOffset, nint byteLength, ref byte destination)
    {
        VulkanStorage storage = VulkanStorage.Of(source, nameof(Download));
        fixed (byte* pointer = &destination)
        {
            storage.Context.Transfers.Download(storage, byteOffset, byteLength, pointer);
        }

        GC.KeepAlive(storage);
    }

    /// <inheritdoc/>
    public static void Copy(in KernelOperand source, in KernelOperand destination) => DeviceCopy.Run(source, destination);

    /// <inheritdoc/>
    public static void Run<TKernel>(in Shape shape, ReadOnlySpan<KernelOperand> inputs, ReadOnlySpan<KernelOperand> outputs)
        where TKernel : struct, IElementwiseKernel => ElementwisePrograms.Run<TKernel>(shape, inputs, outputs);

    /// <inheritdoc/>
    public static void Reduce<TKernel>(Tensor source, Tensor result, uint axes, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IReductionKernel => ReductionPrograms<TKernel>.Run(source, result, axes, scalars);

    /// <inheritdoc/>
    public static void Launch<TKernel>(GridSize grid, ReadOnlySpan<KernelOperand> buffers, ReadOnlySpan<KernelOperand> scalars)
        where TKernel : struct, IComputeKernel => ComputePrograms.Launch<TKernel>(grid, buffers, scalars);
}
