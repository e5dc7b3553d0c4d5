using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedTensors.Compiler.Parsing;

/// <summary>What the signature of a kernel must look like.</summary>
static class SignatureRules
{
    public static IEnumerable<Fault> Check(IMethodSymbol method, KernelKind kind, MethodDeclarationSyntax declaration)
    {
        foreach (Fault fault in CheckDeclaration(method, declaration))
        {
            yield return fault;
        }

        if (method.TypeParameters.Length > (kind == KernelKind.Elementwise ? 1 : 0))
        {
            yield return Fault.At(
                FaultKind.TypeParameter,
                kind == KernelKind.Elementwise ? "A kernel has one type parameter at most; give the other parameters its type, or concrete types." : "A kernel function has concrete types; write one for float and one for double.",
                declaration.TypeParameterList!);
        }

        foreach (Fault fault in CheckParameters(method, kind, declaration).Concat(CheckResult(method, kind, declaration)))
        {
            yield return fault;
        }
    }

    /// <summary>What holds for every kind of kernel.</summary>
    public static IEnumerable<Fault> CheckDeclaration(IMethodSymbol method, MethodDeclarationSyntax declaration)
    {
        INamedTypeSymbol type = method.ContainingType;
        SyntaxToken name = declaration.Identifier;
        if (!type.IsStatic || type.ContainingType is not null || type.IsGenericType || !IsPartial(type) || type.IsFileLocal)
        {
            yield return Fault.At(
                FaultKind.ContainingType,
                $"'{type.Name}' must be a top-level 'static partial' class without type parameters, for extension methods are added to it; declare it so, or move the kernel.",
                name);
        }

        if (!method.IsStatic || method.IsAsync || (declaration.Body is null && declaration.ExpressionBody is null))
        {
            yield return Fault.At(FaultKind.Method, $"'{method.Name}' must be a static method with a body, and not async; make it one that computes its result from its parameters.", name);
        }
    }

    static IEnumerable<Fault> CheckParameters(IMethodSymbol method, KernelKind kind, MethodDeclarationSyntax declaration)
    {
        for (int index = 0; index < method.Parameters.Length; index++)
        {
            IParameterSymbol parameter = method.Parameters[index];
            ParameterSyntax syntax = declaration.ParameterList.Parameters[index];
            if (parameter.RefKind != RefKind.None || parameter.IsParams || parameter.IsThis)
            {
                yield return Fault.At(FaultKind.Parameter, $"'{parameter.Name}' must be passed by value; leave its modifier away, and return what the kernel computes.", syntax);
            }

            if (TypeMap.Map(parameter.Type) is null)
            {
                yield return Fault.At(FaultKind.UnsupportedType, $"Tensors have no elements of type '{parameter.Type.ToDisplayString()}'; use bool, Half, float, double or an integer of 8 to 64 bits.", syntax);
            }
        }

        if (kind == KernelKind.Elementwise && method.Parameters.All(IsScalar))
        {
            yield return Fault.At(FaultKind.Parameter, $"'{method.Name}' has no parameter that can be a tensor; add one without [Scalar].", declaration.ParameterList);
        }

        if (kind == KernelKind.Elementwise && method.TypeParameters is [{ } generic] && !method.Parameters.Any(parameter => !IsScalar(parameter) && parameter.Type is ITypeParameterSymbol))
        {
            yield return Fault.At(FaultKind.TypeParameter, $"No tensor says what '{generic.Name}' is; use it as the type of a parameter without [Scalar].", declaration.TypeParameterList!);
        }
    }

    static IEnumerable<Fault> CheckResult(IMethodSymbol method, KernelKind kind, MethodDeclarationSyntax declaration)
    {
        bool isTuple = method.ReturnType is INamedTypeSymbol { IsTupleType: true };
        IEnumerable<ITypeSymbol> types = method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.Select(item => item.Type)
            : [method.ReturnType];
        if (types.Any(type => TypeMap.Map(type) is null) || (isTuple && kind == KernelKind.Function))
        {
            yield return Fault.At(FaultKind.UnsupportedType, $"A kernel cannot return '{method.ReturnType.ToDisplayString()}'; return bool, Half, float, double or an integer of 8 to 64 bits{(kind == KernelKind.Function ? "" : ", or a tuple of them")}.", declaration.ReturnType);
        }
    }

    static bool IsScalar(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == RuntimeNames.ScalarAttribute);

    static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}
