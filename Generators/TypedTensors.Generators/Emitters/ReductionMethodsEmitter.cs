using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>Emits the methods of a reduction: over all or several axes, and over one.</summary>
sealed class ReductionMethodsEmitter
{
    readonly IndentedWriter _writer;
    readonly ReductionPlan _plan;
    readonly NameScope _names = new();
    readonly string _receiver, _axis, _axes, _keepDims, _destination, _device;
    readonly List<string> _scalars;

    ReductionMethodsEmitter(IndentedWriter writer, ReductionPlan plan)
    {
        _writer = writer;
        _plan = plan;
        _receiver = _names.Take(Reduction.Head.Parameters[0].Name);
        (_axis, _axes, _keepDims, _destination) = (_names.Take("axis"), _names.Take("axes"), _names.Take("keepDims"), _names.Take("destination"));
        _scalars = [.. Reduction.Scalars.Select(scalar => _names.Take(scalar.Name))];
        _device = Reduction.Head.TypeParameter?.Name == "TDevice" ? "TTensorDevice" : "TDevice";
    }

    ReductionModel Reduction => _plan.Reduction;

    string ResultType => Reduction.Head.Results[0].Type.Name;

    public static void Emit(IndentedWriter writer, ReductionPlan plan)
    {
        var emitter = new ReductionMethodsEmitter(writer, plan);
        emitter.Method(isOneAxis: false);
        writer.Line();
        emitter.Method(isOneAxis: true);
    }

    void Method(bool isOneAxis)
    {
        Docs(isOneAxis);
        _writer.Line($"{EmittedFile.GeneratedCode}\n{Mark()}");

        // C# wants parameters that must be given before those that may be left out, as the axes may.
        List<string> parameters =
        [
            $"this {TensorOf(Reduction.Head.Parameters[0].Type.Name)} {_receiver}",
            .. Scalars(isOptional: false),
            isOneAxis ? $"int {_axis}" : $"global::System.ReadOnlySpan<int> {_axes} = default",
            $"bool {_keepDims} = false",
            .. Scalars(isOptional: true),
            $"{TensorOf(ResultType)}? {_destination} = null",
        ];
        TypeParameterModel? generic = Reduction.Head.TypeParameter;
        string typeParameters = generic is null ? _device : $"{generic.Name}, {_device}";
        _writer.Signature($"{Reduction.Head.Accessibility} static {TensorOf(ResultType)} {NameScope.Escape(Reduction.Head.Method)}<{typeParameters}>", parameters);
        _writer.Indent(() =>
        {
            if (generic is not null)
            {
                _writer.Line(OperationMethod.ConstraintOf(generic));
            }

            _writer.Line($"where {_device} : {string.Join(", ", ReductionPrograms.Of(Reduction).Capabilities.Prepend($"struct, global::{RuntimeNames.Device}"))} =>");
            Body(isOneAxis ? $"[{_axis}]" : _axes, generic);
        });
    }

    IEnumerable<string> Scalars(bool isOptional) => Reduction.Scalars
        .Select((scalar, index) => (scalar.Default, Text: $"{scalar.Type.Name} {_scalars[index]}"))
        .Where(scalar => scalar.Default is not null == isOptional)
        .Select(scalar => isOptional ? $"{scalar.Text} = {scalar.Default}" : scalar.Text);

    void Body(string axes, TypeParameterModel? generic)
    {
        string scalars = string.Concat(_scalars.Select(scalar => $", global::{RuntimeNames.KernelOperand}.Scalar({scalar})"));
        string Run(string? argument) =>
            $"global::{RuntimeNames.Reduction}.Run<global::{RuntimeNames.KernelsNamespace}.{_plan.NameFor(argument)}, {ResultType}, {_device}>"
            + $"({_receiver}, {axes}, {_keepDims}, {_destination}{scalars})";

        if (!Reduction.IsGeneric)
        {
            _writer.Line(Run(null) + ";");
        }
        else if (generic!.HalfBySingle)
        {
            // Half is computed in float; the runtime converts.
            _writer.Line($"""
                typeof({generic.Name}) == typeof(global::System.Half)
                    ? {Run("float")}
                    : {Run(generic.Name)};
                """);
        }
        else
        {
            _writer.Line(Run(generic.Name) + ";");
        }
    }

    void Docs(bool isOneAxis)
    {
        DocsModel docs = Reduction.Head.Docs;
        string over = isOneAxis ? "over one axis" : "over all axes, or those given";
        DocsEmitter.Element(_writer, "summary", $"{(docs.Summary ?? "Reduces the elements.").TrimEnd('.')}, {over}.");
        string origin = $"Declared as <see cref=\"{Reduction.Declaration}\"/>. The same bits come of every width of vectors and any number of threads.";
        DocsEmitter.Element(_writer, "remarks", docs.Remarks is { } own ? $"{own}\n{origin}" : origin);
        if (Reduction.Head.TypeParameter is { } generic)
        {
            Element("typeparam", generic.Name, "The type of the elements.");
        }

        Element("typeparam", _device, "The device that holds the tensors.");
        Element("param", _receiver, "The tensor, of any layout.");
        Element("param", isOneAxis ? _axis : _axes, isOneAxis ? "The axis; a negative one counts from the end." : "The axes, or none for all; negative ones count from the end.");
        Element("param", _keepDims, "Whether reduced axes stay with length 1, so that the result broadcasts against the tensor.");
        foreach (string scalar in _scalars)
        {
            Element("param", scalar, docs.Parameters.FirstOrDefault(own => own.Name == scalar)?.Text ?? "One value for the whole call.");
        }

        Element("param", _destination, "Where to write the result; null allocates a tensor.");
        DocsEmitter.Element(_writer, "returns", docs.Returns ?? "The tensor written.");
        if (Reduction.RequiresElements)
        {
            DocsEmitter.Element(_writer, "exception", "There are no elements.", " cref=\"global::System.InvalidOperationException\"");
        }

        string refused = isOneAxis ? "The axis is out of range" : "An axis is out of range or given twice";
        DocsEmitter.Element(_writer, "exception", $"{refused}, or the destination has another shape than the result.", $" cref=\"global::{RuntimeNames.Namespace}.ShapeException\"");
    }

    // In a doc comment a name stands without the @ that escapes it.
    void Element(string kind, string name, string text) => DocsEmitter.Element(_writer, kind, text, $" name=\"{name.TrimStart('@')}\"");

    string Mark()
    {
        TypeParameterModel? generic = Reduction.Head.TypeParameter;
        string declaration = generic is null ? Reduction.Declaration : Reduction.Declaration.Split('{')[0] + "<>";
        string dtypes = generic is null ? "" : $",\n    Dtypes = new[] {{ {string.Join(", ", generic.Dtypes.Select(dtype => $"global::{RuntimeNames.Dtype}.{dtype}"))} }}";
        return $"[global::{RuntimeNames.TensorReductionAttribute.Replace("Attribute", "")}(typeof({declaration}){dtypes})]";
    }

    string TensorOf(string element) => $"global::{RuntimeNames.Tensor}<{element}, {_device}>";
}
