using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>TT1005: an integer takes a float parameter of a method, constructor, indexer or user-defined operator that has a twin with double. Where another argument is a float itself, float is what is meant.</summary>
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
                case IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer:
                    Check(operation, indexer.Property, indexer.Arguments);
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
        OperationKind.PropertyReference,
        OperationKind.Binary,
        OperationKind.CompoundAssignment,
        OperationKind.Conversion);

    static void Check(OperationAnalysisContext context, ISymbol member, ImmutableArray<IArgumentOperation> arguments) =>
        Check(context, member, [.. arguments.Where(argument => argument.Parameter is not null && argument.ArgumentKind != ArgumentKind.DefaultValue).SelectMany(Values)]);

    // The elements of 'params' and of a collection written as an argument are arguments of their own.
    static IEnumerable<(IParameterSymbol Parameter, IOperation Value)> Values(IArgumentOperation argument) =>
        Narrowing.Written(argument.Value) switch
        {
            IArrayCreationOperation { IsImplicit: true, Initializer.ElementValues: var elements } => elements.Select(element => (argument.Parameter!, element)),
            ICollectionExpressionOperation collection => collection.Elements.Select(element => (argument.Parameter!, element)),
            _ => [(argument.Parameter!, argument.Value)],
        };

    static void Check(OperationAnalysisContext context, ISymbol member, ImmutableArray<(IParameterSymbol Parameter, IOperation Value)> arguments)
    {
        if (!arguments.Any(argument => OverloadTwins.MayDiffer(argument.Parameter) && IsInteger(Narrowing.Written(argument.Value))) || OverloadTwins.Find(member, context) is not { } twin)
        {
            return;
        }

        bool IsOther(IParameterSymbol parameter) => OverloadTwins.MayDiffer(parameter) && !SymbolEqualityComparer.Default.Equals(parameter.Type, twin[parameter.Ordinal].Type);
        IOperation[] values = [.. arguments.Where(argument => IsOther(argument.Parameter)).Select(argument => Narrowing.Written(argument.Value))];
        if (values.Any(value => NumericType.Of(value.Type) is { IsFloating: true }) || OverloadTwins.Parameters(member).Any(parameter => !IsOther(parameter) && OverloadTwins.HasFloatElements(parameter)))
        {
            return;
        }

        IOperation[] rounded = [.. values.Where(value => IsInteger(value) && Loses(value, context))];
        if (rounded.Length > 0)
        {
            string text = rounded[0].Syntax.ToString();
            ITypeSymbol wide = context.Compilation.GetSpecialType(SpecialType.System_Double);
            ITypeSymbol type = NumericType.IsNullable(rounded[0].Type) ? context.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(wide) : wide;
            PrecisionReport.Add(
                context,
                Descriptors.NarrowOverload,
                rounded[0].Syntax,
                type,
                text,
                PrecisionReport.Name(rounded[0].Type!),
                NameOf(member),
                rounded[0].Syntax is ExpressionSyntax operand ? PrecisionReport.Cast(PrecisionReport.Name(type), operand) : text);
        }
    }

    static bool Loses(IOperation value, OperationAnalysisContext context)
    {
        bool isExact = Narrowing.Of(value, context.Compilation.GetSpecialType(SpecialType.System_Single)) == NarrowingFamily.None;
        return value.ConstantValue.HasValue ? PrecisionOptions.Of(context).CountsConstant(isExact) : !isExact;
    }

    static bool IsInteger(IOperation value) => NumericType.Of(value.Type) is { IsInteger: true };

    static string NameOf(ISymbol member) =>
        member is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.Conversion or MethodKind.UserDefinedOperator) } method ? method.Name : PrecisionReport.Name(member.ContainingType);
}
