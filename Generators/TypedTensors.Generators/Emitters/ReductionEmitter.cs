using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the file of one reduction: its methods, and the loops that they run.</summary>
static class ReductionEmitter
{
    /// <summary>The name of the file.</summary>
    public static string FileName(ReductionModel reduction) => EmittedFile.Name(reduction.Head);

    /// <summary>The text of the file.</summary>
    public static string Emit(ReductionModel reduction)
    {
        var plan = new ReductionPlan(reduction);
        return EmittedFile.Write(
            reduction.Head.Container,
            members => ReductionMethodsEmitter.Emit(members, plan),
            loops => Kernel(loops, plan));
    }

    static void Kernel(IndentedWriter writer, ReductionPlan plan)
    {
        ReductionModel reduction = plan.Reduction;
        KernelEmitter.SourceComment(writer, $"The loops of {reduction.Head.Container.FullName.Replace("global::", "")}.{reduction.Head.Method}:", reduction.Head.Source);
        string constraint = reduction.IsGeneric ? $"\n    {OperationMethod.ConstraintOf(reduction.Head.TypeParameter!)}" : "";
        writer.Block($"{EmittedFile.GeneratedCode}\nfile readonly partial struct {plan.TypeName} : IReductionKernel{constraint}", () =>
        {
            writer.Line($"""
                public static string Name => {Literals.Of(reduction.Head.Method)};

                public static int Cost => {CostEstimate.Of(reduction.Accumulate)};

                public static int Lanes => {Lanes(plan)};

                public static int Components => {reduction.Accumulator.Count};

                public static bool RequiresElements => {(reduction.RequiresElements ? "true" : "false")};

                public static bool UsesPositions => {(reduction.UsesPositions ? "true" : "false")};

                public static Dtype ElementType => {ReductionPlan.DtypeOf(plan.Storage(reduction.Element))};

                public static Dtype ResultType => {ReductionPlan.DtypeOf(reduction.Head.Results[0].Type.Compute)};

                """);
            new ReductionLoopEmitter(writer, plan).Emit();
            Bodies(writer, plan);
            ReductionProgramEmitter.Emit(writer, reduction, plan.TypeName);
        });
        DeviceTextEmitter.Emit(writer, plan.TypeName, ReductionPrograms.Of(reduction).Programs.Select(program => (program.Dtype, program.Spirv, program.Hlsl)));
    }

    // Four of the widest vectors; what runs element by element has fewer, for they are combined one by one.
    static string Lanes(ReductionPlan plan) =>
        plan.Obstacle is not null ? "8"
        : plan.Accumulate.IsGeneric ? $"256 / Unsafe.SizeOf<{plan.Accumulate.MaskLane.Name}>()"
        : $"{256 / plan.Accumulate.Size}";

    static void Bodies(IndentedWriter writer, ReductionPlan plan)
    {
        ReductionModel reduction = plan.Reduction;
        Body(writer, reduction.Identity, 0, "Identity");
        foreach (int bits in EvaluateEmitter.Widths.Where(_ => plan.Obstacle is null).Prepend(0))
        {
            Body(writer, reduction.Accumulate, bits, "Take", plan.Accumulate);
            Body(writer, reduction.Combine, bits, "Join", plan.Combine);
        }

        Body(writer, reduction.Finish, 0, "Conclude");
    }

    static void Body(IndentedWriter writer, KernelModel stage, int bits, string name, LanePlan? plan = null)
    {
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]");
        new BodyPrinter(stage, plan ?? new LanePlan(stage), bits).Print(writer, "internal static", name);
    }
}
