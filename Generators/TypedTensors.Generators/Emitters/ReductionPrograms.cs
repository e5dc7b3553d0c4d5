using System.Runtime.CompilerServices;
using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Generators.Emitters;

/// <summary>What a reduction is for the devices other than the processor. Printed once, for its methods and its type alike.</summary>
sealed class ReductionPrograms
{
    static readonly ConditionalWeakTable<ReductionModel, ReductionPrograms> Known = new();

    ReductionPrograms(ReductionModel reduction)
    {
        Programs = ReductionProgram.PrintAll(reduction);
        Capabilities = TypedTensors.Compiler.Devices.Capabilities.Of(reduction.Head.TypeParameter, [.. Programs.Select(program => program.AsElementwise)]);
    }

    /// <summary>The programs, one for each dtype of tensors.</summary>
    public EquatableArray<ReductionProgram> Programs { get; }

    /// <summary>What they ask of a device.</summary>
    public EquatableArray<string> Capabilities { get; }

    /// <summary>The programs of a reduction.</summary>
    public static ReductionPrograms Of(ReductionModel reduction) => Known.GetValue(reduction, static key => new ReductionPrograms(key));
}
