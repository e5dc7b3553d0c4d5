using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the members by which devices other than the processor take a kernel: its bindings, its SPIR-V module and its HLSL text.</summary>
static class ProgramEmitter
{
    public static void Emit(IndentedWriter writer, KernelModel kernel)
    {
        EquatableArray<DeviceProgram> programs = KernelPrograms.Of(kernel).Programs;
        writer.Line();
        writer.Line($"""
            public static int InputCount => {kernel.Parameters.Count};

            public static int OutputCount => {kernel.Results.Count};

            public static Dtype BindingType(int index) => {BindingType(kernel)};
            """);
        Literals(writer, kernel, "Spirv", programs, program => $"\"{program.Spirv}\"u8");
        Literals(writer, kernel, "Hlsl", programs, program => program.Hlsl is { } text ? $"\"\"\"\n{text}\n\"\"\"u8" : null);
    }

    static void Literals(IndentedWriter writer, KernelModel kernel, string name, EquatableArray<DeviceProgram> programs, Func<DeviceProgram, string?> literal)
    {
        writer.Line();
        writer.Block($"public static ReadOnlySpan<byte> {name}", () => writer.Block("get", () =>
        {
            foreach (DeviceProgram program in programs)
            {
                Return(writer, kernel, program.Dtype, literal(program));
            }

            if (programs[0].Dtype is not null)
            {
                writer.Line("return default;");
            }
        }));
    }

    static void Return(IndentedWriter writer, KernelModel kernel, ElementKind? dtype, string? literal)
    {
        if (dtype is not { } kind)
        {
            writer.Line($"return {literal ?? "default"};");
        }
        else if (literal is not null)
        {
            writer.Block($"if (typeof({kernel.TypeParameter!.Name}) == typeof({new ElementType(kind).Name}))", () => writer.Line($"return {literal};"));
            writer.Line();
        }
    }

    static string BindingType(KernelModel kernel)
    {
        List<string> types = [.. kernel.Parameters.Select(parameter => DtypeOf(parameter.Type)), .. kernel.Results.Select(result => DtypeOf(result.Type))];
        return KernelEmitter.ByIndex(types);
    }

    static string DtypeOf(ElementType type) => type.IsGeneric ? $"Dtypes.Of<{type.Name}>()" : $"Dtype.{type.Kind}";
}
