using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Devices;

/// <summary>Something an operation asks of a device that the device does not say it has.</summary>
/// <param name="Device">The device, or the type parameter that stands for one.</param>
/// <param name="Constraint">The capability, for instance <c>IComputesFunctions&lt;double&gt;</c>.</param>
sealed record MissingCapability(ITypeSymbol Device, INamedTypeSymbol Constraint)
{
    /// <summary>The element type.</summary>
    public ITypeSymbol Dtype => Constraint.TypeArguments[0];

    /// <summary>The first capability that type arguments lack, or null where they lack none, or something else as well.</summary>
    public static MissingCapability? Find(TypeSubstitution substitution, KnownSymbols symbols)
    {
        MissingCapability? missing = null;
        foreach ((ITypeParameterSymbol parameter, ITypeSymbol argument) in substitution.Arguments)
        {
            foreach (ITypeSymbol constraint in parameter.ConstraintTypes.Select(substitution.Apply).Where(constraint => !Has(argument, constraint)))
            {
                if (constraint is not INamedTypeSymbol capability || !symbols.IsCapability(capability))
                {
                    return null;
                }

                missing ??= new MissingCapability(argument, capability);
            }
        }

        return missing;
    }

    /// <summary>Whether a type has an interface or base class: for a type parameter, whether its constraints say so.</summary>
    public static bool Has(ITypeSymbol type, ITypeSymbol wanted) =>
        SymbolEqualityComparer.Default.Equals(type, wanted)
        || wanted.SpecialType is SpecialType.System_ValueType or SpecialType.System_Object
        || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => Has(constraint, wanted)));
}
