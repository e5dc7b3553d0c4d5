using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits what devices other than the processor run, as attributes on a second part of the kernel's type: whoever reads the file meets the loops first.</summary>
/// <remarks>Long texts are cheap to compile there; <c>DeviceTextAttribute</c> of the runtime says what they would cost elsewhere.</remarks>
static class DeviceTextEmitter
{
    /// <summary>Writes the second part.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">The name of the kernel's type, with its type parameter.</param>
    /// <param name="texts">The SPIR-V module and the HLSL text for each dtype.</param>
    public static void Emit(IndentedWriter writer, string type, IEnumerable<(ElementKind? Dtype, string Spirv, string? Hlsl)> texts)
    {
        writer.Line();
        writer.Line("// What other devices run: a SPIR-V module, and a shader where HLSL has words for it.");
        foreach ((ElementKind? dtype, string spirv, string? hlsl) in texts)
        {
            List<string> arguments = [.. dtype is { } kind ? [$"Dtype.{kind}"] : Array.Empty<string>(), $"\"{spirv}\""];
            if (hlsl is not null)
            {
                arguments.Add($"\"\"\"\n{hlsl}\n\"\"\"");
            }

            writer.Line("[DeviceText(");
            writer.Indent(() => writer.Line(string.Join(",\n", arguments) + ")]"));
        }

        writer.Line($"file partial struct {type};");
    }
}
