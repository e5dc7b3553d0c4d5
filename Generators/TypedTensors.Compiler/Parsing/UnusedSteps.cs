using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Drops, from a body of statements, values that nothing needs and variables that nothing reads.</summary>
sealed class UnusedSteps
{
    readonly IReadOnlyList<Instruction> _root;
    readonly Dictionary<int, Instruction> _definitions = [];
    readonly Dictionary<int, List<int>> _assigned = [];
    readonly HashSet<int> _live = [];
    readonly HashSet<int> _readVariables = [];

    public UnusedSteps(IReadOnlyList<Instruction> root)
    {
        _root = root;
        Define(root);
        MarkEffects(root);
    }

    public EquatableArray<Instruction> Remove(Dictionary<int, string> names) => Keep(_root, names);

    void Define(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            switch (instruction)
            {
                case StatementInstruction statement:
                    if (Assigned(statement) is { } assigned)
                    {
                        if (!_assigned.TryGetValue(assigned.Variable, out List<int>? values))
                        {
                            _assigned[assigned.Variable] = values = [];
                        }

                        values.AddRange(statement.Operands);
                    }

                    foreach (EquatableArray<Instruction> block in statement.Blocks)
                    {
                        Define(block);
                    }

                    break;
                default:
                    _definitions[instruction.Id] = instruction;
                    break;
            }
        }
    }

    void MarkEffects(IEnumerable<Instruction> instructions)
    {
        foreach (StatementInstruction statement in instructions.OfType<StatementInstruction>())
        {
            if (Assigned(statement) is null)
            {
                Mark(statement.Operands);
            }

            foreach (EquatableArray<Instruction> block in statement.Blocks)
            {
                MarkEffects(block);
            }
        }
    }

    void Mark(IEnumerable<int> ids)
    {
        foreach (int id in ids)
        {
            if (!_live.Add(id))
            {
                continue;
            }

            Instruction instruction = _definitions[id];
            Mark(instruction.Operands);
            if (instruction is VariableInstruction read && _readVariables.Add(read.Variable))
            {
                Mark(_assigned[read.Variable]);
            }
        }
    }

    EquatableArray<Instruction> Keep(IEnumerable<Instruction> instructions, Dictionary<int, string> names) =>
        instructions.Where(IsKept).Select(instruction => instruction switch
        {
            IfInstruction branch => branch with { WhenTrue = Keep(branch.WhenTrue, names), WhenFalse = Keep(branch.WhenFalse, names) },
            RepeatInstruction loop => loop with { Head = Keep(loop.Head, names), Body = Keep(loop.Body, names), Step = Keep(loop.Step, names) },
            _ => names.TryGetValue(instruction.Id, out string? name) ? instruction with { Name = name } : instruction,
        }).ToEquatableArray();

    bool IsKept(Instruction instruction) =>
        instruction is StatementInstruction statement
            ? Assigned(statement) is not { } assigned || _readVariables.Contains(assigned.Variable)
            : _live.Contains(instruction.Id);

    static (int Variable, int Value)? Assigned(StatementInstruction statement) =>
        statement switch
        {
            DeclareInstruction declare => (declare.Variable, declare.Value),
            AssignInstruction assign => (assign.Variable, assign.Value),
            _ => null,
        };
}
