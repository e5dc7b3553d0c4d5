using System.Runtime.CompilerServices;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Generators.Emitters;

/// <summary>What a kernel is for the devices other than the processor. Printed once, for its methods and its type alike.</summary>
sealed class KernelPrograms
{
    static readonly ConditionalWeakTable<KernelModel, KernelPrograms> Known = new();

    KernelPrograms(KernelModel kernel)
    {
        Programs = DeviceProgram.PrintAll(kernel);
        Capabilities = TypedTensors.Compiler.Devices.Capabilities.Of(kernel, Programs);
    }

    /// <summary>The programs, one for each dtype.</summary>
    public EquatableArray<DeviceProgram> Programs { get; }

    /// <summary>What they ask of a device.</summary>
    public EquatableArray<string> Capabilities { get; }

    /// <summary>The programs of a kernel.</summary>
    public static KernelPrograms Of(KernelModel kernel) => Known.GetValue(kernel, static key => new KernelPrograms(key));
}
