using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Parsing;

/// <summary>Collects the instructions of a body and simplifies them where that keeps what the user wrote recognisable.</summary>
sealed partial class BodyBuilder
{
    readonly Stack<List<Instruction>> _regions = new([new List<Instruction>()]);
    readonly List<Instruction> _constants = [];
    readonly Dictionary<(ElementType, ConstantValue), int> _constantIds = [];
    readonly Dictionary<int, Instruction> _instructions = [];
    readonly Dictionary<int, string> _names = [];
    readonly List<ElementType> _types = [];
    readonly List<bool> _uniform = [];

    /// <summary>The type of a value.</summary>
    public ElementType TypeOf(int id) => _types[id];

    /// <summary>Whether a value is the same for all elements.</summary>
    public bool IsUniform(int id) => _uniform[id];

    /// <summary>The constant that a value is, or null.</summary>
    public ConstantValue? ConstantOf(int id) =>
        _instructions.TryGetValue(id, out Instruction? found) && found is ConstantInstruction constant ? constant.Value : null;

    /// <summary>Gives a value the name of the user's local, unless it has one.</summary>
    public void Name(int id, string name)
    {
        if (_instructions.TryGetValue(id, out Instruction? found)
            && found is not (ConstantInstruction or ParameterInstruction or LoopInstruction)
            && !_names.ContainsKey(id))
        {
            _names[id] = name;
        }
    }

    public int Constant(ElementType type, ConstantValue value)
    {
        if (!_constantIds.TryGetValue((type, value), out int id))
        {
            id = NewId(type, uniform: true);
            _constantIds[(type, value)] = id;
            Instruction constant = new ConstantInstruction(id, type, null, value);
            _instructions[id] = constant;
            _constants.Add(constant);
        }

        return id;
    }

    public int Constant(bool value) => Constant(ElementType.Boolean, ConstantValue.Of(value));

    public int Zero(ElementType type) => Constant(type, type.IsGeneric ? ConstantValue.OfMember("Zero") : type.IsFloating ? ConstantValue.Of(0.0) : ConstantValue.Of(0L));

    public int Number(ElementType type, int value) =>
        Constant(type, type.IsFloating ? ConstantValue.Of((double)value) : (type.IsGeneric, value) switch
        {
            (true, 0) => ConstantValue.OfMember("Zero"),
            (true, 1) => ConstantValue.OfMember("One"),
            _ => ConstantValue.Of((long)value),
        });

    public int Parameter(ElementType type, string name, int index, bool isScalar)
    {
        int id = NewId(type, isScalar);
        return Add(new ParameterInstruction(id, type, name, index));
    }

    public int Unary(UnaryOperator op, int operand) => Add(new UnaryInstruction(NewId(_types[operand], operand), _types[operand], null, op, operand));

    public int Binary(BinaryOperator op, int left, int right) =>
        Add(new BinaryInstruction(NewId(_types[left], left, right), _types[left], null, op, left, right));

    /// <summary>A shift, whose count is an int, or of the shifted type where every element has its own.</summary>
    public int Shift(BinaryOperator op, int left, int count)
    {
        // x << int.CreateTruncating(y): only the low bits count, so lanes of the narrower int are not needed.
        if (_instructions.TryGetValue(count, out Instruction? found)
            && found is ConvertInstruction conversion
            && !IsUniform(count)
            && _types[conversion.Operand] == _types[left])
        {
            count = conversion.Operand;
        }

        return Binary(op, left, count);
    }

    public int Compare(ComparisonOperator op, int left, int right) =>
        Add(new CompareInstruction(NewId(ElementType.Boolean, left, right), null, op, left, right));

    public int BitCast(ElementType type, int operand) =>
        _types[operand] == type ? operand : Add(new BitCastInstruction(NewId(type, operand), type, null, operand));

    public int Intrinsic(string name, ElementType type, params int[] arguments) =>
        Add(new IntrinsicInstruction(NewId(type, arguments), type, null, name, arguments.ToEquatableArray()));

    public int Call(string containingType, string method, ElementType type, params int[] arguments) =>
        Add(new CallInstruction(NewId(type, arguments), type, null, containingType, method, arguments.ToEquatableArray()));

    public int Convert(ElementType type, int operand, bool native = false)
    {
        if (_types[operand] == type)
        {
            return operand;
        }

        if (ConstantOf(operand) is { } constant && ConstantFolding.Convert(constant, _types[operand], type) is { } converted)
        {
            return Constant(type, converted);
        }

        // (float)(x > 0 ? 1 : 0) is a choice between floats: the ints never need lanes of their own.
        if (_instructions.TryGetValue(operand, out Instruction? found)
            && found is SelectInstruction choice
            && IsConstantTree(choice.WhenTrue)
            && IsConstantTree(choice.WhenFalse))
        {
            return Select(choice.Condition, Convert(type, choice.WhenTrue), Convert(type, choice.WhenFalse));
        }

        return Add(new ConvertInstruction(NewId(type, operand), type, null, operand, native));
    }

    bool IsConstantTree(int id) =>
        ConstantOf(id) is not null
        || (_instructions.TryGetValue(id, out Instruction? found) && found is SelectInstruction choice
            && IsConstantTree(choice.WhenTrue) && IsConstantTree(choice.WhenFalse));

    /// <summary>Opens the region of a loop's body.</summary>
    public void BeginRegion() => _regions.Push([]);

    /// <summary>Closes the region of a loop's body.</summary>
    public List<Instruction> EndRegion() => _regions.Pop();

    /// <summary>Makes the number of a value whose instruction the caller appends: a loop's, or that of a read.</summary>
    public int NewValue(ElementType type, bool uniform) => NewId(type, uniform);

    public void Loop(LoopInstruction loop)
    {
        _instructions[loop.Id] = loop;
        _regions.Peek().Add(loop);
    }

    /// <summary>Appends a step that has no value.</summary>
    public void Append(StatementInstruction statement) => _regions.Peek().Add(statement);

    /// <summary>Appends the steps of a region that has been closed.</summary>
    public void Append(IEnumerable<Instruction> instructions) => _regions.Peek().AddRange(instructions);

    /// <summary>Ends a body of statements: leaves out what changes nothing and writes the names in.</summary>
    public EquatableArray<Instruction> BuildStatements() => new UnusedSteps([.. _constants, .. _regions.Peek()]).Remove(_names);

    /// <summary>Ends the body: leaves out what no result needs and writes the names in.</summary>
    public BodyModel Build(IReadOnlyList<int> results) =>
        new DeadCode(results, _regions.Peek()).Remove(_constants.Concat(_regions.Peek()), results, _names);

    /// <summary>Appends an instruction to the region that is open.</summary>
    public int Add(Instruction instruction)
    {
        _instructions[instruction.Id] = instruction;
        _regions.Peek().Add(instruction);
        return instruction.Id;
    }

    int NewId(ElementType type, params int[] operands) => NewId(type, operands.All(operand => _uniform[operand]));

    int NewId(ElementType type, bool uniform)
    {
        _types.Add(type);
        _uniform.Add(uniform);
        return _types.Count - 1;
    }
}
