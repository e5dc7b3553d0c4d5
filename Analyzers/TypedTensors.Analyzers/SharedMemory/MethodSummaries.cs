using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;
using TypedTensors.Analyzers.SharedMemory.Screening;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>What members do with memory: what is said of them, or what the text of a member of the same compilation shows.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="facts">What is said.</param>
/// <param name="screens">Whether a method is screened before it is analysed.</param>
sealed class MethodSummaries(Compilation compilation, SharingFacts facts, bool screens)
{
    // A method that calls a method that calls a method: what is deeper is taken to do nothing, and so is recursion.
    const int Depth = 3;

    readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), MemberFacts> _summaries = new(new Comparer());

    /// <summary>What is said of a member, whatever its text shows.</summary>
    public MemberFacts Said(IMethodSymbol method) => facts.Of(method);

    /// <summary>What a member does with memory.</summary>
    public MemberFacts Of(IMethodSymbol method, ITypeSymbol? receiver) => Of(method, receiver, Depth);

    MemberFacts Of(IMethodSymbol method, ITypeSymbol? receiver, int depth)
    {
        MemberFacts said = facts.Of(method, receiver);
        return said.Known || depth == 0 || !CanBeSeen(method) ? said : _summaries.GetOrAdd(((method.ReducedFrom ?? method).OriginalDefinition, depth), key => Summarize(key.Method, key.Depth));
    }

    // What can be overridden may do something else.
    static bool CanBeSeen(IMethodSymbol method) =>
        method is { DeclaringSyntaxReferences.Length: 1, IsAbstract: false, IsExtern: false, IsAsync: false, MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.UserDefinedOperator or MethodKind.Conversion }
        && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed)
        && method.Parameters.Any(parameter => MemoryTypes.CanShare(parameter.Type));

    MemberFacts Summarize(IMethodSymbol method, int depth)
    {
        SyntaxReference reference = method.DeclaringSyntaxReferences[0];
        if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return MemberFacts.Unknown;
        }

        SemanticModel model = compilation.GetSemanticModel(reference.SyntaxTree);
        MemberFacts Called(IMethodSymbol called, ITypeSymbol? receiver) => Of(called, receiver, depth - 1);
        return model.GetOperation(reference.GetSyntax()) is IMethodBodyOperation body
            && (body.BlockBody ?? body.ExpressionBody) is { } block
            && (!screens || BodyScreen.MayTouchParameters(method, block, Called))
            && SharingAnalysis.Of(method, ControlFlowGraph.Create(body), Called) is { } analysis
            ? Summarize(method, analysis)
            : MemberFacts.Unknown;
    }

    static MemberFacts Summarize(IMethodSymbol method, SharingAnalysis analysis)
    {
        MemberFacts summary = MemberFacts.Unknown;
        foreach (Moment moment in analysis.Moments.Where(moment => SymbolEqualityComparer.Default.Equals(moment.Body.Symbol, method)))
        {
            switch (moment.Step)
            {
                case WriteStep write:
                    foreach (Operand operand in Operands(moment.Reached(write.Value), method).Select(found => found.Operand))
                    {
                        summary = summary with { Known = true, Mutates = summary.Mutates.With(operand) };
                    }

                    break;
                case GiveBackStep giveBack:
                    foreach (Operand operand in Operands(moment.Reached(giveBack.Value), method).Select(found => found.Operand))
                    {
                        summary = summary with { Known = true, GivesBack = summary.GivesBack.With(operand) };
                    }

                    break;
                case EscapeStep { Way: "is returned" } returned:
                    foreach ((Operand operand, Node node) in Operands(moment.Reached(returned.Value), method))
                    {
                        bool sameLayout = node.Chain().All(view => view.Link is not { SameLayout: false });
                        var share = new Share(operand, Operand.Result, !MemoryTypes.IsObviousView(method.ReturnType), sameLayout);
                        summary = summary.Shares.Contains(share) ? summary : summary with { Known = true, Shares = summary.Shares.Add(share) };
                    }

                    break;
            }
        }

        return summary;
    }

    // The memory of parameters, and of the object, as far as it is seen by way of views alone.
    static IEnumerable<(Operand Operand, Node Node)> Operands(IEnumerable<Node> nodes, IMethodSymbol method)
    {
        foreach (Node node in nodes.Where(node => node.Chain().All(view => view.Link is null or { Kind: LinkKind.Share })))
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                if (node.Origin.Kind == OriginKind.Parameter && node.Origin.Name == parameter.Name)
                {
                    yield return (Operand.Parameter(parameter.Ordinal), node);
                }
            }
        }
    }

    sealed class Comparer : IEqualityComparer<(IMethodSymbol Method, int Depth)>
    {
        public bool Equals((IMethodSymbol Method, int Depth) x, (IMethodSymbol Method, int Depth) y) => x.Depth == y.Depth && SymbolEqualityComparer.Default.Equals(x.Method, y.Method);

        public int GetHashCode((IMethodSymbol Method, int Depth) key) => (SymbolEqualityComparer.Default.GetHashCode(key.Method) * 31) + key.Depth;
    }
}
