using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Devices;

/// <summary>Explains a call that does not compile because the device lacks a capability. It looks at nothing but what does not compile.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeviceCapabilityAnalyzer() : TensorRuleAnalyzer(Descriptors.DeviceCapability)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (symbols.Computes is not null && symbols.ComputesFunctions is not null)
        {
            context.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invalid);
            context.RegisterOperationAction(
                operation => AnalyzeOperator(operation, symbols), OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Unary);
        }
    }

    static void AnalyzeCall(OperationAnalysisContext context, KnownSymbols symbols)
    {
        if (context.Operation is not { Syntax: InvocationExpressionSyntax call, SemanticModel: { } model })
        {
            return;
        }

        ImmutableArray<ISymbol> candidates = model.GetSymbolInfo(call, context.CancellationToken).CandidateSymbols;
        foreach (IMethodSymbol candidate in candidates.OfType<IMethodSymbol>())
        {
            if (MissingCapability.Find(TypeSubstitution.Of(candidate), symbols) is { } missing && AcceptsArguments(candidate, call, model))
            {
                Report(context, NameOf(call).GetLocation(), $"'{candidate.Name}'", missing, symbols);
                return;
            }
        }
    }

    static void AnalyzeOperator(OperationAnalysisContext context, KnownSymbols symbols)
    {
        (IMethodSymbol? method, ImmutableArray<IOperation> operands) = context.Operation switch
        {
            IBinaryOperation binary => (binary.OperatorMethod, ImmutableArray.Create(binary.LeftOperand, binary.RightOperand)),
            ICompoundAssignmentOperation assignment => (assignment.OperatorMethod, [assignment.Target, assignment.Value]),
            IUnaryOperation unary => (unary.OperatorMethod, [unary.Operand]),
            _ => default,
        };

        // An assignment has the type of its target even where its operator is missing.
        bool isKnown = method is not null || (context.Operation is not ICompoundAssignmentOperation && context.Operation.Type is { TypeKind: not TypeKind.Error });
        if (isKnown || !operands.Any(operand => symbols.IsTensor(operand.Type)) || OperatorNames.Of(context.Operation.Syntax) is not { } name)
        {
            return;
        }

        ITypeSymbol[] types = [.. operands.Select(operand => operand.Type).OfType<ITypeSymbol>()];
        MissingCapability? missing = OperatorCandidates.Find(name, types, symbols, context.Compilation)
            .Select(candidate => MissingCapability.Find(candidate, symbols))
            .FirstOrDefault(found => found is not null);
        if (missing is not null)
        {
            Report(context, context.Operation.Syntax.GetLocation(), "this operator", missing, symbols);
        }
    }

    static void Report(OperationAnalysisContext context, Location location, string operation, MissingCapability missing, KnownSymbols symbols) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DeviceCapability,
            location,
            CapabilityAdvice.Name(missing.Device),
            operation,
            CapabilityAdvice.Name(missing.Dtype),
            CapabilityAdvice.Why(missing, symbols),
            CapabilityAdvice.Instead(missing, symbols)));

    // Where the arguments do not fit either, the device is not what is wrong.
    static bool AcceptsArguments(IMethodSymbol candidate, InvocationExpressionSyntax call, SemanticModel model)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int index = 0; index < arguments.Count; index++)
        {
            IParameterSymbol? parameter = arguments[index].NameColon is { } named
                ? candidate.Parameters.FirstOrDefault(other => other.Name == named.Name.Identifier.ValueText)
                : candidate.Parameters.ElementAtOrDefault(index);
            if (parameter is null || !model.ClassifyConversion(arguments[index].Expression, parameter.Type).IsImplicit)
            {
                return false;
            }
        }

        return candidate.Parameters.Skip(arguments.Count).All(parameter => parameter.IsOptional || parameter.IsParams || arguments.Any(argument => argument.NameColon is not null));
    }

    static SyntaxNode NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            ExpressionSyntax other => other,
        };
}
