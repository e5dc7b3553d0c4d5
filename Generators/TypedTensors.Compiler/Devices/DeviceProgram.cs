using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.Hlsl;
using TypedTensors.Compiler.Printing.Spirv;

namespace TypedTensors.Compiler.Devices;

/// <summary>A kernel for one dtype, printed for every kind of device.</summary>
/// <param name="Dtype">The dtype that stands for the kernel's type parameter, or null when it has none.</param>
/// <param name="Model">What was printed.</param>
/// <param name="Spirv">The SPIR-V module as text.</param>
/// <param name="Hlsl">The HLSL text, or null when HLSL has no words for it.</param>
public sealed record DeviceProgram(ElementKind? Dtype, DeviceKernelModel Model, string Spirv, string? Hlsl)
{
    /// <summary>Prints a kernel for each dtype of its type parameter; once if it has none.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The programs in the order of the dtypes.</returns>
    public static EquatableArray<DeviceProgram> PrintAll(KernelModel kernel) =>
        DeviceCompiler.CompileAll(kernel).Select(item => Print(item.Dtype, item.Model)).ToEquatableArray();

    static DeviceProgram Print(ElementKind? dtype, DeviceKernelModel model)
    {
        ElementwiseConstants constants = ElementwiseConstants.Of(model)
            ?? throw new InvalidOperationException($"{model.Name} has more operands than a device takes; its parser should have refused it.");
        return new DeviceProgram(
            dtype, model, SpirvText.Encode(ElementwisePrinter.Print(model, constants)), HlslPrinter.CanSay(model) ? HlslPrinter.Print(model, constants) : null);
    }
}
