using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Finds what the results of a body need, and drops the rest.</summary>
sealed class DeadCode
{
    readonly Dictionary<int, Instruction> _definitions = [];
    readonly Dictionary<int, (LoopInstruction Loop, LoopVariable Variable)> _variables = [];
    readonly HashSet<int> _live = [];

    public DeadCode(IReadOnlyList<int> results, IEnumerable<Instruction> instructions)
    {
        Define(instructions);
        foreach (int result in results)
        {
            Mark(result);
        }
    }

    public BodyModel Remove(IEnumerable<Instruction> instructions, IReadOnlyList<int> results, Dictionary<int, string> names) =>
        new(Keep(instructions, names).ToEquatableArray(), results.ToEquatableArray());

    void Define(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            _definitions[instruction.Id] = instruction;
            if (instruction is LoopInstruction loop)
            {
                Define(loop.Body);
                foreach (LoopVariable variable in loop.Variables)
                {
                    _variables[variable.Inside] = (loop, variable);
                }
            }
        }
    }

    void Mark(int id)
    {
        if (!_live.Add(id))
        {
            return;
        }

        if (_variables.TryGetValue(id, out (LoopInstruction Loop, LoopVariable Variable) owner))
        {
            Mark(owner.Loop.Id);
            Mark(owner.Variable.Initial);
            Mark(owner.Variable.Next);
        }
        else if (_definitions.TryGetValue(id, out Instruction? instruction))
        {
            if (instruction is LoopInstruction loop)
            {
                Mark(loop.Start);
                Mark(loop.Bound);
                if (loop.ActiveVariable >= 0)
                {
                    Mark(loop.Variables[loop.ActiveVariable].Inside);
                }
            }
            else
            {
                foreach (int operand in instruction.Operands)
                {
                    Mark(operand);
                }
            }
        }
    }

    IEnumerable<Instruction> Keep(IEnumerable<Instruction> instructions, Dictionary<int, string> names)
    {
        foreach (Instruction instruction in instructions)
        {
            // Parameters stay, used or not: they are the signature.
            if (instruction is LoopInstruction loop && _live.Contains(loop.Id))
            {
                LoopVariable? active = loop.ActiveVariable >= 0 ? loop.Variables[loop.ActiveVariable] : null;
                List<LoopVariable> variables = loop.Variables.Where(variable => _live.Contains(variable.Inside)).ToList();
                yield return loop with
                {
                    Variables = variables.ToEquatableArray(),
                    ActiveVariable = active is null ? -1 : variables.IndexOf(active),
                    Body = Keep(loop.Body, names).ToEquatableArray(),
                };
            }
            else if (instruction is ParameterInstruction || _live.Contains(instruction.Id))
            {
                yield return names.TryGetValue(instruction.Id, out string? name) ? instruction with { Name = name } : instruction;
            }
        }
    }
}
