using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing;

/// <summary>How often each value of a body is read, and by what: printers write values that are read once where they are read.</summary>
sealed class UseCounts
{
    readonly Dictionary<int, int> _counts = [];
    readonly Dictionary<int, object?> _homes = [];
    readonly HashSet<int> _readInInnerRegion = [];
    readonly Dictionary<int, string?> _reader = [];

    public UseCounts(BodyModel body)
    {
        Visit(body.Instructions, null);
        foreach (int result in body.Results)
        {
            Read(result, null, null);
        }
    }

    /// <summary>Whether the value is read once, in the region that defines it.</summary>
    public bool IsReadOnceAtHome(int id) => _counts.TryGetValue(id, out int count) && count == 1 && !_readInInnerRegion.Contains(id);

    /// <summary>The name of the local that holds what the value's last reader computes.</summary>
    public string? ReaderOf(int id) => _reader.TryGetValue(id, out string? name) ? name : null;

    void Visit(IEnumerable<Instruction> instructions, object? region)
    {
        foreach (Instruction instruction in instructions)
        {
            _homes[instruction.Id] = region;
            if (instruction is LoopInstruction loop)
            {
                VisitLoop(loop, region);
                continue;
            }

            foreach (int operand in instruction.Operands)
            {
                Read(operand, region, instruction.Name);
            }
        }
    }

    void VisitLoop(LoopInstruction loop, object? region)
    {
        Read(loop.Start, region, null);

        // The bound is compared again in each round.
        Read(loop.Bound, loop, null);
        foreach (LoopVariable variable in loop.Variables)
        {
            Read(variable.Initial, region, variable.Name);
        }

        Visit(loop.Body, loop);
        foreach (LoopVariable variable in loop.Variables)
        {
            Read(variable.Next, loop, variable.Name);
        }
    }

    void Read(int id, object? region, string? reader)
    {
        _counts[id] = (_counts.TryGetValue(id, out int count) ? count : 0) + 1;
        _reader[id] = reader;
        if (_homes.TryGetValue(id, out object? home) && !ReferenceEquals(home, region))
        {
            _readInInnerRegion.Add(id);
        }
    }
}
