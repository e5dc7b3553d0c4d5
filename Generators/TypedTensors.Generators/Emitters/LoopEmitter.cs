using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the loop of a kernel over one block: as wide as the machine goes, then narrower, then element by element.</summary>
/// <remarks>An operand is indexed with <c>i &amp; mask</c>: a mask of ones walks along a tensor, one of zeros stays on a repeated value.</remarks>
sealed class LoopEmitter
{
    readonly KernelModel _kernel;
    readonly LanePlan _plan;
    readonly List<Operand> _operands = [];
    readonly string _block, _length, _index;

    LoopEmitter(KernelModel kernel, LanePlan plan)
    {
        _kernel = kernel;
        _plan = plan;
        var names = new NameScope();
        List<string> inputs = [.. kernel.Parameters.Select(parameter => names.Take(parameter.Name))];
        List<string> outputs = [.. kernel.Results.Select(result => names.Take(result.Name is null ? "result" : NameScope.Camel(result.Name)))];
        (_block, _length, _index) = (names.Take("block"), names.Take("length"), names.Take("i"));
        _operands.AddRange(kernel.Parameters.Select((parameter, index) => new Operand(
            inputs[index], parameter.IsScalar ? "" : names.Take(parameter.Name + "Mask"), "", parameter.Type.Compute, plan.Storage(parameter.Type, parameter.IsScalar), false, parameter.IsScalar)));
        _operands.AddRange(kernel.Results.Select((result, index) => new Operand(
            outputs[index], "", names.Take((result.Name is null ? "result" : NameScope.Camel(result.Name)) + "Value"), result.Type.Compute, plan.Storage(result.Type, isScalar: false), true, false)));
    }

    IEnumerable<Operand> Inputs => _operands.Where(operand => !operand.IsOutput);

    List<Operand> Outputs => [.. _operands.Where(operand => operand.IsOutput)];

    public static void Emit(IndentedWriter writer, KernelModel kernel, LanePlan plan) => new LoopEmitter(kernel, plan).Emit(writer);

    void Emit(IndentedWriter writer)
    {
        // Optimized at once: a loop over whole tensors should not wait to be found hot.
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Block($"public static void Run<TStore>(in ElementwiseBlock {_block})\n    where TStore : struct, IVectorStore", () =>
        {
            if (_kernel.TypeParameter is { HalfBySingle: true } generic)
            {
                writer.Block($"if (typeof({generic.Name}) == typeof(Half))", () => writer.Line($"""
                    {_kernel.Method}Kernel<float>.Run<TStore>(in {_block}); // Half is computed in float; the runtime converts.
                    return;
                    """));
                writer.Line();
            }

            Locals(writer);
            if (_plan.Obstacle is { } obstacle)
            {
                writer.Line($"// Element by element, not in vectors: {obstacle}.");
            }
            else
            {
                foreach (int bits in EvaluateEmitter.Widths.Reverse())
                {
                    VectorLoop(writer, bits);
                }
            }

            writer.Block($"for (; {_index} < {_length}; {_index}++)", () => ScalarStep(writer));
        });
    }

    void Locals(IndentedWriter writer)
    {
        for (int index = 0; index < _operands.Count; index++)
        {
            Operand operand = _operands[index];
            string access = $"{_block}.Operand<{operand.Storage.Name}>({index})";
            writer.Line(operand.IsScalar ? $"{operand.Storage.Name} {operand.Name} = {access};" : $"ref {operand.Storage.Name} {operand.Name} = ref {access};");
            if (operand.Mask.Length > 0)
            {
                writer.Line($"nuint {operand.Mask} = {_block}.Mask({index});");
            }
        }

        writer.Line($"nuint {_length} = {_block}.Length, {_index} = 0;");
        writer.Line();
    }

    void VectorLoop(IndentedWriter writer, int bits)
    {
        string vector = "Vector" + bits;
        string condition = _plan.IsGeneric
            ? $"{vector}.IsHardwareAccelerated && {vector}<{_plan.MaskLane.Name}>.IsSupported"
            : $"{vector}.IsHardwareAccelerated";
        string step = _plan.IsGeneric ? $"(nuint){vector}<{_plan.MaskLane.Name}>.Count" : $"{bits / 8 / _plan.Size}";
        writer.Block($"if ({condition})", () => writer.Block($"for (; {_index} + {step} <= {_length}; {_index} += {step})", () =>
        {
            string call = Call([.. Inputs.Select(operand => Load(operand, bits))]);
            if (Outputs is [{ } only])
            {
                writer.Line(Store(only, call));
                return;
            }

            writer.Line($"var ({string.Join(", ", Outputs.Select(output => output.Value))}) = {call};");
            Outputs.ForEach(output => writer.Line(Store(output, output.Value)));
        }));
        writer.Line();
    }

    string Load(Operand operand, int bits) =>
        operand.IsScalar ? operand.Name
        : operand.Type.IsBoolean ? $"VectorMask.Load{bits}<{_plan.MaskLane.Name}>(ref {operand.Name}, {_index} & {operand.Mask})"
        : $"Vector{bits}.LoadUnsafe(ref {operand.Name}, {_index} & {operand.Mask})";

    string Store(Operand operand, string value) =>
        operand.Type.IsBoolean ? $"VectorMask.Store({value}, ref {operand.Name}, {_index});" : $"TStore.Store({value}, ref {operand.Name}, {_index});";

    void ScalarStep(IndentedWriter writer)
    {
        string call = Call([.. Inputs.Select(operand =>
            operand.IsScalar ? operand.Name : $"{Cast(operand)}Unsafe.Add(ref {operand.Name}, {_index} & {operand.Mask})")]);
        if (Outputs is [{ } only])
        {
            writer.Line($"Unsafe.Add(ref {only.Name}, {_index}) = {call};");
            return;
        }

        writer.Line($"var ({string.Join(", ", Outputs.Select(output => output.Value))}) = {call};");
        Outputs.ForEach(output => writer.Line($"Unsafe.Add(ref {output.Name}, {_index}) = {output.Value};"));
    }

    static string Call(IReadOnlyList<string> arguments)
    {
        const int LongCall = 100;
        string list = string.Join(", ", arguments);
        return list.Length <= LongCall ? $"Evaluate({list})" : $"Evaluate(\n    {string.Join(",\n    ", arguments)})";
    }

    // What is stored in a wider lane's type fits the narrower one it was declared with.
    static string Cast(Operand operand) => operand.Type == operand.Storage ? "" : $"({operand.Type.Name})";

    /// <summary>An operand in the loop.</summary>
    /// <param name="Name">The local that refers to it.</param>
    /// <param name="Mask">The local with its mask; empty for outputs and scalars.</param>
    /// <param name="Value">The local with a value to be stored, when there are several.</param>
    /// <param name="Type">The type in which it is computed.</param>
    /// <param name="Storage">The type in which it lies in the block.</param>
    /// <param name="IsOutput">Whether it is written.</param>
    /// <param name="IsScalar">Whether it is one value for the whole call.</param>
    sealed record Operand(string Name, string Mask, string Value, ElementType Type, ElementType Storage, bool IsOutput, bool IsScalar);
}
