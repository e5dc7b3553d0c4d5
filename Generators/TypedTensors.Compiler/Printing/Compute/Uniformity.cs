using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Compute;

/// <summary>A barrier that only some threads of a group may come to.</summary>
/// <param name="Number">Which barrier.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
public sealed record StrayBarrier(int Number, string Reason);

/// <summary>Which values and variables are the same for all threads of a group, and which steps all of them take.</summary>
/// <remarks>
/// Everything is taken to be the same until something shows that it is not: where a thread is, what it reads from memory that threads write, what is
/// computed from such values, and what is assigned where only some threads come.
/// </remarks>
public sealed class Uniformity
{
    readonly EquatableArray<ComputeParameter> _parameters;
    readonly HashSet<int> _varyingValues = [];
    readonly HashSet<int> _varyingVariables = [];

    // Loops by their number in the order of the text: those that threads leave at different rounds, and those within which threads end.
    readonly HashSet<int> _dividedLoops = [];
    readonly HashSet<int> _endingLoops = [];
    readonly Stack<int> _openLoops = new();
    readonly List<JumpInstruction> _dividedJumps = [];
    readonly List<StrayBarrier> _strayBarriers = [];
    int _loopCount;
    bool _hasEnded;
    bool _hasChanged;

    /// <summary>Examines a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="parameters">The kernel's parameters.</param>
    public Uniformity(ComputeBody body, EquatableArray<ComputeParameter> parameters)
    {
        _parameters = parameters;
        do
        {
            _hasChanged = false;
            _loopCount = 0;
            _hasEnded = false;
            _strayBarriers.Clear();
            _dividedJumps.Clear();
            Walk(body.Instructions, null);
        }
        while (_hasChanged);
    }

    /// <summary>The barriers that only some threads may come to.</summary>
    public IReadOnlyList<StrayBarrier> StrayBarriers => _strayBarriers;

    /// <summary>Whether a value is the same for all threads of a group.</summary>
    /// <param name="id">The value.</param>
    /// <returns>True when it is known to be.</returns>
    public bool IsUniform(int id) => !_varyingValues.Contains(id);

    /// <summary>Whether only some threads of a group may make a jump.</summary>
    /// <param name="jump">The jump, this very object.</param>
    /// <returns>False when all make it or none.</returns>
    public bool IsDivided(JumpInstruction jump) => _dividedJumps.Any(divided => ReferenceEquals(divided, jump));

    /// <summary>Whether a variable is, at each point, the same for all threads of a group that come there.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>True when it is known to be.</returns>
    public bool IsUniformVariable(int variable) => !_varyingVariables.Contains(variable);

    // The division is why only some threads come here, or null where all do.
    void Walk(IEnumerable<Instruction> instructions, string? division)
    {
        foreach (Instruction instruction in instructions)
        {
            switch (instruction)
            {
                case DeclareInstruction declare:
                    Assign(declare.Variable, declare.Value, division);
                    break;
                case AssignInstruction assign:
                    Assign(assign.Variable, assign.Value, division);
                    break;
                case IfInstruction branch:
                    string? inner = division ?? (IsUniform(branch.Condition) ? null : "it depends on a condition that differs between threads");
                    Walk(branch.WhenTrue, inner);
                    Walk(branch.WhenFalse, inner);
                    break;
                case RepeatInstruction loop:
                    WalkLoop(loop, division);
                    break;
                case JumpInstruction jump when division is not null:
                    _dividedJumps.Add(jump);
                    Divide(jump.Kind);
                    break;
                case BarrierInstruction barrier when (division ?? EarlierEnd()) is { } reason:
                    _strayBarriers.Add(new StrayBarrier(barrier.Number, reason));
                    break;
                case StatementInstruction:
                    break;
                default:
                    if (Varies(instruction))
                    {
                        _hasChanged |= _varyingValues.Add(instruction.Id);
                    }

                    break;
            }
        }
    }

    void WalkLoop(RepeatInstruction loop, string? division)
    {
        int number = _loopCount++;
        bool conditionVaries = loop.Condition != StatementInstruction.NoValue && !IsUniform(loop.Condition);
        string? inner = division ?? (conditionVaries || _dividedLoops.Contains(number) ? "it stands in a loop that threads leave at different rounds" : null);
        _openLoops.Push(number);
        Walk(loop.Head, inner);
        Walk(loop.Body, inner);
        Walk(loop.Step, inner);
        _openLoops.Pop();
    }

    void Divide(JumpKind kind)
    {
        if (kind == JumpKind.Return)
        {
            _hasEnded = true;
            foreach (int loop in _openLoops)
            {
                _hasChanged |= _endingLoops.Add(loop);
            }
        }
        else
        {
            _hasChanged |= _dividedLoops.Add(_openLoops.Peek());
        }
    }

    string? EarlierEnd() => _hasEnded || _openLoops.Any(_endingLoops.Contains) ? "some threads may have returned before" : null;

    void Assign(int variable, int value, string? division)
    {
        if (division is not null || (value != StatementInstruction.NoValue && !IsUniform(value)))
        {
            _hasChanged |= _varyingVariables.Add(variable);
        }
    }

    bool Varies(Instruction instruction) =>
        instruction switch
        {
            ThreadInstruction thread => thread.Place is not (ThreadPlace.Group or ThreadPlace.Grid),
            VariableInstruction read => _varyingVariables.Contains(read.Variable),
            ItemInstruction => true,
            ElementInstruction element when !_parameters[element.Buffer].IsReadOnly => true,
            _ => instruction.Operands.Any(operand => !IsUniform(operand)),
        };
}
