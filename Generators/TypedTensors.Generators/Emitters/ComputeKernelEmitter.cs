using TypedTensors.Compiler.Devices;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the type that devices run: what the kernel takes, and the function that runs one group on the processor.</summary>
static class ComputeKernelEmitter
{
    /// <summary>The name of the type, with its type parameter.</summary>
    public static string TypeName(ComputeModel kernel) => kernel.Method + "Kernel" + (kernel.TypeParameter is { } generic ? $"<{generic.Name}>" : "");

    public static void Emit(IndentedWriter writer, ComputeModel kernel)
    {
        EquatableArray<ComputeProgram> programs = ComputePrograms.Of(kernel).Programs;
        KernelEmitter.SourceComment(writer, $"The kernel {kernel.Container.FullName.Replace("global::", "")}.{kernel.Method}:", kernel.Source);
        string constraint = kernel.TypeParameter is { } generic ? $"\n    {OperationMethod.ConstraintOf(generic)}" : "";
        writer.Block($"{EmittedFile.GeneratedCode}\nfile readonly partial struct {TypeName(kernel)} : IComputeKernel{constraint}", () =>
        {
            writer.Line($"""
                public static string Name => {Literals.Of(kernel.Method)};

                public static GridSize GroupSize => new({kernel.Group.X}, {kernel.Group.Y}, {kernel.Group.Z});

                public static int BufferCount => {kernel.Buffers.Count()};

                public static int ScalarCount => {kernel.Scalars.Count()};

                public static bool HasLayoutBuffer => {HasLayoutBuffer(kernel, programs)};

                public static ComputeBuffer Buffer(int index) => {Choose(kernel.Buffers.Select(buffer => Describe(kernel, buffer.Parameter)))};

                public static Dtype ScalarType(int index) => {Choose(kernel.Scalars.Select(scalar => DtypeOf(kernel, scalar.Parameter.Type, computed: false)))};

                """);
            Run(writer, kernel);
            writer.Line();
            writer.Line($"public static DeviceTextAttribute DeviceText => DeviceTextAttribute.Of<{TypeName(kernel)}>({ProgramEmitter.DtypeOf(kernel.TypeParameter)});");
        });
        DeviceTextEmitter.Emit(writer, TypeName(kernel), programs.Select(program => (program.Dtype, program.Spirv, program.Hlsl)));
    }

    static void Run(IndentedWriter writer, ComputeModel kernel)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Block("public static void Run(in ComputeGroup group)", () =>
        {
            if (kernel.TypeParameter is { HalfBySingle: true } generic)
            {
                writer.Block($"if (typeof({generic.Name}) == typeof(Half))", () => writer.Line($"""
                    {kernel.Method}Kernel<float>.Run(in group); // Half is computed in float; the runtime converts.
                    return;
                    """));
                writer.Line();
            }

            var printer = new GroupPrinter(kernel);
            if (kernel.IsOverflowChecked)
            {
                writer.Block("unchecked", () => printer.Print(writer));
            }
            else
            {
                printer.Print(writer);
            }
        });
    }

    // A type parameter of 8 bytes takes more room among the constants than one of 4.
    static string HasLayoutBuffer(ComputeModel kernel, EquatableArray<ComputeProgram> programs)
    {
        List<ComputeProgram> with = [.. programs.Where(program => new ComputeConstants(program.Model.Parameters).HasLayoutBuffer)];
        return with.Count == 0 ? "false"
            : with.Count == programs.Count ? "true"
            : string.Join(" || ", with.Select(program => $"typeof({kernel.TypeParameter!.Name}) == typeof({new ElementType(program.Dtype!.Value).Name})"));
    }

    static string Choose(IEnumerable<string> items)
    {
        List<string> all = [.. items];
        string[] arms = [.. all.Select((item, index) => index == all.Count - 1 ? $"    _ => {item},\n" : $"    {index} => {item},\n")];
        return all.Count switch
        {
            0 => "throw new ArgumentOutOfRangeException(nameof(index))",
            1 => all[0],
            _ => $"index switch\n{{\n{string.Concat(arms)}}}",
        };
    }

    static string Describe(ComputeModel kernel, ComputeParameter buffer) =>
        $"new({Literals.Of(buffer.Name)}, {DtypeOf(kernel, buffer.Type, computed: false)}, {DtypeOf(kernel, buffer.Type, computed: true)}, {buffer.Rank}, {(buffer.IsReadOnly ? "true" : "false")})";

    static string DtypeOf(ComputeModel kernel, ElementType type, bool computed) =>
        !type.IsGeneric ? $"Dtype.{(computed ? type.Compute : type).Kind}"
        : computed && kernel.TypeParameter!.HalfBySingle ? $"Dtypes.ComputeOf<{type.Name}>()"
        : $"Dtypes.Of<{type.Name}>()";
}
