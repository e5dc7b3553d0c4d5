using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>
/// TT1004: <c>(Celsius)d</c> where Celsius converts from float, <c>(float)money</c> where Money converts to double: C# puts a standard
/// conversion before or behind the user-defined one, and that one may narrow. Tuples and deconstructions carry such conversions for their elements.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenStepAnalyzer() : RuleAnalyzer(Descriptors.HiddenStep)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeConversion, OperationKind.Conversion);
        context.RegisterOperationAction(AnalyzeDeconstruction, OperationKind.DeconstructionAssignment);
    }

    static void AnalyzeConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is { } method && !(NumericType.Of(conversion.Type) is not null && NumericType.Of(method.ContainingType) is not null && IsWhole(conversion)))
        {
            IOperation operand = Narrowing.Written(conversion.Operand);
            ITypeSymbol destination = conversion.Parent is IConversionOperation { OperatorMethod: null, Type: { } outer } parent && parent.Syntax == conversion.Syntax ? outer : conversion.Type!;
            Check(context, operand, operand.Syntax, method, destination);
        }
        else if (conversion is { Type: INamedTypeSymbol { IsTupleType: true } to, Operand: { Type: INamedTypeSymbol { IsTupleType: true } from } tuple } && tuple is not ITupleOperation)
        {
            foreach ((IFieldSymbol source, IFieldSymbol target) in from.TupleElements.Zip(to.TupleElements, (source, target) => (source, target)))
            {
                if (context.Compilation.ClassifyConversion(source.Type, target.Type) is { IsUserDefined: true, MethodSymbol: { } element }
                    && Check(context, source.Type, tuple.Syntax, element, target.Type))
                {
                    break;
                }
            }
        }
    }

    // (float)half is one conversion; (float)(Half?)x and the like are too.
    static bool IsWhole(IConversionOperation conversion) =>
        SymbolEqualityComparer.Default.Equals(conversion.OperatorMethod!.Parameters[0].Type, Narrowing.Written(conversion.Operand).Type)
        && !(conversion.Parent is IConversionOperation parent && parent.Syntax == conversion.Syntax);

    static void AnalyzeDeconstruction(OperationAnalysisContext context)
    {
        var operation = (IDeconstructionAssignmentOperation)context.Operation;
        if (operation is { Syntax: AssignmentExpressionSyntax assignment, SemanticModel: { } model, Value.Type: { } type })
        {
            Check(context, model.GetDeconstructionInfo(assignment), assignment.Right, type, operation.Target is IDeclarationExpressionOperation { Expression: { } declared } ? declared : operation.Target);
        }
    }

    static void Check(OperationAnalysisContext context, DeconstructionInfo info, ExpressionSyntax value, ITypeSymbol from, IOperation target)
    {
        if (info.Nested.IsEmpty)
        {
            if (info.Conversion is { IsUserDefined: true, MethodSymbol: { } method } && target.Type is { } to)
            {
                Check(context, from, value, method, to);
            }

            return;
        }

        ImmutableArray<ITypeSymbol> types = info.Method is { } deconstruct ? [.. deconstruct.Parameters.Skip(deconstruct.IsExtensionMethod && deconstruct.ReducedFrom is null ? 1 : 0).Select(parameter => parameter.Type)]
            : from is INamedTypeSymbol { IsTupleType: true } tuple ? [.. tuple.TupleElements.Select(element => element.Type)]
            : [];
        if (target is ITupleOperation targets && types.Length == info.Nested.Length && targets.Elements.Length == types.Length)
        {
            for (int index = 0; index < types.Length; index++)
            {
                ExpressionSyntax element = value is TupleExpressionSyntax values && values.Arguments.Count == types.Length ? values.Arguments[index].Expression : value;
                Check(context, info.Nested[index], element, types[index], targets.Elements[index]);
            }
        }
    }

    static void Check(OperationAnalysisContext context, IOperation operand, SyntaxNode place, IMethodSymbol method, ITypeSymbol destination)
    {
        if (!Report(context, Narrowing.Of(operand, HiddenSteps.Stores(method)), place, operand.Type!, HiddenSteps.Stores(method), destination))
        {
            Report(context, Narrowing.Between(method.ReturnType, destination), place, operand.Type!, method.ReturnType, destination);
        }
    }

    static bool Check(OperationAnalysisContext context, ITypeSymbol from, SyntaxNode place, IMethodSymbol method, ITypeSymbol destination) =>
        Report(context, Narrowing.Between(from, HiddenSteps.Stores(method)), place, from, HiddenSteps.Stores(method), destination)
        || Report(context, Narrowing.Between(method.ReturnType, destination), place, from, method.ReturnType, destination);

    static bool Report(OperationAnalysisContext context, NarrowingFamily family, SyntaxNode place, ITypeSymbol from, ITypeSymbol through, ITypeSymbol destination)
    {
        if (family == NarrowingFamily.None || !PrecisionOptions.Of(context).Counts(family))
        {
            return false;
        }

        PrecisionReport.Add(context, Descriptors.HiddenStep, place, through, place.ToString(), PrecisionReport.Name(from), PrecisionReport.Name(through), PrecisionReport.Name(destination), place is ExpressionSyntax operand ? PrecisionReport.Cast(PrecisionReport.Name(through), operand) : place.ToString());
        return true;
    }
}
