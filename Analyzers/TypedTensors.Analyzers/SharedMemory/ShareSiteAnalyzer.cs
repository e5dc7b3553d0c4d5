using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>TT2010: every call, creation and conversion after which two variables see the same memory. For audits, and off unless asked for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShareSiteAnalyzer() : RuleAnalyzer(Descriptors.ShareSite)
{
    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        SharingFacts facts = SharingFacts.Of(context.Compilation, context.Options);
        context.RegisterOperationAction(
            operation => Analyze(operation, facts), OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Conversion, OperationKind.PropertyReference);
    }

    static void Analyze(OperationAnalysisContext context, SharingFacts facts)
    {
        (IMethodSymbol? method, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Instance, call.Arguments),
            IObjectCreationOperation creation => (creation.Constructor, null, creation.Arguments),
            IConversionOperation conversion => (conversion.OperatorMethod, conversion.Operand, []),
            IPropertyReferenceOperation property when !IsTarget(property) => (property.Property.GetMethod, property.Instance, property.Arguments),
            _ => default,
        };
        if (method is null)
        {
            return;
        }

        foreach (Share share in facts.Of(method, receiver?.Type).Shares)
        {
            IOperation? from = share.From.IsReceiver || context.Operation is IConversionOperation
                ? receiver
                : arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == share.From.Ordinal) is { ArgumentKind: ArgumentKind.Explicit, Value: var value } ? value : null;
            if (share.To.IsResult && from is not null && share.HoldsFor(arguments) && (share.Silent || IsWorthWhile(method, Written(from))))
            {
                Report(context, Written(from));
                return;
            }
        }
    }

    // A view of what is a view by its type already is no news, and neither is a reference, nor what the compiler converts by itself.
    static bool IsWorthWhile(IMethodSymbol method, IOperation from) =>
        !method.ReturnsByRef && !method.ReturnsByRefReadonly && method.Name != WellKnownMemberNames.ImplicitConversionName && from.Type is { } type && !MemoryTypes.IsObviousView(type);

    static void Report(OperationAnalysisContext context, IOperation from)
    {
        SyntaxNode place = context.Operation.Syntax;
        if (!CompilerErrors.TouchMember(context.Compilation, place, context.CancellationToken))
        {
            Location location = place.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ShareSite, location, additionalLocations: [location], NameOf(context.Operation), from.Syntax.ToString()));
        }
    }

    static bool IsTarget(IPropertyReferenceOperation property) => property.Parent is IAssignmentOperation assignment && assignment.Target == property;

    // The variable that takes the view, or the expression itself.
    static string NameOf(IOperation operation)
    {
        IOperation? taker = operation.Parent;
        while (taker is IConversionOperation)
        {
            taker = taker.Parent;
        }

        return taker switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.Name,
            ISimpleAssignmentOperation assignment => assignment.Target.Syntax.ToString(),
            _ => operation.Syntax.ToString(),
        };
    }

    static IOperation Written(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? Written(conversion.Operand) : operation;
}
