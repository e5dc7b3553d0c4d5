using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Formula;

namespace TypedTensors.Compiler.Devices;

/// <summary>From a kernel as it was written to what devices other than the processor run: one model for each dtype of its type parameter.</summary>
public static class DeviceCompiler
{
    /// <summary>Lowers a kernel for one dtype.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="dtype">The dtype that stands for its type parameter; null when it has none.</param>
    /// <returns>The model that the printers take.</returns>
    public static DeviceKernelModel Compile(KernelModel kernel, ElementKind? dtype)
    {
        var specialization = new Specialization(kernel.TypeParameter, dtype);
        var functions = new FunctionSet(kernel.Functions);
        BodyModel body = Lowering.Lower(kernel.Body, specialization, functions);
        return new DeviceKernelModel(
            FunctionSet.Identifier(dtype is { } kind ? $"{kernel.Method}_{kind}" : kernel.Method),
            kernel.Source,
            FormulaPrinter.Print(kernel),
            kernel.Parameters.Select(parameter => new DeviceOperand(parameter.Name, specialization.Stored(parameter.Type))).ToEquatableArray(),
            kernel.Results.Select(result => new DeviceOperand(result.Name ?? "result", specialization.Stored(result.Type))).ToEquatableArray(),
            body,
            functions.Functions);
    }

    /// <summary>Lowers a kernel for each dtype of its type parameter; once if it has none.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The dtypes and their models.</returns>
    public static IEnumerable<(ElementKind? Dtype, DeviceKernelModel Model)> CompileAll(KernelModel kernel) =>
        kernel.TypeParameter is { } generic
            ? generic.Dtypes.Select(dtype => ((ElementKind?)dtype, Compile(kernel, dtype)))
            : [(null, Compile(kernel, null))];
}
