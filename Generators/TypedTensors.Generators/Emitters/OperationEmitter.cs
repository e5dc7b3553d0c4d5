using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the file of one tensor operation: its methods, and the loop that they run.</summary>
static class OperationEmitter
{
    /// <summary>The name of the file.</summary>
    public static string FileName(KernelModel kernel) => EmittedFile.Name(kernel);

    /// <summary>The text of the file.</summary>
    public static string Emit(KernelModel kernel)
    {
        var plan = new LanePlan(kernel);
        return EmittedFile.Write(
            kernel.Container,
            members => MethodsEmitter.Emit(members, kernel),
            loops => KernelEmitter.Emit(loops, kernel, plan));
    }
}
