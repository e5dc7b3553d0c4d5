using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>
/// Emits the generic overloads of a function that exists for float and double: <c>T Exp&lt;T&gt;(T x)</c> and the same for vectors.
/// The comparisons of types fold away when the overload is compiled for its T.
/// </summary>
static class FacadeEmitter
{
    const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";

    public static void Emit(IndentedWriter writer, FunctionSignature signature)
    {
        Emit(writer, signature, 0);
        foreach (int bits in EvaluateEmitter.Widths)
        {
            Emit(writer, signature, bits);
        }
    }

    static void Emit(IndentedWriter writer, FunctionSignature signature, int bits)
    {
        bool isPredicate = signature.Function.Results[0].Type.IsBoolean;
        string type = bits == 0 ? "T" : $"global::System.Runtime.Intrinsics.Vector{bits}<T>";
        string result = isPredicate && bits == 0 ? "bool" : type;
        IEnumerable<string> parameters = signature.Function.Parameters.Select(parameter => $"{type} {NameScope.Escape(parameter.Name)}");
        writer.Line();
        FunctionEmitter.Docs(writer, signature);
        writer.Line("/// <typeparam name=\"T\">float or double; for single values Half, too.</typeparam>");
        writer.Line($"/// <exception cref=\"global::System.NotSupportedException\"><typeparamref name=\"T\"/> is another type.</exception>");
        writer.Line($"""
            {EmittedFile.GeneratedCode}
            {(bits == 0 ? $"[global::{RuntimeNames.KernelFunctionAttribute.Replace("Attribute", "")}]\n" : "")}[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            {signature.Function.Accessibility} static {result} {signature.Name}<T>({string.Join(", ", parameters)})
                where T : unmanaged
            """);
        writer.Line("{");
        writer.Indent(() =>
        {
            Case(writer, signature, bits, "float", "Single");
            Case(writer, signature, bits, "double", "Double");
            if (bits == 0)
            {
                HalfCase(writer, signature, isPredicate);
            }

            writer.Line($"throw global::TypedTensors.Kernels.{signature.BodyType}.NotSupported(typeof(T));");
        });
        writer.Line("}");
    }

    static void Case(IndentedWriter writer, FunctionSignature signature, int bits, string type, string kind)
    {
        IEnumerable<string> names = signature.Function.Parameters.Select(parameter => NameScope.Escape(parameter.Name));
        bool isPredicate = signature.Function.Results[0].Type.IsBoolean;
        string call, result;
        if (bits == 0)
        {
            call = $"{signature.Name}({string.Join(", ", names.Select(name => $"{Unsafe}.BitCast<T, {type}>({name})"))})";
            result = isPredicate ? call : $"{Unsafe}.BitCast<{type}, T>({call})";
        }
        else
        {
            string vector = $"global::System.Runtime.Intrinsics.Vector{bits}";
            call = $"{signature.Name}({string.Join(", ", names.Select(name => $"{vector}.As{kind}({name})"))})";
            result = $"{vector}.As<{type}, T>({call})";
        }

        writer.Block($"if (typeof(T) == typeof({type}))", () => writer.Line($"return {result};"));
        writer.Line();
    }

    static void HalfCase(IndentedWriter writer, FunctionSignature signature, bool isPredicate)
    {
        const string Half = "global::System.Half";
        IEnumerable<string> arguments = signature.Function.Parameters.Select(parameter => $"(float){Unsafe}.BitCast<T, {Half}>({NameScope.Escape(parameter.Name)})");
        string call = $"{signature.Name}({string.Join(", ", arguments)})";
        writer.Block($"if (typeof(T) == typeof({Half}))", () =>
            writer.Line($"return {(isPredicate ? call : $"{Unsafe}.BitCast<{Half}, T>(({Half}){call})")};"));
        writer.Line();
    }
}
