using System.Runtime.CompilerServices;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Generators.Emitters;

/// <summary>What a kernel over an index space is for the devices other than the processor. Printed once, for its method and its type alike.</summary>
sealed class ComputePrograms
{
    static readonly ConditionalWeakTable<ComputeModel, ComputePrograms> Known = new();

    ComputePrograms(ComputeModel kernel)
    {
        Programs = ComputeProgram.PrintAll(kernel);
        Capabilities = TypedTensors.Compiler.Devices.Capabilities.Of(kernel.TypeParameter, [.. Programs.Select(program => program.AsElementwise)]);
    }

    /// <summary>The programs, one for each dtype.</summary>
    public EquatableArray<ComputeProgram> Programs { get; }

    /// <summary>What they ask of a device.</summary>
    public EquatableArray<string> Capabilities { get; }

    /// <summary>The programs of a kernel.</summary>
    public static ComputePrograms Of(ComputeModel kernel) => Known.GetValue(kernel, static key => new ComputePrograms(key));
}
