using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits how a function whose body computes in wider lanes is applied to narrower ones: to each half, widened.</summary>
static class WideningEmitter
{
    public static void Emit(IndentedWriter writer, FunctionSignature signature)
    {
        foreach (int bits in EvaluateEmitter.Widths)
        {
            string parameters = signature.ParameterList(bits).Replace("global::System.Runtime.Intrinsics.", "");
            string result = signature.ResultType(bits).Replace("global::System.Runtime.Intrinsics.", "");
            string lower = $"Evaluate({Arguments(signature, bits, "WidenLower")})", upper = $"Evaluate({Arguments(signature, bits, "WidenUpper")})";
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            writer.Line($"internal static {result} Widened({parameters}) =>");
            writer.Indent(() => writer.Line(Narrow(signature, bits, lower, upper) + ";"));
        }
    }

    static string Arguments(FunctionSignature signature, int bits, string widen) =>
        string.Join(", ", signature.Function.Parameters.Select(parameter =>
        {
            string name = NameScope.Escape(parameter.Name);
            return parameter.IsScalar ? name
                : parameter.Type.IsBoolean ? $"Vector{bits}.{widen}({name}.As{Integer(signature.LaneSize)}()).As{signature.Plan.MaskLane.Kind}()"
                : $"Vector{bits}.{widen}({name})";
        }));

    // A mask is narrowed as integers, whose bits are simply cut off.
    static string Narrow(FunctionSignature signature, int bits, string lower, string upper)
    {
        string integer = Integer(signature.Plan.Size);
        return signature.Function.Results[0].Type.IsBoolean
            ? $"Vector{bits}.Narrow({lower}.As{integer}(), {upper}.As{integer}()).As{signature.MaskLane.Kind}()"
            : $"Vector{bits}.Narrow({lower}, {upper})";
    }

    static string Integer(int size) => LanePlan.LaneOfSize(new ElementType(ElementKind.SByte), size).Kind.ToString();
}
