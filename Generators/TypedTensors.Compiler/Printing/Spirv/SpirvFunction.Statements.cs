namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Branches and loops that leave early, variables, and barriers.</summary>
sealed partial class SpirvFunction
{
    const uint NoControl = 0;

    /// <summary>Whether the block goes on: it has not been left by a jump.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Declares a variable of the function; only before its first instruction.</summary>
    public uint Variable(uint type, string name)
    {
        uint id = Value(SpirvOp.Variable, Module.Pointer(StorageClass.Function, type), (uint)StorageClass.Function);
        Module.Name(id, name);
        return id;
    }

    /// <summary>Writes a branch with two sides.</summary>
    public void IfElse(uint condition, Action whenTrue, Action whenFalse)
    {
        uint inside = Module.NewId(), otherwise = Module.NewId(), after = Module.NewId();
        _code.Add(SpirvOp.SelectionMerge, after, NoControl);
        _code.Add(SpirvOp.BranchConditional, condition, inside, otherwise);
        bool goesOn = Side(inside, whenTrue, after) | Side(otherwise, whenFalse, after);
        Begin(after);
        if (!goesOn)
        {
            _code.Add(SpirvOp.Unreachable);
            _isOpen = false;
        }
    }

    /// <summary>Writes a loop.</summary>
    /// <param name="head">Writes what is computed before each round; returns the condition under which it goes on, or null for always.</param>
    /// <param name="body">Writes a round, given where it breaks to and continues at.</param>
    /// <param name="step">Writes what follows a round.</param>
    public void Repeat(Func<uint?> head, Action<uint, uint> body, Action step)
    {
        uint header = Module.NewId(), test = Module.NewId(), round = Module.NewId(), next = Module.NewId(), after = Module.NewId();
        Branch(header);
        _code.Add(SpirvOp.LoopMerge, after, next, NoControl);
        Branch(test);
        if (head() is { } condition)
        {
            _code.Add(SpirvOp.BranchConditional, condition, round, after);
        }
        else
        {
            _code.Add(SpirvOp.Branch, round);
        }

        Side(round, () => body(after, next), next);
        Begin(next);
        step();
        _code.Add(SpirvOp.Branch, header);
        Begin(after);
    }

    /// <summary>Ends the block by a jump.</summary>
    public void Jump(uint label)
    {
        _code.Add(SpirvOp.Branch, label);
        _isOpen = false;
    }

    /// <summary>Waits for all invocations of the group, and makes what they wrote visible to them.</summary>
    public void Barrier()
    {
        const uint Workgroup = 2, AcquireRelease = 0x8, UniformMemory = 0x40, WorkgroupMemory = 0x100;
        _code.Add(SpirvOp.ControlBarrier, Module.Constant(Workgroup), Module.Constant(Workgroup), Module.Constant(AcquireRelease | UniformMemory | WorkgroupMemory));
    }

    bool Side(uint label, Action write, uint after)
    {
        Begin(label);
        write();
        if (!_isOpen)
        {
            return false;
        }

        _code.Add(SpirvOp.Branch, after);
        return true;
    }
}
