using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Parsing;

namespace TypedTensors.Compiler.Devices;

/// <summary>Collects the instructions of a lowered body. A value that is computed already is not computed again.</summary>
sealed class DeviceBodyBuilder
{
    readonly List<Instruction> _constants = [];
    readonly Stack<(List<Instruction> Instructions, Dictionary<Instruction, int> Known)> _regions = new();
    readonly Dictionary<Instruction, int> _knownConstants = [];
    readonly Dictionary<int, ConstantInstruction> _constantOf = [];
    readonly List<ElementType> _types = [];

    public DeviceBodyBuilder() => BeginRegion();

    public ElementType TypeOf(int id) => _types[id];

    /// <summary>The whole number that a value is known to be, or null.</summary>
    public long? NumberOf(int id) =>
        _constantOf.TryGetValue(id, out ConstantInstruction? constant) && constant.Value.Kind == ConstantKind.Integer ? constant.Value.Bits : null;

    /// <summary>The real number that a value is known to be, or null.</summary>
    public double? RealOf(int id) =>
        _constantOf.TryGetValue(id, out ConstantInstruction? constant) && constant.Value.Kind == ConstantKind.Real ? constant.Value.Real : null;

    public int Constant(ElementType type, ConstantValue value)
    {
        var key = new ConstantInstruction(0, type, null, value);
        if (!_knownConstants.TryGetValue(key, out int id))
        {
            id = NewValue(type);
            _knownConstants[key] = id;
            _constantOf[id] = key with { Id = id };
            _constants.Add(_constantOf[id]);
        }

        return id;
    }

    public int Constant(ElementType type, long value) => Constant(type, type.IsFloating ? ConstantValue.Of((double)value) : ConstantValue.Of(value));

    public int Real(ElementType type, double value) => Constant(type, ConstantValue.Of(value));

    public int Bool(bool value) => Constant(ElementType.Boolean, ConstantValue.Of(value));

    public int Parameter(ElementType type, string name, int index) => Add(new ParameterInstruction(0, type, name, index));

    public int Unary(UnaryOperator op, int operand, string? name = null) => Add(new UnaryInstruction(0, TypeOf(operand), name, op, operand));

    public int Binary(BinaryOperator op, int left, int right, string? name = null) =>
        Folded(op, left, right) is { } number ? Real(TypeOf(left), number) : Add(new BinaryInstruction(0, TypeOf(left), name, op, left, right));

    public int Compare(ComparisonOperator op, int left, int right, string? name = null) => Add(new CompareInstruction(0, name, op, left, right));

    public int And(int left, int right) => left == right ? left : Binary(BinaryOperator.And, left, right);

    public int Select(int condition, int whenTrue, int whenFalse, string? name = null) =>
        whenTrue == whenFalse ? whenTrue
        : NumberOf(condition) is { } known ? (known != 0 ? whenTrue : whenFalse)
        : Add(new SelectInstruction(0, TypeOf(whenTrue), name, condition, whenTrue, whenFalse));

    public int Convert(ElementType type, int operand, string? name = null) =>
        TypeOf(operand) == type ? operand : Add(new ConvertInstruction(0, type, name, operand, Native: true));

    public int BitCast(ElementType type, int operand, string? name = null) =>
        TypeOf(operand) == type ? operand
        : NumberOf(operand) is { } number && !type.IsFloating ? Constant(type, type.Kind switch { ElementKind.Int32 => (int)number, ElementKind.UInt32 => (uint)number, _ => number })
        : Add(new BitCastInstruction(0, type, name, operand));

    public int Intrinsic(string function, string? name, params int[] arguments) =>
        Add(new IntrinsicInstruction(0, TypeOf(arguments[0]), name, function, arguments.ToEquatableArray()));

    /// <summary>A call of a function that a <see cref="DeviceFunctionModel"/> defines; its name is all that identifies it.</summary>
    public int Call(ElementType type, string function, string? name, params int[] arguments) =>
        Add(new CallInstruction(0, type, name, "", function, arguments.ToEquatableArray()));

    /// <summary>Makes a value that a loop defines.</summary>
    public int NewValue(ElementType type)
    {
        _types.Add(type);
        return _types.Count - 1;
    }

    public void BeginRegion() => _regions.Push(([], []));

    public EquatableArray<Instruction> EndRegion() => _regions.Pop().Instructions.ToEquatableArray();

    /// <summary>Adds a loop, whose values have been made before.</summary>
    public void Add(LoopInstruction loop) => _regions.Peek().Instructions.Add(loop);

    /// <summary>Adds a step without a value.</summary>
    public void Add(StatementInstruction statement) => _regions.Peek().Instructions.Add(statement);

    /// <summary>Adds a value that is what it is at this point only, and so never that of an earlier instruction.</summary>
    public int AddRead(Instruction read)
    {
        int id = NewValue(read.Type);
        _regions.Peek().Instructions.Add(read with { Id = id });
        return id;
    }

    /// <summary>Ends a body of statements.</summary>
    public EquatableArray<Instruction> BuildStatements() => new UnusedSteps([.. _constants, .. _regions.Peek().Instructions]).Remove([]);

    /// <summary>Ends the body and leaves out what no result needs.</summary>
    public BodyModel Build(IReadOnlyList<int> results)
    {
        List<Instruction> instructions = _regions.Peek().Instructions;
        return new DeadCode(results, _constants.Concat(instructions)).Remove(_constants.Concat(instructions), results, []);
    }

    // Compilers of shaders may do arithmetic on constants of float in double and round once. That float's own is the same for one operation; not for two.
    double? Folded(BinaryOperator op, int left, int right)
    {
        ElementType type = TypeOf(left);
        if (!type.IsFloating || (RealOf(left) ?? NumberOf(left)) is not { } first || (RealOf(right) ?? NumberOf(right)) is not { } second)
        {
            return null;
        }

        (double x, double y) = (Rounded(first), Rounded(second));
        double number = Rounded(op switch { BinaryOperator.Add => x + y, BinaryOperator.Subtract => x - y, BinaryOperator.Multiply => x * y, BinaryOperator.Divide => x / y, _ => double.NaN });
        return double.IsNaN(number) || double.IsInfinity(number) ? null : number;

        double Rounded(double value) => type.Kind == ElementKind.Single ? (float)value : value;
    }

    // Two values with the same operation and operands are one; the name is that of the first.
    int Add(Instruction instruction)
    {
        Instruction key = instruction.Name is null || instruction is ParameterInstruction ? instruction : instruction with { Name = null };
        foreach ((_, Dictionary<Instruction, int> known) in _regions)
        {
            if (known.TryGetValue(key, out int same))
            {
                return same;
            }
        }

        int id = NewValue(instruction.Type);
        (List<Instruction> instructions, Dictionary<Instruction, int> here) = _regions.Peek();
        here[key] = id;
        instructions.Add(instruction with { Id = id });
        return id;
    }
}
