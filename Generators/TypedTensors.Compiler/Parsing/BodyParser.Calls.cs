using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Intrinsics;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Calls: of kernel functions, of intrinsics, and of other methods, which are replaced by their bodies.</summary>
partial class BodyParser
{
    private protected virtual Value EvaluateCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        SyntaxNode node = call.Syntax;
        if (method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out) || !method.IsStatic)
        {
            throw Fault(FaultKind.UnknownMethod, $"Kernels call static functions of values; '{method.Name}' is none. Pass what it gives as a parameter, or write it as a static method that returns its results.", node);
        }

        ITypeSymbol owner = call.ConstrainedToType ?? method.ContainingType;
        IOperation[] arguments = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        if (IsNumberFunction(owner))
        {
            return EvaluateNumberFunction(owner, method, arguments, node);
        }

        bool isKernelMath = method.ContainingType.ToDisplayString() == RuntimeNames.KernelMath;
        if ((IsKernelFunction(method) && IsAccessibleFromKernels(method)) || (isKernelMath && method.DeclaringSyntaxReferences.IsEmpty))
        {
            return new Leaf(CallKernelFunction(method, MapType(method.ReturnType, node), arguments.Select(EvaluateLeaf).ToArray()));
        }

        if (method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || method.IsAbstract || method.IsExtern)
        {
            throw Fault(FaultKind.UnknownMethod, $"'{method.ToDisplayString()}' is neither a function that kernels know nor available as source; write what it computes as a static method of this project.", node);
        }

        var typeArguments = ImmutableDictionary.CreateBuilder<string, ElementType>();
        for (int index = 0; index < method.TypeArguments.Length; index++)
        {
            typeArguments[method.OriginalDefinition.TypeParameters[index].Name] = MapType(method.TypeArguments[index], node);
        }

        INamedTypeSymbol declaring = method.ContainingType;
        for (int index = 0; index < declaring.TypeArguments.Length; index++)
        {
            typeArguments[declaring.OriginalDefinition.TypeParameters[index].Name] = MapType(declaring.TypeArguments[index], node);
        }

        return Run(method, [.. arguments.Select(Evaluate)], typeArguments.ToImmutable(), node);
    }

    static bool IsNumberFunction(ITypeSymbol owner) =>
        owner is ITypeParameterSymbol
        || TypeMap.Kind(owner) is not null
        || owner.ToDisplayString() is "System.Math" or "System.MathF" or "System.BitConverter" or "System.Numerics.BitOperations"
            or "System.Runtime.CompilerServices.Unsafe";

    static bool IsKernelFunction(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == RuntimeNames.KernelFunctionAttribute);

    // Emitted loops stand outside of the type; a private function is replaced by its body like any other method.
    static bool IsAccessibleFromKernels(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    int CallKernelFunction(IMethodSymbol method, ElementType type, int[] arguments) =>
        method.ContainingType.ToDisplayString() == RuntimeNames.KernelMath
            && IntrinsicTable.Find(method.Name) is { Form: FunctionForm.KernelMath, TakesCount: false } row && row.Arity == arguments.Length
                ? _builder.Intrinsic(row.Name, type, arguments)
                : _builder.Call(method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), method.Name, type, arguments);

    /// <summary>
    /// Within the assembly that declares <c>float Erf(float)</c> and <c>double Erf(double)</c> as kernel functions, <c>Erf(x)</c> of a
    /// generic x means the overload that the generator adds, which is not there yet and so does not bind.
    /// </summary>
    Value? EvaluateUnbound(IInvalidOperation invalid)
    {
        if (invalid.Syntax is not InvocationExpressionSyntax call)
        {
            return null;
        }

        IMethodSymbol? candidate = Current.Model.GetSymbolInfo(call, cancellation).CandidateSymbols.OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.Length == call.ArgumentList.Arguments.Count && IsKernelFunction(method) && IsAccessibleFromKernels(method));
        if (candidate is null)
        {
            return null;
        }

        int[] arguments = call.ArgumentList.Arguments.Select(argument => EvaluateLeaf(Current.Model.GetOperation(argument.Expression, cancellation)!)).ToArray();
        ElementType? generic = arguments.Select(_builder.TypeOf).Cast<ElementType?>().FirstOrDefault(type => type!.Value.IsGeneric);
        return generic is { } type
            ? new Leaf(CallKernelFunction(candidate, candidate.ReturnType.SpecialType == SpecialType.System_Boolean ? ElementType.Boolean : type, arguments))
            : null;
    }

    Value EvaluateNumberFunction(ITypeSymbol owner, IMethodSymbol method, IOperation[] operands, SyntaxNode node)
    {
        FaultException Unknown() => Fault(FaultKind.UnknownMethod, $"Kernels have no form of '{method.ToDisplayString()}' for vectors; write it with operators and functions that have one, as a static method of this project.", node);

        ElementType result = method.ReturnType is INamedTypeSymbol { IsTupleType: true } ? default : MapType(method.ReturnType, node);

        // Round(x, MidpointRounding.AwayFromZero): the second argument is part of the name.
        if (method.Name == "Round" && operands.Length == 2)
        {
            int rounded = EvaluateLeaf(operands[0]);
            return operands[1].ConstantValue.Value switch
            {
                (int)MidpointRounding.ToEven when IsMidpoint(operands[1]) => new Leaf(_builder.Intrinsic("Round", result, rounded)),
                (int)MidpointRounding.AwayFromZero when IsMidpoint(operands[1]) => new Leaf(_builder.Intrinsic("RoundAwayFromZero", result, rounded)),
                _ => throw Unknown(),
            };
        }

        int[] arguments = operands.Select(EvaluateLeaf).ToArray();
        if (NumberFunctions.Expand(_builder, owner.Name, method.Name, result, arguments) is { } expanded)
        {
            return expanded;
        }

        if (owner.Name is "BitConverter" or "Unsafe" || IntrinsicTable.Find(method.Name) is not { } row || row.Arity != arguments.Length)
        {
            throw Unknown();
        }

        if (row.TakesCount && !_builder.IsUniform(arguments[1]))
        {
            throw Fault(FaultKind.UnsupportedExpression, $"The count of '{row.Name}' must be the same for all elements; make it a constant or a [Scalar] parameter.", node);
        }

        // BitOperations counts in int what kernels count in the type of the argument.
        ElementType computed = row.IsPredicate ? result : _builder.TypeOf(arguments[0]);
        return new Leaf(_builder.Convert(result, _builder.Intrinsic(row.Name, computed, arguments)));
    }

    static bool IsMidpoint(IOperation operand) => operand.Type?.Name == nameof(MidpointRounding);
}
