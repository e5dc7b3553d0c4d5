using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>The parameters that an overload must have for a row to mean it.</summary>
/// <param name="Parameters">Their types, and the names that the row gives them.</param>
/// <param name="IsOpenBefore">Whether others may come before.</param>
/// <param name="IsOpenAfter">Whether others may come after.</param>
sealed record ParameterPattern(ImmutableArray<(TypePattern Type, string? Name)> Parameters, bool IsOpenBefore, bool IsOpenAfter)
{
    /// <summary>Every overload.</summary>
    public static ParameterPattern Any { get; } = new([], IsOpenBefore: true, IsOpenAfter: true);

    /// <summary>Where in a method's parameters the first of these stands.</summary>
    /// <returns>The position, or null where they are not there.</returns>
    public int? Place(IMethodSymbol method)
    {
        int spare = method.Parameters.Length - Parameters.Length;
        for (int start = 0; spare >= 0 && start <= (IsOpenBefore ? spare : 0); start++)
        {
            if ((IsOpenAfter || start == spare) && Fits(method, start))
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>The parameter that a name means.</summary>
    /// <param name="name">A name given here, or the parameter's own.</param>
    /// <param name="method">The method.</param>
    /// <param name="first">Where the first of these stands.</param>
    public Operand? Find(string name, IMethodSymbol method, int first)
    {
        for (int index = 0; index < Parameters.Length; index++)
        {
            if (Parameters[index].Name == name)
            {
                return Operand.Parameter(first + index);
            }
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Name == name)
            {
                return Operand.Parameter(parameter.Ordinal);
            }
        }

        return null;
    }

    bool Fits(IMethodSymbol method, int start)
    {
        for (int index = 0; index < Parameters.Length; index++)
        {
            if (!Parameters[index].Type.Matches(method.Parameters[start + index].Type))
            {
                return false;
            }
        }

        return true;
    }
}
