using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>The members of a reduction's class, by the part they play, and the rules for them.</summary>
sealed class ReductionMembers
{
    readonly INamedTypeSymbol _type;
    readonly ClassDeclarationSyntax _declaration;

    public ReductionMembers(INamedTypeSymbol type, ClassDeclarationSyntax declaration)
    {
        _type = type;
        _declaration = declaration;
        Identity = type.GetMembers("Identity").OfType<IPropertySymbol>().FirstOrDefault()?.GetMethod;
        Map = Find("Map");
        Combine = Find("Combine");
        Finish = Find("Finish");
    }

    public IMethodSymbol? Identity { get; }

    public IMethodSymbol? Map { get; }

    public IMethodSymbol? Combine { get; }

    public IMethodSymbol? Finish { get; }

    /// <summary>The accumulator's type, as C# has it.</summary>
    public ITypeSymbol Accumulator => Identity!.ReturnType;

    public ITypeSymbol Element => Map is null ? Accumulator : Map.Parameters[0].Type;

    public ITypeSymbol Result => Finish is null ? Accumulator : Finish.ReturnType;

    public bool UsesPositions => Map is { Parameters.Length: 2 };

    public bool UsesCount => Finish is { Parameters.Length: > 1 } && Finish.Parameters[1] is { Name: "count", Type.SpecialType: SpecialType.System_Int64 };

    /// <summary>The parameters of <see cref="Finish"/> that the tensor method has too.</summary>
    public IEnumerable<IParameterSymbol> Scalars => Finish is null ? [] : Finish.Parameters.Skip(UsesCount ? 2 : 1);

    /// <summary>The accumulator's components.</summary>
    public IEnumerable<(string Name, ITypeSymbol Type)> Components =>
        Accumulator is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(item => (item.Name, item.Type))
            : [("Total", Accumulator)];

    /// <summary>What is wrong with the class; the first faults hide later ones that would follow from them.</summary>
    public IEnumerable<Fault> Check()
    {
        INamedTypeSymbol? container = _type.ContainingType;
        if (container is not { IsStatic: true, ContainingType: null, IsGenericType: false, IsFileLocal: false } || !IsPartial(container) || !_type.IsStatic)
        {
            return [At(FaultKind.ContainingType, $"'{_type.Name}' has no class that could get the tensor methods; make it a static class within a top-level 'static partial' class without type parameters.")];
        }

        if (_type.TypeParameters.Length > 1)
        {
            return [Fault.At(FaultKind.TypeParameter, "A reduction has one type parameter at most; give the other types names.", _declaration.TypeParameterList!)];
        }

        return Identity is null ? [At(FaultKind.Reduction, $"'{_type.Name}' has no static property 'Identity': the accumulator of nothing; declare one.")]
            : Combine is null ? [At(FaultKind.Reduction, $"'{_type.Name}' has no static method 'Combine' that makes one accumulator of two; declare one.")]
            : CheckTypes();
    }

    IEnumerable<Fault> CheckTypes()
    {
        if (Components.FirstOrDefault(component => TypeMap.Map(component.Type) is null) is { Type: { } unknown })
        {
            yield return At(FaultKind.UnsupportedType, $"An accumulator cannot be '{unknown.ToDisplayString()}'; make it a value of an element type, or a tuple of them.", Identity);
        }
        else if (!Same(Combine!.ReturnType, Accumulator) || Combine.Parameters.Length != 2 || Combine.Parameters.Any(parameter => !Same(parameter.Type, Accumulator)))
        {
            yield return At(FaultKind.Reduction, $"'Combine' does not make one accumulator of two; take two of '{Accumulator.ToDisplayString()}', as 'Identity' is, and return one.", Combine);
        }
        else if (Map is null ? TypeMap.Map(Accumulator) is null : !IsMap(Map))
        {
            yield return At(FaultKind.Reduction, $"'Map' does not make an accumulator of an element; take the element, and at most its 'long' position, and return '{Accumulator.ToDisplayString()}', as 'Identity' is.", Map);
        }
        else if (Finish is null ? TypeMap.Map(Accumulator) is null : !IsFinish(Finish))
        {
            yield return At(FaultKind.Reduction, "'Finish' does not make a result of an accumulator; take the accumulator, then perhaps 'long count' and parameters of concrete types, and return a value of an element type.", Finish);
        }
        else if (_type.TypeParameters is [{ } generic] && !SymbolEqualityComparer.Default.Equals(Element, generic))
        {
            yield return Fault.At(FaultKind.TypeParameter, $"No tensor says what '{generic.Name}' is; use it as the type of the element.", _declaration.TypeParameterList!);
        }
    }

    bool IsMap(IMethodSymbol map) =>
        Same(map.ReturnType, Accumulator)
        && map.Parameters.Length is 1 or 2
        && TypeMap.Map(map.Parameters[0].Type) is not null
        && (map.Parameters.Length == 1 || map.Parameters[1].Type.SpecialType == SpecialType.System_Int64);

    bool IsFinish(IMethodSymbol finish) =>
        finish.Parameters.Length > 0
        && Same(finish.Parameters[0].Type, Accumulator)
        && Scalars.All(parameter => TypeMap.Kind(parameter.Type) is not null)
        && TypeMap.Map(finish.ReturnType) is not null;

    static bool Same(ITypeSymbol type, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);

    IMethodSymbol? Find(string name) => _type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.IsStatic && method.TypeParameters.Length == 0);

    Fault At(FaultKind kind, string message, IMethodSymbol? member = null) =>
        Fault.At(kind, message, member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            _ => _declaration.Identifier,
        });

    static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}
