using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the members by which devices other than the processor take a kernel: its bindings, and where their text stands.</summary>
static class ProgramEmitter
{
    public static void Emit(IndentedWriter writer, KernelModel kernel)
    {
        writer.Line();
        writer.Line($"""
            public static int InputCount => {kernel.Parameters.Count};

            public static int OutputCount => {kernel.Results.Count};

            public static Dtype BindingType(int index) => {BindingType(kernel)};
            """);
        writer.Line();
        writer.Line($"public static DeviceTextAttribute DeviceText => DeviceTextAttribute.Of<{KernelEmitter.TypeName(kernel)}>({DtypeOf(kernel.TypeParameter)});");
    }

    /// <summary>The dtype that stands for a type parameter, as an argument; nothing when there is none.</summary>
    public static string DtypeOf(TypeParameterModel? generic) => generic is null ? "" : $"Dtypes.Of<{generic.Name}>()";

    static string BindingType(KernelModel kernel)
    {
        List<string> types = [.. kernel.Parameters.Select(parameter => DtypeOf(parameter.Type)), .. kernel.Results.Select(result => DtypeOf(result.Type))];
        return KernelEmitter.ByIndex(types);
    }

    static string DtypeOf(ElementType type) => type.IsGeneric ? $"Dtypes.Of<{type.Name}>()" : $"Dtype.{type.Kind}";
}
