using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the method that takes tensors in place of a kernel's buffers, and the grid in place of its thread.</summary>
sealed class ComputeMethodEmitter
{
    readonly ComputeModel _kernel;
    readonly string _device;
    readonly string _grid;
    readonly string[] _names;

    ComputeMethodEmitter(ComputeModel kernel)
    {
        _kernel = kernel;
        _device = kernel.TypeParameter?.Name == "TDevice" ? "TTensorDevice" : "TDevice";
        var names = new NameScope();
        _names = [.. kernel.Parameters.Select(parameter => names.Take(parameter.Name))];
        _grid = names.Take("grid");
    }

    public static void Emit(IndentedWriter writer, ComputeModel kernel) => new ComputeMethodEmitter(kernel).Emit(writer);

    void Emit(IndentedWriter writer)
    {
        string compute = $"global::{RuntimeNames.Compute}";
        string typeParameters = _kernel.TypeParameter is { } generic ? $"{generic.Name}, {_device}" : _device;
        string kernelType = $"global::{RuntimeNames.KernelsNamespace}.{ComputeKernelEmitter.TypeName(_kernel)}";
        string grid = _kernel.Over < 0 ? _grid : $"{compute}.GridOf({Literals.Of(_kernel.Method)}, {_names[_kernel.Over]})";
        string buffers = string.Join(", ", _kernel.Buffers.Select(buffer => _names[buffer.Position]));
        string scalars = string.Join(", ", _kernel.Scalars.Select(scalar => $"global::{RuntimeNames.KernelOperand}.Scalar({_names[scalar.Position]})"));
        Docs(writer);
        writer.Line(EmittedFile.GeneratedCode);
        writer.Signature($"{_kernel.Accessibility} static void {NameScope.Escape(_kernel.Method)}<{typeParameters}>", [.. Parameters()]);
        writer.Indent(() => Constraints(writer));
        writer.Line("{");
        writer.Indent(() => writer.Line($"{compute}.Launch<{kernelType}, {_device}>(\n    {grid},\n    [{buffers}],\n    [{scalars}]);"));
        writer.Line("}");
    }

    IEnumerable<string> Parameters()
    {
        if (_kernel.Over < 0)
        {
            yield return $"global::{RuntimeNames.GridSize} {_grid}";
        }

        for (int index = 0; index < _names.Length; index++)
        {
            ComputeParameter parameter = _kernel.Parameters[index];
            yield return parameter.IsBuffer
                ? $"{(parameter.IsReadOnly ? "" : $"[global::{RuntimeNames.MutatesAttribute.Replace("Attribute", "")}] ")}global::{RuntimeNames.Tensor}<{parameter.Type.Name}, {_device}> {_names[index]}"
                : $"{parameter.Type.Name} {_names[index]}{(parameter.Default is { } value ? $" = {value}" : "")}";
        }
    }

    void Constraints(IndentedWriter writer)
    {
        if (_kernel.TypeParameter is { } generic)
        {
            writer.Line(OperationMethod.ConstraintOf(generic));
        }

        writer.Line($"where {_device} : {string.Join(", ", ComputePrograms.Of(_kernel).Capabilities.Prepend($"global::{RuntimeNames.Device}").Prepend("struct"))}");
    }

    void Docs(IndentedWriter writer)
    {
        DocsModel docs = _kernel.Docs;
        string remarks = (_kernel.Over < 0 ? "Runs one thread for each point of the grid" : $"Runs one thread for each element of <paramref name=\"{Reference(_names[_kernel.Over])}\"/>")
            + $", in whole groups of {Group()}.\nDeclared as <see cref=\"{DocsEmitter.Escape(_kernel.Signature)}\"/>.";
        DocsEmitter.Element(writer, "summary", docs.Summary ?? $"Runs the kernel <c>{_kernel.Method}</c>.");
        DocsEmitter.Element(writer, "remarks", docs.Remarks is { } own ? $"{own}\n{remarks}" : remarks);
        if (_kernel.TypeParameter is { } generic)
        {
            writer.Line($"/// <typeparam name=\"{generic.Name}\">The type of the elements.</typeparam>");
        }

        writer.Line($"/// <typeparam name=\"{_device}\">The device that holds the tensors.</typeparam>");
        if (_kernel.Over < 0)
        {
            writer.Line($"/// <param name=\"{Reference(_grid)}\">The threads to run along each axis.</param>");
        }

        for (int index = 0; index < _names.Length; index++)
        {
            ComputeParameter parameter = _kernel.Parameters[index];
            string text = docs.Parameters.FirstOrDefault(comment => comment.Name == parameter.Name)?.Text
                ?? (!parameter.IsBuffer ? "A number." : $"A tensor of rank {parameter.Rank}{(parameter.IsReadOnly ? "" : ", written in place")}.");
            DocsEmitter.Element(writer, "param", text, $" name=\"{Reference(_names[index])}\"");
        }

        writer.Line($"/// <exception cref=\"global::{RuntimeNames.ShapeException}\">A tensor has another rank than its buffer, or an axis longer than an int counts.</exception>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">A tensor that is written is read-only, or shares memory with another.</exception>");
        writer.Line("/// <exception cref=\"global::System.IndexOutOfRangeException\">The kernel leaves a buffer; found on the processor only.</exception>");
    }

    string Group() => (_kernel.Group.Y, _kernel.Group.Z) switch
    {
        (1, 1) => $"{_kernel.Group.X}",
        (_, 1) => $"{_kernel.Group.X} x {_kernel.Group.Y}",
        _ => $"{_kernel.Group.X} x {_kernel.Group.Y} x {_kernel.Group.Z}",
    };

    // In a doc comment a name stands without the @ that escapes it.
    static string Reference(string name) => name.TrimStart('@');
}
