using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TypedTensors.VulkanRuntime.Bindings;

namespace TypedTensors.VulkanRuntime;

/// <summary>What the validation layer has said.</summary>
internal static unsafe class ValidationMessages
{
    private const uint WarningsAndErrors = 0x1100;
    private const uint AllTypes = 7;
    private static readonly ConcurrentQueue<string> Messages = new();

    /// <summary>The warnings and errors so far; empty if all is well, or if validation is off.</summary>
    public static IReadOnlyCollection<string> All => Messages;

    /// <summary>Forgets what has been said.</summary>
    public static void Clear() => Messages.Clear();

    /// <summary>Has an instance report to this list.</summary>
    public static void Listen(VulkanInstance instance)
    {
        var info = new VkDebugUtilsMessengerCreateInfo
        {
            Type = VkStructureType.DebugUtilsMessengerCreateInfo,
            Severity = WarningsAndErrors,
            MessageType = AllTypes,
            Callback = &Collect,
        };
        ulong messenger;
        Check.Success(instance.Functions.CreateDebugUtilsMessenger(instance.Handle, &info, null, &messenger), "vkCreateDebugUtilsMessengerEXT");
    }

    [UnmanagedCallersOnly]
    private static uint Collect(uint severity, uint type, VkDebugUtilsMessengerCallbackData* data, void* user)
    {
        Messages.Enqueue(Marshal.PtrToStringUTF8((nint)data->Message) ?? "");
        return 0;
    }
}
