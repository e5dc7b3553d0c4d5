using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the members by which devices other than the processor take a reduction: what it keeps between passes, its SPIR-V modules and its HLSL texts.</summary>
static class ReductionProgramEmitter
{
    public static void Emit(IndentedWriter writer, ReductionModel reduction)
    {
        EquatableArray<ReductionProgram> programs = ReductionPrograms.Of(reduction).Programs;
        List<string> partials = [.. reduction.Accumulator.Select(component => PartialType(component.Type))];
        List<string> scalars = [.. reduction.Scalars.Select(scalar => $"Dtype.{scalar.Type.Kind}")];
        writer.Line();
        writer.Line($"""
            public static Dtype PartialType(int index) => {KernelEmitter.ByIndex(partials)};

            public static int ScalarCount => {scalars.Count};

            public static Dtype ScalarType(int index) => {(scalars.Count == 0 ? "throw new ArgumentOutOfRangeException(nameof(index))" : KernelEmitter.ByIndex(scalars))};

            public static Dtype? CountType(Dtype source) => {CountType(reduction, programs)};
            """);
        Literals(writer, "Spirv", programs, program => $"\"{program.Spirv}\"u8");
        Literals(writer, "Hlsl", programs, program => program.Hlsl is { } text ? $"\"\"\"\n{text}\n\"\"\"u8" : null);
    }

    // Half lies between passes as it is computed.
    static string PartialType(ElementType type) => type.IsGeneric ? $"Dtypes.ComputeOf<{type.Name}>()" : $"Dtype.{type.Compute.Kind}";

    static string CountType(ReductionModel reduction, EquatableArray<ReductionProgram> programs)
    {
        if (!reduction.UsesCount)
        {
            return "null";
        }

        List<(ElementKind? Dtype, ElementKind Count)> counts = [.. programs.Select(program => (program.Dtype, program.Model.Scalars[0].Stored.Kind))];
        ElementKind common = counts.GroupBy(item => item.Count).OrderByDescending(group => group.Count()).First().Key;
        List<string> others = [.. counts.Where(item => item.Count != common).Select(item => $"Dtype.{item.Dtype} => Dtype.{item.Count}")];
        return others.Count == 0 ? $"Dtype.{common}" : $"source switch {{ {string.Join(", ", others)}, _ => Dtype.{common} }}";
    }

    static void Literals(IndentedWriter writer, string name, EquatableArray<ReductionProgram> programs, Func<ReductionProgram, string?> literal)
    {
        writer.Line();
        writer.Block($"public static ReadOnlySpan<byte> {name}(Dtype source)", () =>
        {
            foreach (ReductionProgram program in programs)
            {
                if (program.Dtype is not { } dtype)
                {
                    writer.Line($"return {literal(program) ?? "default"};");
                }
                else if (literal(program) is { } text)
                {
                    writer.Block($"if (source == Dtype.{dtype})", () => writer.Line($"return {text};"));
                    writer.Line();
                }
            }

            if (programs[0].Dtype is not null)
            {
                writer.Line("return default;");
            }
        });
    }
}
