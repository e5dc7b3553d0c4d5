using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Calls of methods, which are replaced by their bodies. What returns early there is said with a variable, for a thread goes on in the caller.</summary>
sealed partial class ComputeBodyParser
{
    private protected override Value EvaluateCall(IInvocationOperation call) =>
        call.Instance is { } instance && IsPlaceType(instance.Type) ? CallMember(Evaluate(instance), call) : base.EvaluateCall(call);

    private protected override Value Run(IMethodSymbol method, ImmutableArray<Value> arguments, ImmutableDictionary<string, ElementType> typeArguments, SyntaxNode? call)
    {
        Locals callerLocals = _locals;
        IBlockOperation body = Enter(method, arguments, typeArguments, call);
        _calls.Push(new CallState(body, isKernel: false));
        MakeParametersVariable(method);
        Value result = RunBody(method, body);
        _calls.Pop();
        _frames.Pop();
        _locals = callerLocals;
        _isUnreachable = false;
        return result;
    }

    Value RunBody(IMethodSymbol method, IBlockOperation body)
    {
        List<IReturnOperation> returns = [.. body.Descendants().OfType<IReturnOperation>().Where(BelongsTo(body))];
        if (returns.Count == 0)
        {
            Execute(body);
            return new Aggregate([]);
        }

        if (returns is [{ ReturnedValue: { } only }] && body.Operations[body.Operations.Length - 1] == returns[0])
        {
            ExecuteAll([.. body.Operations.Take(body.Operations.Length - 1)]);
            return Evaluate(only);
        }

        Call.Result = method.ReturnsVoid ? new Aggregate([]) : DeclareVariables(method.Name, method.OriginalDefinition.ReturnType, body.Syntax);
        Call.Returned = DeclareVariable("returned", ElementType.Boolean, _builder.Constant(false)).Variable;
        Execute(body);
        _isUnreachable = false;
        return ReadVariables(Call.Result);
    }

    void ExecuteReturn(IReturnOperation returned)
    {
        if (Call.IsKernel)
        {
            _builder.Append(new JumpInstruction(JumpKind.Return));
        }
        else
        {
            if (returned.ReturnedValue is { } value)
            {
                AssignVariables(Call.Result!, Evaluate(value), returned.Syntax);
            }

            _builder.Append(new AssignInstruction(Call.Returned, _builder.Constant(true)));
            if (Call.LoopDepth > 0)
            {
                _builder.Append(new JumpInstruction(JumpKind.Break));
            }
        }

        _isUnreachable = true;
    }

    private protected override void ExecuteAll(IReadOnlyList<IOperation> statements)
    {
        for (int index = 0; index < statements.Count; index++)
        {
            IOperation statement = statements[index];
            IReadOnlyList<IOperation> rest = [.. statements.Skip(index + 1)];
            if (Call.IsKernel || rest.Count == 0 || !ContainsReturn(statement))
            {
                Execute(statement);
            }
            else if (Call.LoopDepth > 0)
            {
                Execute(statement);
                if (!_isUnreachable && statement.DescendantsAndSelf().Any(inner => inner is ILoopOperation && ContainsReturn(inner)))
                {
                    Branch(ReadVariable(Call.Returned), () => _builder.Append(new JumpInstruction(JumpKind.Break)), () => { });
                }
            }
            else
            {
                ExecuteBeforeRest(statement, rest);
                return;
            }
        }
    }

    // The rest is for those who have not returned: the other branch, or whoever the variable tells so.
    void ExecuteBeforeRest(IOperation statement, IReadOnlyList<IOperation> rest)
    {
        if (statement is IConditionalOperation branch && (AlwaysLeaves(branch.WhenTrue) || AlwaysLeaves(branch.WhenFalse)))
        {
            Branch(EvaluateLeaf(branch.Condition), () => ExecuteAll([branch.WhenTrue, .. rest]), () => ExecuteAll(branch.WhenFalse is { } otherwise ? [otherwise, .. rest] : rest));
            return;
        }

        Execute(statement);
        if (!_isUnreachable)
        {
            Branch(_builder.Not(ReadVariable(Call.Returned)), () => ExecuteAll(rest), () => { });
            _isUnreachable = false;
        }
    }

    static bool ContainsReturn(IOperation operation) => operation.DescendantsAndSelf().OfType<IReturnOperation>().Any(BelongsTo(operation));

    // Local functions within have returns of their own.
    static Func<IReturnOperation, bool> BelongsTo(IOperation operation) => returned =>
    {
        for (IOperation? outer = returned; outer is not null && outer != operation; outer = outer.Parent)
        {
            if (outer is ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    };

    static bool AlwaysLeaves(IOperation? statement) =>
        statement switch
        {
            IReturnOperation or IBranchOperation => true,
            IBlockOperation block => block.Operations.Any(AlwaysLeaves),
            IConditionalOperation branch => AlwaysLeaves(branch.WhenTrue) && AlwaysLeaves(branch.WhenFalse),
            _ => false,
        };
}
