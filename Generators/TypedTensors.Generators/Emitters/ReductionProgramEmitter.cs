using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the members by which devices other than the processor take a reduction: what it keeps between passes, and where their texts stand.</summary>
static class ReductionProgramEmitter
{
    public static void Emit(IndentedWriter writer, ReductionModel reduction, string typeName)
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
        writer.Line();
        writer.Line($"public static DeviceTextAttribute DeviceText(Dtype source) => DeviceTextAttribute.Of<{typeName}>({(programs[0].Dtype is null ? "" : "source")});");
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
}
