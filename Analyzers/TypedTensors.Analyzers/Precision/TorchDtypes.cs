using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>
/// The element types of TorchSharp's tensors, as far as the text says them: their type does not. A dtype that is named, the element type of
/// the array that a tensor is made from, the float32 that factories choose, and locals that hold such a tensor and are not set again.
/// </summary>
sealed class TorchDtypes(Compilation compilation, INamedTypeSymbol tensor)
{
    static readonly Dictionary<string, SpecialType> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["byte"] = SpecialType.System_Byte,
        ["uint8"] = SpecialType.System_Byte,
        ["int8"] = SpecialType.System_SByte,
        ["int16"] = SpecialType.System_Int16,
        ["short"] = SpecialType.System_Int16,
        ["int32"] = SpecialType.System_Int32,
        ["int"] = SpecialType.System_Int32,
        ["int64"] = SpecialType.System_Int64,
        ["long"] = SpecialType.System_Int64,
        ["float32"] = SpecialType.System_Single,
        ["float"] = SpecialType.System_Single,
        ["float64"] = SpecialType.System_Double,
        ["double"] = SpecialType.System_Double,
    };

    static readonly HashSet<string> FloatFactories = new(StringComparer.Ordinal) { "zeros", "ones", "empty", "rand", "randn", "eye", "linspace", "logspace" };

    static readonly HashSet<string> Copies = new(StringComparer.Ordinal) { "tensor", "from_array", "as_tensor" };

    /// <summary>The types of a compilation, or null where TorchSharp is not referenced.</summary>
    public static TorchDtypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor") is { } tensor ? new TorchDtypes(compilation, tensor) : null;

    /// <summary>Whether a call writes the elements of its receiver: TorchSharp ends the names of these with an underscore, as PyTorch does.</summary>
    public bool IsInPlace(IInvocationOperation call) => IsTensor(call.Instance?.Type) && call.TargetMethod.Name.EndsWith("_", StringComparison.Ordinal);

    /// <summary>How a dtype is named in TorchSharp.</summary>
    public static string Name(ITypeSymbol dtype) =>
        "torch." + (ByName.Where(pair => pair.Value == dtype.SpecialType).Select(pair => pair.Key).FirstOrDefault(name => char.IsDigit(name[name.Length - 1])) ?? "float16");

    /// <summary>The element type of a tensor.</summary>
    /// <returns>The type, or null where the text does not say it.</returns>
    public ITypeSymbol? Of(IOperation operation) =>
        Narrowing.Written(operation) switch
        {
            ILocalReferenceOperation { Local.IsRef: false } local when VariableWrites.Of(local.Local, local) is { Initial: { } initial, Writes.Count: 0 } && IsTensor(initial.Type) => Of(initial),
            IInvocationOperation call when IsTensor(call.Type) => Named(call) ?? OfMethod(call),
            _ => null,
        };

    bool IsTensor(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, tensor);

    ITypeSymbol? Named(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit)
            .Select(argument => Narrowing.Written(argument.Value))
            .OfType<IMemberReferenceOperation>()
            .Where(member => member.Type is { Name: "ScalarType" })
            .Select(member => Find(member.Member.Name))
            .FirstOrDefault();

    ITypeSymbol? OfMethod(IInvocationOperation call)
    {
        // A dtype that is handed over in another way is not known.
        if (call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && Contains(argument.Parameter?.Type, "ScalarType")))
        {
            return null;
        }

        string name = call.TargetMethod.Name;
        return call.Instance is not null ? (call.Arguments.All(argument => argument.ArgumentKind != ArgumentKind.Explicit) ? Find(name) : null)
            : FloatFactories.Contains(name) ? compilation.GetSpecialType(SpecialType.System_Single)
            : Copies.Contains(name) && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } source ? Element(Narrowing.Written(source.Value).Type)
            : null;
    }

    ITypeSymbol? Find(string name) =>
        name.ToLowerInvariant() is "float16" or "half" ? compilation.GetTypeByMetadataName("System.Half")
        : ByName.TryGetValue(name, out SpecialType type) ? compilation.GetSpecialType(type)
        : null;

    static ITypeSymbol? Element(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => Element(array.ElementType),
            INamedTypeSymbol { TypeArguments: [{ } element] } => Element(element),
            _ => NumericType.Of(type) is null ? null : type,
        };

    static bool Contains(ITypeSymbol? type, string name) => type is not null && (type.Name == name || (type is INamedTypeSymbol { TypeArguments: [{ Name: var inner }] } && inner == name));
}
