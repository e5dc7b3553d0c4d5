using System.Runtime.CompilerServices;
using ComputeSharp;
using TypedTensors.Testing.Devices;
using TypedTensors.VulkanRuntime.Tests;

namespace TypedTensors.Direct3D.Tests;

/// <summary>Without the package: Vulkan runs the shaders.</summary>
internal static partial class DirectXPresence
{
    [ModuleInitializer]
    internal static void Install() => GraphicsDevice.Executor = VulkanExecutor.Shared;

    static partial void FindProblem(ref string? problem) => problem = VulkanPresence.IsRequired ? null : VulkanPresence.ReasonToSkip ?? Tool.ReasonToSkip(Glslang.Compiler);
}
