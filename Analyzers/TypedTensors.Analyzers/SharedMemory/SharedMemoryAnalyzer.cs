using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Lowering;
using TypedTensors.Analyzers.SharedMemory.Rules;
using TypedTensors.Analyzers.SharedMemory.Screening;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>
/// TT2001 to TT2007. All of them ask the same analysis, which is made once for each body that shares memory; each has a class of its own beside this one. The share site
/// is the first additional location of a report, and <see cref="VariableProperty"/> names what else changes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedMemoryAnalyzer() : RuleAnalyzer(
    Descriptors.OwnerWritten,
    Descriptors.ViewWritten,
    Descriptors.OverlappingOperands,
    Descriptors.ViewOutlivesMemory,
    Descriptors.InPlaceAlias,
    Descriptors.ViewEscapes,
    Descriptors.GradientInputWritten)
{
    /// <summary>The property of a report that names the variable which changes although it is not written.</summary>
    public const string VariableProperty = "Variable";

    /// <summary>Whether a body that shares memory is screened before it is analysed, as is done but for the proof that nothing is lost by it.</summary>
    internal bool Screens { get; init; } = true;

    static readonly Func<Moment, IEnumerable<Finding>>[] Rules =
    [
        OwnerWritten.Find,
        ViewWritten.Find,
        OverlappingOperands.Find,
        ViewOutlivesMemory.Find,
        InPlaceAlias.Find,
        ViewEscapes.Find,
        GradientInputWritten.Find,
    ];

    /// <inheritdoc/>
    protected override void Register(CompilationStartAnalysisContext context)
    {
        bool screens = Screens;
        var members = new MethodSummaries(context.Compilation, SharingFacts.Of(context.Compilation, context.Options), screens);
        var sites = new ShareSites(members);
        context.RegisterOperationBlockStartAction(block =>
        {
            bool found = false;
            block.RegisterOperationAction(operation => found = found || sites.Is(operation.Operation), ShareSites.Kinds);
            block.RegisterOperationBlockEndAction(end =>
            {
                if (found)
                {
                    Analyze(end, members, screens);
                }
            });
        });
    }

    static void Analyze(OperationBlockAnalysisContext context, MethodSummaries members, bool screens)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            var method = context.OwningSymbol as IMethodSymbol;
            if ((screens && !BodyScreen.MayReport(method is null || BodyLowering.Announces(method), block, members.Of))
                || SharingAnalysis.Of(method, context.GetControlFlowGraph(block), members.Of) is not { } analysis)
            {
                continue;
            }

            var reported = new HashSet<(DiagnosticDescriptor, SyntaxNode, string)>();
            foreach (Finding finding in analysis.Moments.SelectMany(moment => Rules.SelectMany(rule => rule(moment))))
            {
                if (CompilerErrors.TouchMember(context.Compilation, finding.Place, context.CancellationToken))
                {
                    return;
                }

                if (reported.Add((finding.Rule, finding.Place, finding.Variable)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        finding.Rule,
                        finding.Place.GetLocation(),
                        additionalLocations: [finding.ShareSite.GetLocation()],
                        ImmutableDictionary<string, string?>.Empty.Add(VariableProperty, finding.Variable),
                        finding.Arguments));
                }
            }
        }
    }
}
