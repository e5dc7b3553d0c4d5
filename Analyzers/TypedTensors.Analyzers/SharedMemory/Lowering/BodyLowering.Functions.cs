using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory.Lowering;

/// <content>Lambdas and local functions.</content>
sealed partial class BodyLowering
{
    readonly Dictionary<IMethodSymbol, Body?> _localFunctions = new(SymbolEqualityComparer.Default);

    // A lambda leads to whatever it uses: to read it, or to call it, is to read that.
    Value Lambda(IFlowAnonymousFunctionOperation function)
    {
        Body body = LowerFunction(function.Symbol, _body.Graph.GetAnonymousFunctionControlFlowGraph(function));
        Add(new FunctionStep(function.Syntax, body));
        return Captures(function.Syntax, body);
    }

    Value LocalFunctionValue(IMethodReferenceOperation reference)
    {
        if (LocalFunction(reference.Method) is not { } body)
        {
            return Value.None;
        }

        Add(new FunctionStep(reference.Syntax, body));
        return Captures(reference.Syntax, body);
    }

    // What a local function does is done where it is called.
    void CallFunction(IOperation call, IMethodSymbol method, Value[] arguments)
    {
        if (LocalFunction(method) is not { } body)
        {
            return;
        }

        Add(new FunctionStep(call.Syntax, body));
        foreach (Step step in body.AllSteps)
        {
            switch (step)
            {
                case ReadStep read when Outside(read.Value, body) is { IsNone: false } value:
                    Read(call.Syntax, value);
                    break;
                case EscapeStep escape when Outside(escape.Value, body) is { IsNone: false } value:
                    Read(call.Syntax, value);
                    break;
                case WriteStep write when Outside(write.Value, body).Or(Handed(write.Value, method, arguments)) is { IsNone: false } value:
                    Add(write with { Syntax = call.Syntax, Value = value, Reads = [], IsElement = false, Element = null });
                    break;
            }
        }
    }

    Body? LocalFunction(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        for (BodyLowering? lowering = this; lowering is not null; lowering = lowering._outer)
        {
            if (lowering._localFunctions.TryGetValue(method, out Body? known))
            {
                return known;
            }
        }

        for (BodyLowering? lowering = this; lowering is not null; lowering = lowering._outer)
        {
            if (lowering._body.Graph.LocalFunctions.Contains(method, SymbolEqualityComparer.Default))
            {
                lowering._localFunctions[method] = null;
                return lowering._localFunctions[method] = lowering.LowerFunction(method, lowering._body.Graph.GetLocalFunctionControlFlowGraph(method));
            }
        }

        return null;
    }

    Body LowerFunction(IMethodSymbol symbol, ControlFlowGraph graph)
    {
        var body = new Body(symbol, graph);
        new BodyLowering(_facts, _handles, body, this).Run();
        _body.Functions.Add(body);
        foreach (AssignStep assign in body.AllSteps.OfType<AssignStep>().Where(assign => !assign.Adds))
        {
            if (IsOutside(assign.Target, body))
            {
                assign.Target.IsUnstable = true;
            }
        }

        return body;
    }

    static Value Captures(SyntaxNode syntax, Body body)
    {
        Value all = Value.None;
        foreach (Handle handle in body.AllSteps.SelectMany(Mentioned).Where(handle => handle.IsNamed && IsOutside(handle, body)).Distinct())
        {
            all = all.Or(Value.Of(handle).Through(new Link(LinkKind.Captured, syntax, false, true, Extent.Whole) { Name = handle.Name }));
        }

        return all;
    }

    static IEnumerable<Handle> Mentioned(Step step) => step switch
    {
        ReadStep read => read.Value.Handles,
        EscapeStep escape => escape.Value.Handles,
        AssignStep assign => assign.Value.Handles,
        _ => [],
    };

    static Value Outside(Value value, Body body) => new([.. value.Terms.Where(term => term.Handle is { IsNamed: true } handle && IsOutside(handle, body))]);

    // What is handed to a function, where it speaks of its parameters.
    static Value Handed(Value value, IMethodSymbol method, Value[] arguments) => new(
    [
        .. value.Terms.SelectMany(term => term.Handle is { Kind: HandleKind.Parameter, Symbol: IParameterSymbol { Ordinal: var ordinal } parameter }
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method.OriginalDefinition) && ordinal < arguments.Length
                ? arguments[ordinal].Terms.Select(argument => argument with { Links = argument.Links.AddRange(term.Links) })
                : []),
    ]);

    static bool IsOutside(Handle handle, Body body)
    {
        Handle root = handle;
        while (root.Owner is { } owner)
        {
            root = owner;
        }

        return root.Kind switch
        {
            HandleKind.Local or HandleKind.Parameter => !IsWithin(root.Symbol!.ContainingSymbol, body.Symbol),
            HandleKind.Temporary => false,
            _ => true,
        };
    }

    static bool IsWithin(ISymbol? symbol, ISymbol? function)
    {
        for (; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, function))
            {
                return true;
            }
        }

        return false;
    }
}
