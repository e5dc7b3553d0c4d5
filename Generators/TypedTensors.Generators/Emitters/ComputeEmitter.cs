using TypedTensors.Compiler.Model;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the file of one kernel over an index space: its method on tensors, and the type that devices run.</summary>
static class ComputeEmitter
{
    /// <summary>The name of the file.</summary>
    public static string FileName(ComputeModel kernel) => EmittedFile.Name(
        kernel.Container,
        kernel.Method,
        kernel.IsOverloaded ? string.Join("_", kernel.Parameters.Select(parameter => TypeName(parameter) + (parameter.IsBuffer ? $"{parameter.Rank}D" : ""))) : "");

    /// <summary>The text of the file.</summary>
    public static string Emit(ComputeModel kernel) => EmittedFile.Write(
        kernel.Container,
        members => ComputeMethodEmitter.Emit(members, kernel),
        types => ComputeKernelEmitter.Emit(types, kernel));

    static string TypeName(ComputeParameter parameter) => parameter.Type.IsGeneric ? parameter.Type.Name : parameter.Type.Kind.ToString();
}
