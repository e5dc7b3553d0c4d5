namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>The body of a function in the making: instructions block by block, with structured branches and loops.</summary>
sealed partial class SpirvFunction
{
    readonly SpirvSection _code = new();
    bool _isOpen = true;

    /// <summary>Starts a function; its parameters follow.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Its name in the disassembly.</param>
    /// <param name="result">The type of its result.</param>
    /// <param name="parameters">The names and types of its parameters.</param>
    public SpirvFunction(SpirvModule module, string name, uint result, params (string Name, uint Type)[] parameters)
    {
        Module = module;
        Id = module.NewId();
        module.Name(Id, name);
        const uint NoControl = 0;
        _code.AddValue(SpirvOp.Function, result, Id, [NoControl, module.FunctionType(result, [.. parameters.Select(parameter => parameter.Type)])]);
        uint[] ids = new uint[parameters.Length];
        for (int index = 0; index < ids.Length; index++)
        {
            ids[index] = Value(SpirvOp.FunctionParameter, parameters[index].Type);
            module.Name(ids[index], parameters[index].Name);
        }

        Parameters = ids;
        Block = module.NewId();
        _code.Add(SpirvOp.Label, Block);
    }

    /// <summary>The module that gets the function.</summary>
    public SpirvModule Module { get; }

    /// <summary>The function.</summary>
    public uint Id { get; }

    /// <summary>The parameters' values.</summary>
    public IReadOnlyList<uint> Parameters { get; }

    /// <summary>The label of the block that is being written.</summary>
    public uint Block { get; private set; }

    /// <summary>Writes an instruction that yields a value.</summary>
    public uint Value(SpirvOp op, uint type, params uint[] operands)
    {
        uint id = Module.NewId();
        _code.AddValue(op, type, id, operands);
        return id;
    }

    /// <summary>Writes a floating-point operation that must be rounded as it stands, whatever follows it.</summary>
    public uint Exact(SpirvOp op, uint type, params uint[] operands)
    {
        uint id = Value(op, type, operands);
        Module.Decorate(id, Decoration.NoContraction);
        return id;
    }

    /// <summary>Writes a call of a function of <c>GLSL.std.450</c>.</summary>
    public uint Glsl(GlslFunction function, uint type, params uint[] operands) =>
        Value(SpirvOp.ExtInst, type, [Module.Glsl, (uint)function, .. operands]);

    /// <summary>Writes a call of a function of the module.</summary>
    public uint Call(uint function, uint type, params uint[] arguments) => Value(SpirvOp.FunctionCall, type, [function, .. arguments]);

    /// <summary>Reads a variable, or an element or member of it.</summary>
    /// <param name="storage">Where the variable lives.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="type">The type of what is read.</param>
    /// <param name="path">The way into the variable: indices of members and elements.</param>
    public uint Load(StorageClass storage, uint variable, uint type, params uint[] path) => Value(SpirvOp.Load, type, Address(storage, variable, type, path));

    /// <summary>Writes a value to an element or member of a variable.</summary>
    public void Store(StorageClass storage, uint variable, uint type, uint value, params uint[] path) =>
        _code.Add(SpirvOp.Store, Address(storage, variable, type, path), value);

    /// <summary>Writes a branch: what is written while <paramref name="then"/> runs is executed where the condition holds.</summary>
    public void If(uint condition, Action then)
    {
        uint inside = Module.NewId(), after = Module.NewId();
        const uint NoControl = 0;
        _code.Add(SpirvOp.SelectionMerge, after, NoControl);
        _code.Add(SpirvOp.BranchConditional, condition, inside, after);
        Begin(inside);
        then();
        if (_isOpen)
        {
            _code.Add(SpirvOp.Branch, after);
        }

        Begin(after);
    }

    /// <summary>Begins a loop; what follows, up to <see cref="SpirvLoop.While"/>, is computed before each round.</summary>
    public SpirvLoop BeginLoop()
    {
        var loop = new SpirvLoop(this, _code);
        Branch(loop.Header);
        return loop;
    }

    /// <summary>Ends the block by a jump and begins the one jumped to.</summary>
    public void Branch(uint label)
    {
        _code.Add(SpirvOp.Branch, label);
        Begin(label);
    }

    /// <summary>Begins a block.</summary>
    public void Begin(uint label)
    {
        _code.Add(SpirvOp.Label, label);
        Block = label;
        _isOpen = true;
    }

    /// <summary>Ends the block by leaving the function.</summary>
    public void Return()
    {
        _code.Add(SpirvOp.Return);
        _isOpen = false;
    }

    /// <summary>Ends the block by leaving the function with a result.</summary>
    public void Return(uint value)
    {
        _code.Add(SpirvOp.ReturnValue, value);
        _isOpen = false;
    }

    /// <summary>Ends the function and hands it to the module.</summary>
    /// <returns>The function.</returns>
    public uint End()
    {
        _code.Add(SpirvOp.FunctionEnd);
        Module.Add(_code);
        return Id;
    }

    uint Address(StorageClass storage, uint variable, uint type, uint[] path) =>
        path.Length == 0 ? variable : Value(SpirvOp.AccessChain, Module.Pointer(storage, type), [variable, .. path]);
}
