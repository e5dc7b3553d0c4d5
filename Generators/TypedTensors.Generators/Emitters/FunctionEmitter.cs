using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Model.Serialization;
using TypedTensors.Compiler.Printing;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the vector overloads of a kernel function, and the generic ones where it exists for float and double.</summary>
static class FunctionEmitter
{
    /// <summary>The name of the file.</summary>
    public static string FileName(KernelModel function) => EmittedFile.Name(function);

    /// <summary>The text of the file.</summary>
    public static string Emit(KernelModel function)
    {
        string body = BodyAttribute(function);
        if (function.IsBodyOnly)
        {
            return EmittedFile.Write(function.Container, _ => { }, null, body);
        }

        var signature = new FunctionSignature(function, new LanePlan(function));
        return EmittedFile.Write(function.Container, members => Members(members, signature), loops => Bodies(loops, signature), body);
    }

    // The body travels with the assembly, so that kernels elsewhere are printed for GPUs with it.
    static string BodyAttribute(KernelModel function)
    {
        string text = FunctionWriter.Write(new FunctionModel(function.Container.FullName, function.Method, function.Results[0].Type.Compute, function.Body));
        return $"[global::{RuntimeNames.KernelFunctionBodyAttribute.Replace("Attribute", "")}({Literals.Of(text)})]\n";
    }

    static void Members(IndentedWriter writer, FunctionSignature signature)
    {
        foreach (int bits in EvaluateEmitter.Widths)
        {
            if (bits > 128)
            {
                writer.Line();
            }

            Docs(writer, signature);
            writer.Line($"""
                {EmittedFile.GeneratedCode}
                [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
                {signature.Function.Accessibility} static {signature.ResultType(bits)} {signature.Name}({signature.ParameterList(bits)}) =>
                    global::TypedTensors.Kernels.{signature.BodyType}.{(signature.IsWidened ? "Widened" : "Evaluate")}({signature.Arguments});
                """);
        }

        if (signature.Function.HasSinglePrecisionTwin)
        {
            FacadeEmitter.Emit(writer, signature);
        }
    }

    static void Bodies(IndentedWriter writer, FunctionSignature signature)
    {
        KernelModel function = signature.Function;
        KernelEmitter.SourceComment(writer, $"The vector forms of {function.Container.FullName.Replace("global::", "")}.{function.Method}:", function.Source);
        writer.Block($"{EmittedFile.GeneratedCode}\nfile static class {signature.BodyType}", () =>
        {
            var body = new IndentedWriter();
            EvaluateEmitter.Emit(body, function, signature.Plan, isScalarNeeded: false);
            writer.Line(body.ToString().Trim('\n'));
            if (signature.IsWidened)
            {
                WideningEmitter.Emit(writer, signature);
            }

            if (function.HasSinglePrecisionTwin)
            {
                writer.Line();
                writer.Line($"""
                    internal static Exception NotSupported(Type type) =>
                        new NotSupportedException($"{function.Method} is defined for float, double and Half, not for " + type + ".");
                    """.Replace("$\"", "\""));
            }
        });
    }

    /// <summary>Writes the docs of the scalar function again.</summary>
    public static void Docs(IndentedWriter writer, FunctionSignature signature)
    {
        DocsModel docs = signature.Function.Docs;
        DocsEmitter.Element(writer, "summary", docs.Summary ?? $"Computes <see cref=\"{signature.Function.Signature}\"/> in each lane.");
        DocsEmitter.Element(writer, "remarks", $"In each lane the bits of <see cref=\"{signature.Function.Signature}\"/>.");
        foreach (ParameterModel parameter in signature.Function.Parameters)
        {
            string text = docs.Parameters.FirstOrDefault(own => own.Name == parameter.Name)?.Text ?? "The argument of each lane.";
            DocsEmitter.Element(writer, "param", text, $" name=\"{parameter.Name}\"");
        }

        DocsEmitter.Element(writer, "returns", docs.Returns ?? "The value of each lane.");
    }
}
