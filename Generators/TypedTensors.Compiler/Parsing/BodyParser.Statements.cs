using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Statements.</summary>
partial class BodyParser
{
    private protected virtual void Execute(IOperation statement)
    {
        ThrowIfCancelled();
        if (_isUnreachable)
        {
            return;
        }

        switch (statement)
        {
            case IBlockOperation block:
                ExecuteAll(block.Operations);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    Declare(declarator);
                }

                break;
            case IExpressionStatementOperation expression:
                Evaluate(expression.Operation);
                break;
            case IReturnOperation { ReturnedValue: { } returned }:
                Leave(ExitKind.Return, Evaluate(returned));
                break;
            case IConditionalOperation conditional:
                Branch(EvaluateLeaf(conditional.Condition), () => Execute(conditional.WhenTrue), () =>
                {
                    if (conditional.WhenFalse is { } otherwise)
                    {
                        Execute(otherwise);
                    }
                });
                break;
            case ISwitchOperation choice:
                ExecuteSwitch(choice);
                break;
            case IForLoopOperation loop:
                ExecuteLoop(loop);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch when Current.Scopes.Count > 1:
                Leave(branch.BranchKind == BranchKind.Break ? ExitKind.Break : ExitKind.Continue, null);
                break;
            case IEmptyOperation or ILocalFunctionOperation:
                break;
            case ILoopOperation:
                throw Fault(FaultKind.Loop, "How often this loop runs depends on the elements; count with 'for' to the most rounds that can be needed, and leave with 'break'.", statement.Syntax);
            default:
                throw Fault(FaultKind.UnsupportedStatement, Unsupported.Statement(statement), statement.Syntax);
        }
    }

    private protected virtual void ExecuteAll(IReadOnlyList<IOperation> statements)
    {
        foreach (IOperation statement in statements)
        {
            Execute(statement);
        }
    }

    private protected virtual void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer()?.Value is { } initial)
        {
            Assign(declarator.Symbol, Evaluate(initial));
        }
    }

    private protected void Assign(ISymbol variable, Value value)
    {
        NameLeaves(value, variable.Name);
        _locals[variable] = value;
    }

    private protected void NameLeaves(Value value, string name)
    {
        if (value is Leaf leaf)
        {
            _builder.Name(leaf.Id, name);
        }
        else
        {
            foreach (int id in Leaves(value))
            {
                _builder.Name(id, name);
            }
        }
    }

    /// <summary>Runs both branches on copies of the locals and joins the copies.</summary>
    private protected virtual void Branch(int condition, Action whenTrue, Action whenFalse)
    {
        if (_builder.ConstantOf(condition) is { } known)
        {
            (known.IsZero ? whenFalse : whenTrue)();
            return;
        }

        Stack<(int, bool)> path = Current.Scopes.Peek().Path;
        Locals before = _locals;

        (Locals After, bool Ended) RunBranch(bool value, Action branch, bool isLeftOver)
        {
            _locals = before.Copy();
            _isUnreachable = false;
            if (!isLeftOver)
            {
                path.Push((condition, value));
            }

            branch();
            if (!isLeftOver)
            {
                path.Pop();
            }

            return (_locals, _isUnreachable);
        }

        // Where all who met the condition have left, the other branch need not ask who is left.
        (Locals afterTrue, bool trueEnded) = RunBranch(true, whenTrue, isLeftOver: false);
        (Locals afterFalse, bool falseEnded) = RunBranch(false, whenFalse, isLeftOver: trueEnded);
        _isUnreachable = trueEnded && falseEnded;
        _locals = trueEnded ? afterFalse : falseEnded ? afterTrue : JoinLocals(condition, afterTrue, afterFalse);
    }

    Locals JoinLocals(int condition, Locals whenTrue, Locals whenFalse)
    {
        var joined = new Locals();

        // A local that only one branch has set is either its own or will be set before it is read: C# sees to that.
        foreach (ISymbol symbol in whenTrue.Symbols)
        {
            if (whenFalse.Find(symbol) is { } other)
            {
                joined[symbol] = Choose(condition, whenTrue[symbol], other, symbol.Name);
            }
        }

        return joined;
    }

    void ExecuteSwitch(ISwitchOperation choice)
    {
        Value value = Evaluate(choice.Value);
        List<ISwitchCaseOperation> sections = choice.Cases
            .OrderBy(section => section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default))
            .ToList();
        ExecuteSection(0);

        void ExecuteSection(int index)
        {
            if (index == sections.Count)
            {
                return;
            }

            ISwitchCaseOperation section = sections[index];
            if (section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default))
            {
                ExecuteSectionBody(section);
                return;
            }

            int condition = section.Clauses.Aggregate(
                _builder.Constant(false),
                (any, clause) => _builder.Or(any, MatchClause(value, clause)));
            Branch(condition, () => ExecuteSectionBody(section), () => ExecuteSection(index + 1));
        }

        void ExecuteSectionBody(ISwitchCaseOperation section)
        {
            IReadOnlyList<IOperation> body = section.Body is [IBlockOperation block] ? block.Operations : section.Body;

            // The 'break' that ends a section only separates it from the next.
            List<IOperation> statements = [.. body.TakeWhile(statement => !LeavesSwitch(statement))];
            if (statements.SelectMany(statement => statement.DescendantsAndSelf()).FirstOrDefault(LeavesSwitch) is { } nested)
            {
                throw Fault(FaultKind.UnsupportedStatement, "Within a switch section, 'break' must be the last statement; write the rest of the section in an 'else'.", nested.Syntax);
            }

            ExecuteAll(statements);
        }

        bool LeavesSwitch(IOperation statement) =>
            statement is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, choice.ExitLabel);
    }

    int MatchClause(Value value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return _builder.Compare(ComparisonOperator.Equal, Single(value, clause.Syntax), EvaluateLeaf(single.Value));
            case IPatternCaseClauseOperation pattern:
                int matches = Match(value, pattern.Pattern);
                return pattern.Guard is { } guard ? _builder.And(matches, EvaluateLeaf(guard)) : matches;
            default:
                throw Fault(FaultKind.UnsupportedStatement, "This case label is not part of the kernel language; write constants and comparisons, such as 'case 1:' and 'case < 0:'.", clause.Syntax);
        }
    }
}
