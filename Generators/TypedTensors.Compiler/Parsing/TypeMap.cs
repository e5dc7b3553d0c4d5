using Microsoft.CodeAnalysis;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>From Roslyn's types to the compiler's.</summary>
public static class TypeMap
{
    /// <summary>The element type that a symbol stands for, or null when kernels do not know it.</summary>
    public static ElementType? Map(ITypeSymbol? type) =>
        type switch
        {
            null => null,
            ITypeParameterSymbol parameter => new ElementType(ElementKind.Generic, parameter.Name),
            _ => Kind(type) is { } kind ? new ElementType(kind) : null,
        };

    /// <summary>The kind of a concrete element type, or null.</summary>
    public static ElementKind? Kind(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Boolean => ElementKind.Boolean,
            SpecialType.System_SByte => ElementKind.SByte,
            SpecialType.System_Byte => ElementKind.Byte,
            SpecialType.System_Int16 => ElementKind.Int16,
            SpecialType.System_UInt16 => ElementKind.UInt16,
            SpecialType.System_Int32 => ElementKind.Int32,
            SpecialType.System_UInt32 => ElementKind.UInt32,
            SpecialType.System_Int64 => ElementKind.Int64,
            SpecialType.System_UInt64 => ElementKind.UInt64,
            SpecialType.System_Single => ElementKind.Single,
            SpecialType.System_Double => ElementKind.Double,
            _ => type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? ElementKind.Half : null,
        };

    /// <summary>The symbol of a concrete element type.</summary>
    public static ITypeSymbol? Symbol(Compilation compilation, ElementKind kind) =>
        compilation.GetTypeByMetadataName("System." + kind);
}
