using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ComputeSharp;
using TypedTensors.Dispatch;
using TypedTensors.Testing.Devices;
using TypedTensors.VulkanRuntime;

namespace TypedTensors.Direct3D.Tests;

/// <summary>Runs HLSL on the Vulkan device: glslang makes SPIR-V of it, and the arrays are copied there and back.</summary>
internal sealed class VulkanExecutor : IShaderExecutor
{
    private readonly ConcurrentDictionary<string, Lazy<Task<uint[]>>> modules = [];
    private readonly Dictionary<string, ProgramPipeline> pipelines = [];
    private readonly DispatchOrder order = new();

    /// <summary>The executor of the process.</summary>
    public static VulkanExecutor Shared { get; } = new();

    /// <summary>The texts compiled so far.</summary>
    public int ModuleCount => modules.Count;

    /// <summary>The dispatches run so far.</summary>
    public int DispatchCount { get; private set; }

    /// <summary>Compiles a text, once.</summary>
    public Task<uint[]> Compile(string source) => modules.GetOrAdd(source, static text => new(async () => StrictFloats.Require(await Glslang.Compile(text)))).Value;

    public void Execute(string source, (int X, int Y, int Z) groups, byte[] constants, Array[] buffers)
    {
        DispatchCount++;
        order.Dispatch(source, constants, buffers);
        DeviceContext context = DeviceContext.Current;
        Dictionary<Array, DeviceStorage> storages = buffers.Distinct().ToDictionary(buffer => buffer, Upload);
        BindingWindow[] windows = [.. buffers.Select(buffer => new BindingWindow(storages[buffer], 0, Bytes(buffer).Length))];
        var blocks = storages.Values.Select(storage => ((VulkanStorage)storage).Block).ToArray();
        lock (context.Gate)
        {
            ProgramPipeline pipeline = Pipeline(context, source, buffers.Length);
            nint commands = context.Commands.Begin([], blocks);
            ProgramCommands.Dispatch(context, commands, pipeline, windows, MemoryMarshal.Cast<byte, uint>(constants), groups.X, groups.Y, groups.Z);
        }

        foreach ((Array buffer, DeviceStorage storage) in storages)
        {
            Span<byte> bytes = Bytes(buffer);
            Vulkan.Download(storage, 0, bytes.Length, ref MemoryMarshal.GetReference(bytes));
            storage.ReleaseReference();
        }
    }

    public void Order(Array buffer) => order.Order(buffer);

    public void Finish() => order.Finish();

    private static DeviceStorage Upload(Array buffer)
    {
        Span<byte> bytes = Bytes(buffer);
        DeviceStorage storage = Vulkan.Allocate(Dtype.Byte, bytes.Length, clear: false);
        storage.AddReference();
        Vulkan.Upload(in MemoryMarshal.GetReference(bytes), bytes.Length, storage, 0);
        return storage;
    }

    private static Span<byte> Bytes(Array buffer) => buffer is double[] doubles ? MemoryMarshal.AsBytes(doubles.AsSpan()) : MemoryMarshal.AsBytes(((uint[])buffer).AsSpan());

    private ProgramPipeline Pipeline(DeviceContext context, string source, int bindingCount)
    {
        if (!pipelines.TryGetValue(source, out ProgramPipeline? pipeline))
        {
            pipeline = context.Programs.Build("HLSL", bindingCount, Compile(source).GetAwaiter().GetResult());
            pipelines.Add(source, pipeline);
        }

        return pipeline;
    }
}
