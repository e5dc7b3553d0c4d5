using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>TT2010: every call, creation and conversion after which someone else sees the memory of a variable. For audits, and off unless asked for.</summary>
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
        IOperation site = context.Operation;
        if (SourceOf(site, facts) is { } source && IsVariable(Root(source, facts)) && !IsPassing(site, facts) && !CompilerErrors.TouchMember(context.Compilation, site.Syntax, context.CancellationToken))
        {
            Location location = site.Syntax.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ShareSite, location, additionalLocations: [location], NameOf(site), source.Syntax.ToString()));
        }
    }

    // Whose memory an operation's result sees, or null where it has its own.
    static IOperation? SourceOf(IOperation operation, SharingFacts facts)
    {
        (IMethodSymbol? method, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments) = Call(operation);
        foreach (Share share in method is null ? [] : facts.Of(method, receiver?.Type).Shares)
        {
            IOperation? from = share.From.IsReceiver || operation is IConversionOperation
                ? receiver
                : arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == share.From.Ordinal)?.Value;
            if (share.To.IsResult && from is not null && share.HoldsFor(arguments) && (share.Silent || IsWorthWhile(method!, Written(from))))
            {
                return Written(from);
            }
        }

        return null;
    }

    static (IMethodSymbol? Method, IOperation? Receiver, ImmutableArray<IArgumentOperation> Arguments) Call(IOperation operation) => operation switch
    {
        // What an extension block's member is called on comes as an argument whose parameter belongs to the block.
        IInvocationOperation call => (
            call.TargetMethod,
            call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.ContainingSymbol is INamedTypeSymbol)?.Value,
            [.. call.Arguments.Where(argument => argument.Parameter?.ContainingSymbol is not INamedTypeSymbol)]),
        IObjectCreationOperation creation => (creation.Constructor, null, creation.Arguments),
        IConversionOperation conversion => (conversion.OperatorMethod, conversion.Operand, []),
        IPropertyReferenceOperation property when !(property.Parent is IAssignmentOperation assignment && assignment.Target == property) => (property.Property.GetMethod, property.Instance, property.Arguments),
        _ => (null, null, []),
    };

    // A view of what is a view by its type already is no news, and neither is a reference, nor what the compiler converts by itself.
    static bool IsWorthWhile(IMethodSymbol method, IOperation from) =>
        !method.ReturnsByRef && !method.ReturnsByRefReadonly && method.Name != WellKnownMemberNames.ImplicitConversionName && from.Type is { } type && !MemoryTypes.IsObviousView(type);

    static IOperation Root(IOperation operation, SharingFacts facts) => SourceOf(operation, facts) is { } source ? Root(source, facts) : operation;

    // What a call has made is nobody else's.
    static bool IsVariable(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInstanceReferenceOperation or IArrayElementReferenceOperation;

    // The view is copied at once, or a view of it is taken, which is reported instead.
    static bool IsPassing(IOperation site, SharingFacts facts)
    {
        IOperation? user = site.Parent;
        while (user is IArgumentOperation or IConversionOperation { OperatorMethod: null })
        {
            user = user.Parent;
        }

        return user is not null && Call(user) is ({ } method, var receiver, _) && facts.Of(method, receiver?.Type) is { Known: true, Mutates.IsEmpty: true } known
            && (known.Shares.IsEmpty || SourceOf(user, facts) is not null);
    }

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

    static IOperation Written(IOperation operation) => operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? Written(conversion.Operand) : operation;
}
