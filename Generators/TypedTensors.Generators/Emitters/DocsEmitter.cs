using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the doc comment of an emitted method: the user's words, and what the emitted form adds to them.</summary>
static class DocsEmitter
{
    public static void Emit(IndentedWriter writer, OperationMethod method)
    {
        DocsModel docs = method.Kernel.Docs;
        string formula = $"<c>{Escape(method.Formula)}</c>";
        Element(writer, "summary", docs.Summary ?? $"Computes {formula} for each element.");
        string inPlace = method.Form == "InPlace" ? $"\nOverwrites <paramref name=\"{Reference(method.Receiver)}\"/>, whose shape the other operands must broadcast to." : "";
        string remarks = $"""
            For each element: {formula}. Operands broadcast as in NumPy; one pass, no intermediate tensor.{inPlace}
            Declared as <see cref="{Escape(method.Kernel.Signature)}"/>.
            """;
        Element(writer, "remarks", docs.Remarks is { } own ? $"{own}\n{remarks}" : remarks);
        if (method.Kernel.TypeParameter is { } generic)
        {
            Line(writer, $"<typeparam name=\"{generic.Name}\">The type of the elements.</typeparam>");
        }

        Line(writer, $"<typeparam name=\"{method.Device}\">The device that holds the tensors.</typeparam>");
        foreach (MethodParameter parameter in method.Parameters.OrderBy(parameter => parameter.Handed != Handed.Receiver))
        {
            string text = docs.Parameters.FirstOrDefault(own => own.Name == parameter.Kernel.Name)?.Text ?? Describe(parameter);
            Element(writer, "param", text, $" name=\"{Reference(parameter.Name)}\"");
        }

        foreach (string destination in method.Destinations)
        {
            Line(writer, $"<param name=\"{Reference(destination)}\">Where to write the result; it has the broadcast shape. Null allocates a tensor.</param>");
        }

        Element(writer, "returns", method.Form == "InPlace"
            ? $"<paramref name=\"{Reference(method.Receiver)}\"/> itself."
            : docs.Returns ?? (method.Destinations.Count == 1 ? "The tensor written." : "The tensors written."));
    }

    /// <summary>Writes one element of a doc comment, on one line when it fits.</summary>
    public static void Element(IndentedWriter writer, string name, string text, string attributes = "")
    {
        if (text.Contains('\n'))
        {
            Line(writer, $"<{name}{attributes}>\n{text}\n</{name}>");
        }
        else
        {
            Line(writer, $"<{name}{attributes}>{text}</{name}>");
        }
    }

    /// <summary>Makes text of XML out of plain text.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    static string Describe(MethodParameter parameter) =>
        parameter.Handed switch
        {
            Handed.Operand => parameter.IsOptional ? $"A tensor, or one value for all elements; {Escape(parameter.Kernel.Default!)} when left out." : "A tensor, or one value for all elements.",
            Handed.Value => "One value for all elements.",
            _ => "A tensor.",
        };

    static void Line(IndentedWriter writer, string text) => writer.Line("/// " + text.Replace("\n", "\n/// "));

    // In a doc comment a name stands without the @ that escapes it.
    static string Reference(string name) => name.TrimStart('@');
}
