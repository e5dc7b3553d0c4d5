using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Facts;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <summary>
/// Says in steps what a body does with memory. The parts of this class are by what they look at: expressions, calls, members, assignments, functions.
/// An expression is evaluated to the memory that it leads to; that its elements are read is said by whoever reads them.
/// </summary>
sealed partial class BodyLowering
{
    readonly Func<IMethodSymbol, ITypeSymbol?, MemberFacts> _facts;
    readonly HandleTable _handles;
    readonly Body _body;
    readonly BodyLowering? _outer;
    readonly Dictionary<CaptureId, IOperation> _captured = [];
    bool _recordsGradients;
    ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();

    BodyLowering(Func<IMethodSymbol, ITypeSymbol?, MemberFacts> facts, HandleTable handles, Body body, BodyLowering? outer)
    {
        _facts = facts;
        _handles = handles;
        _body = body;
        _outer = outer;
    }

    /// <summary>Lowers a body and the functions in it.</summary>
    /// <param name="symbol">The method; null for an initializer.</param>
    /// <param name="graph">Its blocks.</param>
    /// <param name="handles">Where its handles are kept.</param>
    /// <param name="facts">What the members that it calls do with memory.</param>
    public static Body Lower(IMethodSymbol? symbol, ControlFlowGraph graph, HandleTable handles, Func<IMethodSymbol, ITypeSymbol?, MemberFacts> facts)
    {
        var body = new Body(symbol, graph);
        new BodyLowering(facts, handles, body, null).Run();
        MirrorMembers(body);
        return body;

        // What one variable has of members, its copies have too.
        void MirrorMembers(Body lowered)
        {
            for (bool changed = true; changed;)
            {
                int before = handles.All.Count;
                foreach (AssignStep assign in AllAssignments(lowered))
                {
                    if (assign is { Adds: false, Value.Single: { } source } && handles.All.Count < Bits.Capacity)
                    {
                        source.Members.ToList().ForEach(member => handles.Member(assign.Target, member.Symbol!));
                        assign.Target.Members.ToList().ForEach(member => handles.Member(source, member.Symbol!));
                    }
                }

                changed = handles.All.Count > before;
            }
        }
    }

    static IEnumerable<AssignStep> AllAssignments(Body body) => body.AllSteps.OfType<AssignStep>().Concat(body.Functions.SelectMany(AllAssignments));

    void Run()
    {
        foreach (BasicBlock block in _body.Graph.Blocks)
        {
            _steps = ImmutableArray.CreateBuilder<Step>();
            foreach (IOperation operation in block.Operations)
            {
                Evaluate(operation);
            }

            if (block.BranchValue is { } value)
            {
                Branch(block, value);
            }

            _body.Steps[block.Ordinal] = _steps.ToImmutable();
        }
    }

    void Branch(BasicBlock block, IOperation value)
    {
        Value result = Evaluate(value);
        if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return } left && !result.IsNone)
        {
            IMethodSymbol? method = _body.Symbol;
            Add(new EscapeStep(value.Syntax, result, "is returned")
            {
                IsAnnounced = method is null || Announces(method),
                Finally = left.FinallyRegions,
            });
        }
        else if (value is IIsNullOperation { Operand: var operand })
        {
            _body.NullTests[block.Ordinal] = Evaluate(Inner(operand)).Single;
        }
        else
        {
            Read(value.Syntax, result);
        }
    }

    /// <summary>Whether a method says that it returns a view. What is private is seen by those alone who see the body, and what is nested is looked into.</summary>
    public static bool Announces(IMethodSymbol method) =>
        method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
        || method.DeclaredAccessibility == Accessibility.Private
        || AttributeFacts.Of(method) is { Shares.IsEmpty: false };

    void Add(Step step) => _steps.Add(step);

    void Read(SyntaxNode syntax, Value value)
    {
        if (!value.IsNone)
        {
            Add(new ReadStep(syntax, value));
        }
    }

    void Assign(SyntaxNode syntax, Handle target, Value value, bool adds = false) => Add(new AssignStep(syntax, target, value, adds));

    /// <summary>An expression without the conversions around it that change no reference.</summary>
    static IOperation Inner(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Inner(conversion.Operand),
        IParenthesizedOperation parenthesized => Inner(parenthesized.Operand),
        _ => operation,
    };

    static bool Leads(ITypeSymbol? type) => MemoryTypes.Leads(type);
}
