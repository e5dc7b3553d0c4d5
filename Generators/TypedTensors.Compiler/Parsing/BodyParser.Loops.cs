using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Counted loops. Elements may leave a loop at different rounds: those that have left keep their values to its end.</summary>
partial class BodyParser
{
    void ExecuteLoop(IForLoopOperation loop)
    {
        LoopHeader header = ReadHeader(loop);
        bool hasReturn = loop.Body.DescendantsAndSelf().Any(inner => inner is IReturnOperation);
        bool hasExit = hasReturn || loop.Body.DescendantsAndSelf().Any(
            inner => inner is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel));

        var variables = new LoopVariables(this, loop);
        int active = hasExit ? variables.Add("active", _builder.Constant(true)) : -1;
        int returned = hasReturn ? variables.Add("returned", _builder.Constant(false)) : -1;
        Value? result = hasReturn ? variables.Add("result", ZeroOf(Current.Method.ReturnType, loop.Syntax)) : null;

        int counter = _builder.NewValue(header.Type, uniform: true);
        _builder.BeginRegion();
        _locals = _locals.Copy();
        _locals[header.Counter] = new Leaf(counter);
        variables.Enter(_locals);
        Locals atStart = _locals.Copy();

        var scope = new ExitScope();
        Current.Scopes.Push(scope);
        Execute(loop.Body);
        Current.Scopes.Pop();

        // Reaching the end of a round is one exit more: the last, and of whoever is left.
        if (!_isUnreachable)
        {
            scope.Exits.Add(new Exit(_builder.Constant(true), ExitKind.Continue, null, _locals));
        }

        _isUnreachable = false;
        List<Exit> exits = scope.Exits;
        variables.Leave(atStart, symbol => JoinInto(exits, active, exit => exit.Locals[symbol], atStart[symbol], symbol.Name));
        if (hasExit)
        {
            int stays = Single(Join(exits, exit => BooleanLeaf(exit.Kind == ExitKind.Continue)), loop.Syntax);
            variables.SetNext(active, _builder.And(active, stays));
        }

        if (hasReturn)
        {
            int returns = Single(Join(exits, exit => BooleanLeaf(exit.Kind == ExitKind.Return)), loop.Syntax);
            variables.SetNext(returned, _builder.Or(returned, _builder.And(active, returns)));
            variables.SetNext(result!, JoinInto(exits, active, exit => exit.Result ?? result!, result!));
        }

        List<Instruction> body = _builder.EndRegion();
        _builder.Loop(new LoopInstruction(
            counter, header.Type, header.Counter.Name, header.Start, header.Bound, header.While, header.Step,
            variables.Build(), hasExit ? variables.IndexOf(active) : -1, body.ToEquatableArray()));
        _locals = atStart;
        if (hasReturn)
        {
            Branch(returned, () => Leave(ExitKind.Return, result), () => { });
        }
    }

    Value JoinInto(List<Exit> exits, int active, Func<Exit, Value> carried, Value old, string? name = null)
    {
        Value joined = Join(exits, carried, name);
        return active < 0 ? joined : Choose(active, joined, old, name);
    }

    Leaf BooleanLeaf(bool value) => new(_builder.Constant(value));

    Value ZeroOf(ITypeSymbol type, SyntaxNode node) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple
            ? new Aggregate([.. tuple.TupleElements.Select(item => ZeroOf(item.Type, node))])
            : new Leaf(_builder.Zero(MapType(type, node)));

    LoopHeader ReadHeader(IForLoopOperation loop)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ } declarator] }] }]
            || declarator.GetVariableInitializer()?.Value is not { } initial
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: { } increment }]
            || Unwrap(loop.Condition) is not IBinaryOperation condition
            || Comparison(condition.OperatorKind) is not { } comparison
            || Unwrap(condition.LeftOperand) is not ILocalReferenceOperation compared
            || !SymbolEqualityComparer.Default.Equals(compared.Local, declarator.Symbol)
            || ReadStep(increment, declarator.Symbol) is not { } step)
        {
            throw Fault(FaultKind.Loop, "Kernels cannot count the rounds of this loop; write 'for (int i = start; i < end; i += step)' with a constant step.", loop.Syntax);
        }

        if (loop.Body.DescendantsAndSelf().Any(inner => IsAssignmentTo(inner, declarator.Symbol)))
        {
            throw Fault(FaultKind.Loop, $"The counter '{declarator.Symbol.Name}' is assigned in the loop; leave with 'break', skip a round with 'continue', or use a local of its own.", loop.Syntax);
        }

        int start = EvaluateLeaf(initial);
        int bound = EvaluateLeaf(condition.RightOperand);
        ElementType type = MapType(declarator.Symbol.Type, loop.Syntax);
        if (!type.IsInteger || !_builder.IsUniform(start) || !_builder.IsUniform(bound))
        {
            throw Fault(FaultKind.Loop, "How often a loop runs must not depend on elements; bound it by constants or [Scalar] parameters, and leave with 'break'.", loop.Condition!.Syntax);
        }

        return new LoopHeader(declarator.Symbol, type, start, bound, comparison, step);
    }

    static long? ReadStep(IOperation increment, ILocalSymbol counter) =>
        increment switch
        {
            IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } op when SymbolEqualityComparer.Default.Equals(target.Local, counter)
                => op.Kind == OperationKind.Increment ? 1 : -1,
            ICompoundAssignmentOperation { Target: ILocalReferenceOperation target, Value.ConstantValue.Value: int amount, OperatorKind: BinaryOperatorKind.Add } op
                when SymbolEqualityComparer.Default.Equals(target.Local, counter) => amount,
            ICompoundAssignmentOperation { Target: ILocalReferenceOperation target, Value.ConstantValue.Value: int amount, OperatorKind: BinaryOperatorKind.Subtract } op
                when SymbolEqualityComparer.Default.Equals(target.Local, counter) => -amount,
            _ => null,
        };

    static bool IsAssignmentTo(IOperation operation, ILocalSymbol local) =>
        AssignedBy(operation).Any(part => part is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));

    /// <summary>What an operation assigns to, and its parts.</summary>
    static IEnumerable<IOperation> AssignedBy(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf(),
            IIncrementOrDecrementOperation increment => increment.Target.DescendantsAndSelf(),
            _ => [],
        };

    static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }

    sealed record LoopHeader(ILocalSymbol Counter, ElementType Type, int Start, int Bound, ComparisonOperator While, long Step);

    /// <summary>What the rounds of one loop hand on: the locals it assigns, and the masks of who has left.</summary>
    sealed class LoopVariables
    {
        readonly BodyParser _parser;
        readonly List<ISymbol> _assigned = [];
        readonly List<(string Name, int Initial, int Inside)> _variables = [];
        readonly Dictionary<int, int> _next = [];

        public LoopVariables(BodyParser parser, IForLoopOperation loop)
        {
            _parser = parser;
            foreach (IOperation part in loop.Body.DescendantsAndSelf().SelectMany(AssignedBy))
            {
                ISymbol? symbol = part switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
                if (symbol is not null && parser._locals.Find(symbol) is not null && !_assigned.Contains(symbol, SymbolEqualityComparer.Default))
                {
                    _assigned.Add(symbol);
                }
            }
        }

        public int Add(string name, int initial)
        {
            int inside = _parser._builder.NewValue(_parser._builder.TypeOf(initial), uniform: false);
            _variables.Add((name, initial, inside));
            return inside;
        }

        public Value Add(string name, Value initial) =>
            initial is Leaf leaf ? new Leaf(Add(name, leaf.Id)) : new Aggregate([.. ((Aggregate)initial).Items.Select(item => Add(name, item))]);

        public void Enter(Locals locals)
        {
            foreach (ISymbol symbol in _assigned)
            {
                locals[symbol] = Add(symbol.Name, locals[symbol]);
            }
        }

        public void Leave(Locals inside, Func<ISymbol, Value> next)
        {
            foreach (ISymbol symbol in _assigned)
            {
                SetNext(inside[symbol], next(symbol));
            }
        }

        public void SetNext(int inside, int next) => _next[inside] = next;

        public void SetNext(Value inside, Value next)
        {
            foreach ((int variable, int value) in Leaves(inside).Zip(Leaves(next), (a, b) => (a, b)))
            {
                SetNext(variable, value);
            }
        }

        public int IndexOf(int inside) => _variables.FindIndex(variable => variable.Inside == inside);

        public EquatableArray<LoopVariable> Build() =>
            _variables.Select(variable => new LoopVariable(
                variable.Name, _parser._builder.TypeOf(variable.Inside), variable.Initial, variable.Inside, _next[variable.Inside])).ToEquatableArray();
    }
}
