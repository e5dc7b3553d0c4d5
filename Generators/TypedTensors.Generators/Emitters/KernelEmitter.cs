using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the type that the runtime runs: what the kernel is called, what it reads, and its loop over one block.</summary>
static class KernelEmitter
{
    /// <summary>The name of the type, with its type parameter.</summary>
    public static string TypeName(KernelModel kernel) => kernel.Method + "Kernel" + (kernel.TypeParameter is { } generic ? $"<{generic.Name}>" : "");

    public static void Emit(IndentedWriter writer, KernelModel kernel, LanePlan plan)
    {
        SourceComment(writer, $"The loop of {kernel.Container.FullName.Replace("global::", "")}.{kernel.Method}:", kernel.Source);
        string constraint = kernel.TypeParameter is { } generic ? $"\n    {OperationMethod.ConstraintOf(generic)}" : "";
        writer.Block($"{EmittedFile.GeneratedCode}\nfile readonly partial struct {TypeName(kernel)} : IElementwiseKernel{constraint}", () =>
        {
            writer.Line($"""
                public static string Name => {Literals.Of(kernel.Method)};

                public static int Cost => {CostEstimate.Of(kernel)};

                public static Dtype OperandType(int index) => {OperandType(kernel, plan)};

                """);
            LoopEmitter.Emit(writer, kernel, plan);
            EvaluateEmitter.Emit(writer, kernel, plan, isScalarNeeded: true);
            ProgramEmitter.Emit(writer, kernel);
        });
        DeviceTextEmitter.Emit(writer, TypeName(kernel), KernelPrograms.Of(kernel).Programs.Select(program => (program.Dtype, program.Spirv, program.Hlsl)));
    }

    /// <summary>Writes the user's own text above what was made of it.</summary>
    public static void SourceComment(IndentedWriter writer, string title, string source)
    {
        writer.Line("// " + title);
        writer.Line("//     " + source.Replace("\n", "\n//     "));
    }

    static string OperandType(KernelModel kernel, LanePlan plan)
    {
        List<string> types =
        [
            .. kernel.Parameters.Select(parameter => DtypeOf(kernel, plan.Storage(parameter.Type, parameter.IsScalar))),
            .. kernel.Results.Select(result => DtypeOf(kernel, plan.Storage(result.Type, isScalar: false))),
        ];

        return ByIndex(types);
    }

    /// <summary>A choice among texts by the variable <c>index</c>.</summary>
    public static string ByIndex(List<string> types)
    {
        // The most frequent one takes the rest of the indices.
        string common = types.GroupBy(type => type).OrderByDescending(group => group.Count()).First().Key;
        List<string> others = [.. types.Select((type, index) => (type, index)).Where(item => item.type != common).Select(item => $"{item.index} => {item.type}")];
        return others.Count == 0 ? common : $"index switch {{ {string.Join(", ", others)}, _ => {common} }}";
    }

    static string DtypeOf(KernelModel kernel, ElementType type) =>
        !type.IsGeneric ? $"Dtype.{type.Kind}"
        : kernel.TypeParameter!.HalfBySingle ? $"Dtypes.ComputeOf<{type.Name}>()"
        : $"Dtypes.Of<{type.Name}>()";
}
