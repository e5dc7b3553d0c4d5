using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Statements: declarations, branches, loops and jumps.</summary>
sealed partial class ComputeBodyParser
{
    readonly Stack<ILoopOperation> _loops = new();

    private protected override void Execute(IOperation statement)
    {
        ThrowIfCancelled();
        if (_isUnreachable)
        {
            return;
        }

        switch (statement)
        {
            case IReturnOperation { Kind: OperationKind.Return } returned:
                ExecuteReturn(returned);
                break;
            case IForLoopOperation loop:
                loop.Before.ToList().ForEach(Execute);
                ExecuteLoop(loop, loop.Condition, loop.AtLoopBottom);
                break;
            case IWhileLoopOperation { ConditionIsTop: true } loop:
                ExecuteLoop(loop, loop.Condition, []);
                break;
            case IWhileLoopOperation loop:
                ExecuteDoLoop(loop);
                break;
            case ILoopOperation:
                throw Fault(FaultKind.Loop, "Kernels have no enumerators: count with 'for'.", statement.Syntax);
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch when _loops.Count > 0:
                _builder.Append(new JumpInstruction(branch.BranchKind == BranchKind.Break ? JumpKind.Break : JumpKind.Continue));
                _isUnreachable = true;
                break;
            default:
                base.Execute(statement);
                break;
        }
    }

    private protected override void Declare(IVariableDeclaratorOperation declarator)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.IsRef)
        {
            throw Fault(FaultKind.State, $"'{local.Name}' is a reference; kernels have values only.", declarator.Syntax);
        }

        if (declarator.GetVariableInitializer()?.Value is not { } initial)
        {
            _locals[local] = DeclareVariables(local.Name, local.Type, declarator.Syntax);
            return;
        }

        Value value = initial.Syntax is StackAllocArrayCreationExpressionSyntax allocation
            ? AllocateOwn(local, allocation)
            : Evaluate(initial);
        Begin(local, value, declarator.Syntax);
    }

    /// <summary>Gives a local its first value: one that never changes is that value, another a variable.</summary>
    void Begin(ISymbol local, Value value, SyntaxNode node)
    {
        if (value is ArrayValue array)
        {
            _arrays[array.Array] = _arrays[array.Array] with { Name = local.Name };
        }

        if (!Call.Changes(local))
        {
            if (value is Leaf or Aggregate)
            {
                NameLeaves(value, local.Name);
            }

            _locals[local] = value;
            return;
        }

        if (value is not (Leaf or Aggregate))
        {
            throw Fault(FaultKind.State, $"'{local.Name}' changes; an array or a buffer stays what it is.", node);
        }

        _locals[local] = DeclareVariables(local.Name, value);
    }

    private protected override void Branch(int condition, Action whenTrue, Action whenFalse)
    {
        if (_builder.ConstantOf(condition) is { } known)
        {
            (known.IsZero ? whenFalse : whenTrue)();
            return;
        }

        (List<Instruction> steps, bool trueEnded) = Region(whenTrue);
        (List<Instruction> otherSteps, bool falseEnded) = Region(whenFalse);
        _builder.Append(new IfInstruction(condition, steps.ToEquatableArray(), otherSteps.ToEquatableArray()));
        _isUnreachable = trueEnded && falseEnded;
    }

    (List<Instruction> Steps, bool Ended) Region(Action read)
    {
        _isUnreachable = false;
        _builder.BeginRegion();
        read();
        return (_builder.EndRegion(), _isUnreachable);
    }

    void ExecuteLoop(ILoopOperation loop, IOperation? condition, IReadOnlyList<IOperation> step)
    {
        int holds = StatementInstruction.NoValue;
        List<Instruction> head = Region(() => holds = condition is null ? StatementInstruction.NoValue : EvaluateLeaf(condition)).Steps;
        if (holds != StatementInstruction.NoValue && _builder.ConstantOf(holds) is { } known)
        {
            if (known.IsZero)
            {
                return;
            }

            holds = StatementInstruction.NoValue;
        }

        List<Instruction> body = LoopBody(loop);
        List<Instruction> after = Region(() => step.ToList().ForEach(Execute)).Steps;
        _builder.Append(new RepeatInstruction(head.ToEquatableArray(), holds, body.ToEquatableArray(), after.ToEquatableArray()));
        _isUnreachable = holds == StatementInstruction.NoValue && Call.IsKernel && !loop.Body.DescendantsAndSelf().Any(
            inner => inner is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel));
    }

    // do { ... } while (x > 1) becomes for (bool again = true; again; again = x > 1) { ... }, for which every language has words.
    void ExecuteDoLoop(IWhileLoopOperation loop)
    {
        VariableValue again = DeclareVariable("again", ElementType.Boolean, _builder.Constant(true));
        int holds = 0;
        List<Instruction> head = Region(() => holds = ReadVariable(again.Variable)).Steps;
        List<Instruction> body = LoopBody(loop);
        List<Instruction> step = Region(() => _builder.Append(new AssignInstruction(again.Variable, EvaluateLeaf(loop.Condition!)))).Steps;
        _builder.Append(new RepeatInstruction(head.ToEquatableArray(), holds, body.ToEquatableArray(), step.ToEquatableArray()));
    }

    List<Instruction> LoopBody(ILoopOperation loop)
    {
        _loops.Push(loop);
        Call.LoopDepth++;
        List<Instruction> body = Region(() => Execute(loop.Body)).Steps;
        Call.LoopDepth--;
        _loops.Pop();
        _isUnreachable = false;
        return body;
    }
}
