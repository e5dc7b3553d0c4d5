using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Precision;

/// <summary>What a user-defined conversion keeps of its operand.</summary>
static class HiddenSteps
{
    /// <summary>The type in which the operand arrives: the operator's parameter, or what a known library stores of it.</summary>
    /// <remarks>MathNet's Complex32 converts implicitly from every integer and stores floats.</remarks>
    public static ITypeSymbol Stores(IMethodSymbol method) =>
        method.ContainingType is { Name: "Complex32", ContainingNamespace: { Name: "Numerics", ContainingNamespace.Name: "MathNet" } } complex
        && complex.GetMembers("Real").OfType<IPropertySymbol>().FirstOrDefault() is { } real && method.Name == WellKnownMemberNames.ImplicitConversionName
            ? real.Type
            : method.Parameters[0].Type;
}
