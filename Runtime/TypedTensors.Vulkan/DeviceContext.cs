using TypedTensors.Dispatch;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>An open device with its memory, its commands and its programs. There is one at a time; after the device was lost, the next use opens it anew.</summary>
internal sealed unsafe class DeviceContext
{
    private static readonly Lock Opening = new();
    private static volatile DeviceContext? current;

    private volatile bool isLost;
    private bool? fusesMultiplyAdd;
    private bool? dividesExactly;

    private DeviceContext(PhysicalDevice physical, nint handle)
    {
        Physical = physical;
        Handle = handle;
        var loader = new DeviceLoader(VulkanInstance.Shared.Functions, handle);
        Functions = new DeviceFunctions(loader);
        MemoryFunctions = new MemoryFunctions(loader);
        PipelineFunctions = new PipelineFunctions(loader);
        CommandFunctions = new CommandFunctions(loader);
        nint queue;
        Functions.GetDeviceQueue(handle, physical.QueueFamily, 0, &queue);
        Queue = queue;
        Timeline = new Timeline(this);
        Commands = new CommandStream(this);
        Memory = new DeviceMemory(this);
        Programs = new ProgramBuilder(this);
        Transfers = new TransferPaths(this);
        VkPhysicalDeviceLimits limits = physical.Limits;
        DispatchLimits = new DispatchLimits(
            (nint)limits.MaxStorageBufferRange, (nint)limits.MinStorageBufferOffsetAlignment, LargestGroupCount(limits), StoresWords: false)
        {
            Elementwise = physical.Info.Type == VulkanDeviceType.Cpu ? ElementwiseGroups.Processor : ElementwiseGroups.Card,
        };
    }

    /// <summary>Whether a device is open.</summary>
    public static bool IsOpen => current is { isLost: false };

    /// <summary>The open device; opens it if there is none.</summary>
    /// <exception cref="VulkanUnavailableException">There is no loader, no driver or no device that can be used.</exception>
    public static DeviceContext Current => current is { isLost: false } open ? open : Open();

    /// <summary>Held while commands are recorded or memory is handed out.</summary>
    public Lock Gate { get; } = new();

    public PhysicalDevice Physical { get; }

    public nint Handle { get; }

    public nint Queue { get; }

    public DeviceFunctions Functions { get; }

    public MemoryFunctions MemoryFunctions { get; }

    public PipelineFunctions PipelineFunctions { get; }

    public CommandFunctions CommandFunctions { get; }

    public Timeline Timeline { get; }

    public CommandStream Commands { get; }

    public DeviceMemory Memory { get; }

    public ProgramBuilder Programs { get; }

    public TransferPaths Transfers { get; }

    /// <summary>What one dispatch can reach. Tests set less.</summary>
    public DispatchLimits DispatchLimits { get; set; }

    /// <summary>Whether a fused multiply-add of the device is rounded once. Found out at the first program that asks; under the gate.</summary>
    public bool FusesMultiplyAdd
    {
        get
        {
            if (fusesMultiplyAdd is null)
            {
                // The probe's own program is made with true, and so runs the device's operation.
                fusesMultiplyAdd = true;
                fusesMultiplyAdd = FusionProbe.Run(Physical.Features);
            }

            return fusesMultiplyAdd.Value;
        }
    }

    /// <summary>Whether quotients and square roots of the device are rounded to nearest. Found out as <see cref="FusesMultiplyAdd"/> is; tests set it to have them corrected.</summary>
    public bool DividesExactly
    {
        get
        {
            if (dividesExactly is null)
            {
                dividesExactly = true;
                dividesExactly = DivisionProbe.Run(Physical.Features);
            }

            return dividesExactly.Value;
        }

        set => dividesExactly = value;
    }

    public bool IsLost => isLost;

    /// <summary>For tests: the result that the next submission or wait is made to have.</summary>
    public VkResult? InjectedFault { get; set; }

    /// <summary>Throws if the device was lost.</summary>
    /// <exception cref="VulkanDeviceLostException">It was.</exception>
    public void ThrowIfLost(string function)
    {
        if (isLost)
        {
            throw VulkanDeviceLostException.Of(Physical.Info.Name, function);
        }
    }

    /// <summary>Throws if a function did not succeed, and remembers the loss of the device.</summary>
    public void Check(VkResult result, string function)
    {
        if (result == VkResult.DeviceLost)
        {
            isLost = true;
        }

        ThrowIfLost(function);
        VulkanRuntime.Check.Success(result, function);
    }

    /// <summary>The result of a call that waits for the device or hands it work, or the one that a test asked for.</summary>
    public VkResult OrInjected(VkResult result)
    {
        if (InjectedFault is { } fault)
        {
            InjectedFault = null;
            return fault;
        }

        return result;
    }

    private static int LargestGroupCount(in VkPhysicalDeviceLimits limits)
    {
        fixed (uint* counts = limits.MaxComputeWorkGroupCount)
        {
            return (int)Math.Min(Math.Min(counts[0], counts[1]), Math.Min(counts[2], 65535));
        }
    }

    private static DeviceContext Open()
    {
        lock (Opening)
        {
            if (current is { isLost: false } open)
            {
                return open;
            }

            PhysicalDevice physical = DeviceChoice.Choose(PhysicalDevice.All(), VulkanOptions.Device, device => device.Info);
            return current = new DeviceContext(physical, DeviceOpening.Open(physical));
        }
    }
}
