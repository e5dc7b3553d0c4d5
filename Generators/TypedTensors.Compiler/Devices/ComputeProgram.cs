using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Hlsl;
using TypedTensors.Compiler.Printing.Spirv;

namespace TypedTensors.Compiler.Devices;

/// <summary>A kernel over an index space for one dtype, printed for every kind of device.</summary>
/// <param name="Dtype">The dtype that stands for the kernel's type parameter, or null when it has none.</param>
/// <param name="Model">What was printed.</param>
/// <param name="Spirv">The SPIR-V module as text.</param>
/// <param name="Hlsl">The HLSL text, or null when HLSL has no words for it.</param>
public sealed record ComputeProgram(ElementKind? Dtype, ComputeDeviceModel Model, string Spirv, string? Hlsl)
{
    /// <summary>The program as those look at it who ask what a device must have.</summary>
    public DeviceProgram AsElementwise => new(Dtype, Model.AsElementwise(), Spirv, Hlsl);

    /// <summary>Prints a kernel for each dtype of its type parameter; once if it has none.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The programs in the order of the dtypes.</returns>
    public static EquatableArray<ComputeProgram> PrintAll(ComputeModel kernel) =>
        ComputeCompiler.CompileAll(kernel)
            .Select(item => new ComputeProgram(item.Dtype, item.Model, SpirvText.Encode(ComputePrinter.Print(item.Model)), HlslComputePrinter.CanSay(item.Model) ? HlslComputePrinter.Print(item.Model) : null))
            .ToEquatableArray();
}
