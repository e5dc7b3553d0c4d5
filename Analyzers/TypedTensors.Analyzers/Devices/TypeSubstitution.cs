using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Devices;

/// <summary>What stands for the type parameters of a method and of the type around it, an extension block for instance.</summary>
sealed class TypeSubstitution
{
    readonly Dictionary<ITypeSymbol, ITypeSymbol> _arguments = new(SymbolEqualityComparer.Default);

    /// <summary>The type arguments of a constructed method.</summary>
    public static TypeSubstitution Of(IMethodSymbol method)
    {
        var substitution = new TypeSubstitution();
        substitution.Add(method.OriginalDefinition.TypeParameters, method.TypeArguments);
        if (method.ContainingType is { } type)
        {
            substitution.Add(type.OriginalDefinition.TypeParameters, type.TypeArguments);
        }

        return substitution;
    }

    public IEnumerable<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> Arguments =>
        _arguments.Select(pair => ((ITypeParameterSymbol)pair.Key, pair.Value));

    /// <summary>A type with its type parameters replaced.</summary>
    public ITypeSymbol Apply(ITypeSymbol type) =>
        _arguments.TryGetValue(type, out ITypeSymbol? argument) ? argument
        : type is INamedTypeSymbol { IsGenericType: true } named ? named.ConstructedFrom.Construct([.. named.TypeArguments.Select(Apply)])
        : type;

    /// <summary>Finds what the type parameters must be for a parameter's type to be the type of an argument.</summary>
    /// <returns>False where the two have different shapes.</returns>
    public bool Unify(ITypeSymbol parameter, ITypeSymbol argument)
    {
        switch (parameter)
        {
            case ITypeParameterSymbol when _arguments.TryGetValue(parameter, out ITypeSymbol? known):
                return SymbolEqualityComparer.Default.Equals(known, argument);
            case ITypeParameterSymbol:
                _arguments[parameter] = argument;
                return true;
            case INamedTypeSymbol { IsGenericType: true } generic when argument is INamedTypeSymbol other:
                return SymbolEqualityComparer.Default.Equals(generic.OriginalDefinition, other.OriginalDefinition)
                    && generic.TypeArguments.Zip(other.TypeArguments, (mine, theirs) => Unify(mine, theirs)).All(same => same);
            default:
                return SymbolEqualityComparer.Default.Equals(parameter, argument);
        }
    }

    void Add(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        for (int index = 0; index < Math.Min(parameters.Count, arguments.Count); index++)
        {
            _arguments[parameters[index]] = arguments[index];
        }
    }
}
