using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Devices;

/// <summary>Says why a device lacks a capability, and what to write instead.</summary>
static class CapabilityAdvice
{
    public static string Why(MissingCapability missing, KnownSymbols symbols)
    {
        string device = Name(missing.Device), dtype = Name(missing.Dtype);
        bool isFunctions = symbols.IsFunctions(missing.Constraint);
        return missing.Device is ITypeParameterSymbol ? $"'{device}' may be a device without {(isFunctions ? $"elementary functions of {dtype}" : $"arithmetic in {dtype}")}"
            : isFunctions ? $"'{device}' has no elementary functions of {dtype}{(missing.Dtype.SpecialType == SpecialType.System_Double ? "; HLSL would compute them in float" : "")}"
            : $"'{device}' does not compute with {dtype}{(Is64Bit(missing.Dtype) ? "; HLSL has no 64-bit integers" : "")}";
    }

    public static string Instead(MissingCapability missing, KnownSymbols symbols)
    {
        if (missing.Device is ITypeParameterSymbol)
        {
            return $"add the constraint '{missing.Constraint.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' to '{Name(missing.Device)}'";
        }

        List<string> ways = [.. symbols.Devices.Where(device => MissingCapability.Has(device, missing.Constraint)).Select(device => $"'.To<{Name(device)}>()'")];
        if (Narrower(missing.Dtype) is { } narrower)
        {
            ways.Add($"'.Cast<{narrower}>()'");
        }

        // Of an element type that is a type parameter it is not known which device has the capability: the device must be open, too.
        string constraint = missing.Constraint.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return ways.Count > 0
            ? $"write {string.Join(" or ", ways)} before it"
            : $"make the method generic in the device, 'where TDevice : struct, IDevice, {constraint}', or take a device that has it";
    }

    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    static bool Is64Bit(ITypeSymbol dtype) => dtype.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;

    // Every device computes with these.
    static string? Narrower(ITypeSymbol dtype) =>
        dtype.SpecialType switch
        {
            SpecialType.System_Double => "float",
            SpecialType.System_Int64 => "int",
            SpecialType.System_UInt64 => "uint",
            _ => null,
        };
}
