using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>From a kernel over an index space as it was written to what devices other than the processor run: one model for each dtype of its type parameter.</summary>
public static class ComputeCompiler
{
    /// <summary>Lowers a kernel for one dtype.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="dtype">The dtype that stands for its type parameter; null when it has none.</param>
    /// <returns>The model that the printers take.</returns>
    public static ComputeDeviceModel Compile(ComputeModel kernel, ElementKind? dtype)
    {
        var specialization = new Specialization(kernel.TypeParameter, dtype);
        var functions = new FunctionSet(kernel.Functions);
        ComputeBody body = Lowering.Lower(kernel.Body, specialization, functions);
        return new ComputeDeviceModel(
            FunctionSet.Identifier(dtype is { } kind ? $"{kernel.Method}_{kind}" : kernel.Method),
            kernel.Source,
            kernel.Group,
            kernel.Parameters.Select(parameter => parameter with { Type = specialization.Stored(parameter.Type) }).ToEquatableArray(),
            body,
            functions.Functions);
    }

    /// <summary>Lowers a kernel for each dtype of its type parameter; once if it has none.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The dtypes and their models.</returns>
    public static IEnumerable<(ElementKind? Dtype, ComputeDeviceModel Model)> CompileAll(ComputeModel kernel) =>
        kernel.TypeParameter is { } generic
            ? generic.Dtypes.Select(dtype => ((ElementKind?)dtype, Compile(kernel, dtype)))
            : [(null, Compile(kernel, null))];
}
