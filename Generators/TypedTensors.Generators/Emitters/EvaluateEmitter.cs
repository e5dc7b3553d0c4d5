using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the body of a kernel: once on single values, once for each width of vectors.</summary>
static class EvaluateEmitter
{
    /// <summary>The widths of vectors, in bits.</summary>
    public static IReadOnlyList<int> Widths { get; } = [128, 256, 512];

    public static void Emit(IndentedWriter writer, KernelModel kernel, LanePlan plan, bool isScalarNeeded)
    {
        foreach (int bits in Widths.Where(_ => plan.IsVectorizable).Prepend(0).Where(bits => bits > 0 || isScalarNeeded))
        {
            // Inlined into the loop where the compiler can; where the body is too large for that, at least never run unoptimized.
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]");
            new BodyPrinter(kernel, plan, bits).Print(writer, "internal static", "Evaluate");
        }
    }
}
