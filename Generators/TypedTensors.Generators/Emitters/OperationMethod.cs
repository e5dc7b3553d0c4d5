using TypedTensors.Compiler;
using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Formula;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Generators.Emitters;

/// <summary>How a method takes a parameter of the kernel.</summary>
enum Handed
{
    /// <summary>As the tensor it is an extension method of.</summary>
    Receiver,

    /// <summary>As a tensor.</summary>
    Tensor,

    /// <summary>As a tensor or a scalar.</summary>
    Operand,

    /// <summary>As a plain value.</summary>
    Value,
}

/// <summary>One method of a tensor operation: its names and types, as text.</summary>
sealed class OperationMethod
{
    readonly NameScope _names = new();

    public OperationMethod(KernelModel kernel, string form, Func<int, Handed> handed)
    {
        Kernel = kernel;
        Form = form;
        Device = kernel.TypeParameter?.Name == "TDevice" ? "TTensorDevice" : "TDevice";
        Formula = FormulaPrinter.Print(kernel);

        Parameters = [.. kernel.Parameters.Select((parameter, index) => new MethodParameter(
            parameter, _names.Take(parameter.Name), parameter.IsScalar ? Handed.Value : handed(index)))];
        Destinations = form == "InPlace" ? []
            : [.. kernel.Results.Select(result => _names.Take(result.Name is null ? "destination" : NameScope.Camel(result.Name) + "Destination"))];
        InputsName = _names.Take("inputs");
    }

    public KernelModel Kernel { get; }

    public string Form { get; }

    public string Device { get; }

    public string Formula { get; }

    public string Name => Form == "InPlace" ? Kernel.Method + "InPlace" : NameScope.Escape(Kernel.Method);

    public IReadOnlyList<MethodParameter> Parameters { get; }

    public IReadOnlyList<string> Destinations { get; }

    public string InputsName { get; }

    public string Receiver => Parameters.First(parameter => parameter.Handed == Handed.Receiver).Name;

    public string TypeParameters => Kernel.TypeParameter is { } generic ? $"{generic.Name}, {Device}" : Device;

    public string KernelType => $"global::{RuntimeNames.KernelsNamespace}.{KernelEmitter.TypeName(Kernel)}";

    public IEnumerable<string> Constraints =>
        [.. Kernel.TypeParameter is { } generic ? [ConstraintOf(generic)] : Array.Empty<string>(), $"where {Device} : {string.Join(", ", KernelPrograms.Of(Kernel).Capabilities.Prepend($"struct, global::{RuntimeNames.Device}"))}"];

    /// <summary>The operands in the kernel's order.</summary>
    public IEnumerable<string> Inputs => Parameters.Select(parameter =>
        parameter.Handed == Handed.Value ? $"global::{RuntimeNames.KernelOperand}.Scalar({parameter.Name})"
        : parameter.IsOptional ? $"{parameter.Name} ?? {parameter.Kernel.Default}"
        : parameter.Name);

    public string ReturnType =>
        Kernel.Results.Count == 1
            ? TensorOf(Kernel.Results[0].Type)
            : $"({string.Join(", ", Kernel.Results.Select(result => $"{TensorOf(result.Type)} {NameScope.Escape(result.Name!)}"))})";

    /// <summary>The parameters: the receiver first, then the others in the kernel's order, then where to write.</summary>
    public IReadOnlyList<string> ParameterList =>
    [
        .. Parameters.OrderBy(parameter => parameter.Handed != Handed.Receiver).Select(Declare),
        .. Destinations.Select((name, index) => $"{TensorOf(Kernel.Results[index].Type)}? {name} = null"),
    ];

    /// <summary>The constraints on the type parameter of an emitted method or type.</summary>
    public static string ConstraintOf(TypeParameterModel generic) =>
        $"where {generic.Name} : {string.Join(", ", generic.Constraints.Prepend("unmanaged"))}";

    string Declare(MethodParameter parameter) =>
        parameter.Handed switch
        {
            Handed.Receiver => $"this {TensorOf(parameter.Kernel.Type)} {parameter.Name}",
            Handed.Tensor => $"{TensorOf(parameter.Kernel.Type)} {parameter.Name}",
            Handed.Value => $"{parameter.Kernel.Type.Name} {parameter.Name}{(parameter.Kernel is { IsScalar: true, Default: { } value } ? $" = {value}" : "")}",
            _ => $"global::{RuntimeNames.Operand}<{parameter.Kernel.Type.Name}, {Device}>{(parameter.IsOptional ? "?" : "")} {parameter.Name}{(parameter.IsOptional ? " = null" : "")}",
        };

    string TensorOf(ElementType type) => $"global::{RuntimeNames.Tensor}<{type.Name}, {Device}>";
}

/// <summary>A parameter of a method of a tensor operation.</summary>
/// <param name="Kernel">The kernel's parameter.</param>
/// <param name="Name">Its name in the method.</param>
/// <param name="Handed">How it is taken.</param>
sealed record MethodParameter(ParameterModel Kernel, string Name, Handed Handed)
{
    /// <summary>Whether callers may leave it out, for the kernel's default.</summary>
    public bool IsOptional => Handed == Handed.Operand && Kernel.Default is not null;
}
