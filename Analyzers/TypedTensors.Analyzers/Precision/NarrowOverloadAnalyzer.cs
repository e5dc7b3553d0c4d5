using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1005: an integer takes a float parameter of a method, constructor or user-defined operator that has a twin with double. Where another argument is a float itself, float is what is meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowOverloadAnalyzer() : RuleAnalyzer(Descriptors.NarrowOverload)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterOperationAction(
        operation =>
        {
            switch (operation.Operation)
            {
                case IInvocationOperation call:
                    Check(operation, call.TargetMethod, call.Arguments);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor } creation:
                    Check(operation, constructor, creation.Arguments);
                    break;
                case IBinaryOperation { OperatorMethod: { } method } binary:
                    Check(operation, method, [(method.Parameters[0], binary.LeftOperand), (method.Parameters[1], binary.RightOperand)]);
                    break;
                case ICompoundAssignmentOperation { OperatorMethod: { } method } assignment:
                    Check(operation, method, [(method.Parameters[method.Parameters.Length - 1], assignment.Value)]);
                    break;
                case IConversionOperation { OperatorMethod: { } method } conversion:
                    Check(operation, method, [(method.Parameters[0], conversion.Operand)]);
                    break;
            }
        },
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
        OperationKind.Binary,
        OperationKind.CompoundAssignment,
        OperationKind.Conversion);

    static void Check(OperationAnalysisContext context, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method.Parameters.Any(parameter => IsFloat(parameter.Type)))
        {
            Check(context, method, [.. arguments.Where(argument => argument.Parameter is not null && argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => (argument.Parameter!, argument.Value))]);
        }
    }

    static void Check(OperationAnalysisContext context, IMethodSymbol method, ImmutableArray<(IParameterSymbol Parameter, IOperation Value)> arguments)
    {
        ImmutableArray<IOperation> values = [.. arguments.Where(argument => IsFloat(argument.Parameter.Type)).Select(argument => Narrowing.Written(argument.Value))];
        if (!values.Any(IsInteger) || values.Any(value => NumericType.Of(value.Type) is { IsFloating: true }) || method.Parameters.Any(HasFloatElements))
        {
            return;
        }

        IOperation[] rounded = [.. values.Where(value => IsInteger(value) && Loses(value, context))];
        if (rounded.Length > 0 && HasDoubleTwin(method, context))
        {
            PrecisionReport.Add(
                context, Descriptors.NarrowOverload, rounded[0].Syntax, context.Compilation.GetSpecialType(SpecialType.System_Double), rounded[0].Syntax.ToString(), PrecisionReport.Name(rounded[0].Type!), NameOf(method));
        }
    }

    static bool Loses(IOperation value, OperationAnalysisContext context)
    {
        bool isExact = Narrowing.Of(value, context.Compilation.GetSpecialType(SpecialType.System_Single)) == NarrowingFamily.None;
        return value.ConstantValue.HasValue ? PrecisionOptions.Of(context).CountsConstant(isExact) : !isExact;
    }

    static bool HasDoubleTwin(IMethodSymbol method, OperationAnalysisContext context)
    {
        IMethodSymbol whole = method.ReducedFrom ?? method;
        return whole.ContainingType.GetMembers(whole.Name).OfType<IMethodSymbol>().Any(other =>
            other.IsStatic == whole.IsStatic
            && other.Arity == whole.Arity
            && other.Parameters.Length == whole.Parameters.Length
            && whole.Parameters.Zip(other.Parameters, IsTwin).All(isTwin => isTwin)
            && (method.MethodKind != MethodKind.Conversion || SymbolEqualityComparer.Default.Equals(other.ReturnType, whole.ReturnType))
            && context.Compilation.IsSymbolAccessibleWithin(other, context.ContainingSymbol.ContainingType ?? (ISymbol)context.Compilation.Assembly));
    }

    static bool IsTwin(IParameterSymbol parameter, IParameterSymbol other) =>
        IsFloat(parameter.Type) ? other.Type.SpecialType == SpecialType.System_Double : SymbolEqualityComparer.Default.Equals(parameter.Type, other.Type);

    // The element type of a tensor or vector has been chosen already; its scalars follow.
    static bool HasFloatElements(IParameterSymbol parameter) => parameter.Type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(IsFloat);

    static bool IsFloat(ITypeSymbol type) => type.SpecialType == SpecialType.System_Single;

    static bool IsInteger(IOperation value) => NumericType.Of(value.Type) is { IsInteger: true };

    static string NameOf(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Constructor or MethodKind.Conversion or MethodKind.UserDefinedOperator ? PrecisionReport.Name(method.ContainingType) : method.Name;
}
