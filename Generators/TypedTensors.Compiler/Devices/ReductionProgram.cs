using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.Hlsl;
using TypedTensors.Compiler.Printing.Spirv;

namespace TypedTensors.Compiler.Devices;

/// <summary>A reduction for one dtype of tensors, printed for every kind of device.</summary>
/// <param name="Dtype">The dtype that stands for the type parameter, or null when there is none.</param>
/// <param name="Model">What was printed.</param>
/// <param name="Spirv">The SPIR-V module as text.</param>
/// <param name="Hlsl">The HLSL text, or null when HLSL has no words for it.</param>
public sealed record ReductionProgram(ElementKind? Dtype, DeviceReductionModel Model, string Spirv, string? Hlsl)
{
    /// <summary>Prints a reduction for each dtype of its type parameter; once if it has none.</summary>
    /// <param name="reduction">The reduction.</param>
    /// <returns>The programs in the order of the dtypes.</returns>
    public static EquatableArray<ReductionProgram> PrintAll(ReductionModel reduction) =>
        ReductionCompiler.CompileAll(reduction).Select(item => Print(item.Dtype, item.Model)).ToEquatableArray();

    /// <summary>The program as those look at it who ask what a device must have.</summary>
    public DeviceProgram AsElementwise => new(Dtype, Model.AsElementwise(), Spirv, Hlsl);

    static ReductionProgram Print(ElementKind? dtype, DeviceReductionModel model)
    {
        var constants = new ReductionConstants(model);
        return new ReductionProgram(
            dtype,
            model,
            SpirvText.Encode(ReductionPrinter.Print(model, constants)),
            HlslReductionPrinter.CanSay(model) ? HlslReductionPrinter.Print(model, constants) : null);
    }
}
