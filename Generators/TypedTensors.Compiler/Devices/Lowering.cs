using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>
/// Says a body in what every device has (<see cref="DeviceKernelModel"/>): narrow integers in 32 bits, wrapped after each operation; divisions, shifts and
/// conversions made total; functions as calls, or in terms of simpler ones.
/// </summary>
/// <remarks>It performs the operations of the C# body in their order, so that a device computes what the processor computes.</remarks>
sealed partial class Lowering
{
    readonly Specialization _specialization;
    readonly FunctionSet _functions;
    readonly DeviceBodyBuilder _builder = new();
    readonly Dictionary<int, int> _values = [];
    readonly Dictionary<int, ElementType> _types = [];
    readonly HashSet<int> _open = [];
    readonly DeferredCalls _deferred;

    Lowering(BodyModel body, Specialization specialization, FunctionSet functions)
    {
        _specialization = specialization;
        _functions = functions;
        _deferred = new DeferredCalls(body);
    }

    /// <summary>Lowers a body for one choice of dtypes.</summary>
    /// <param name="body">The body.</param>
    /// <param name="specialization">What stands for the type parameter.</param>
    /// <param name="functions">Where the functions are found that it calls.</param>
    public static BodyModel Lower(BodyModel body, Specialization specialization, FunctionSet functions)
    {
        var lowering = new Lowering(body, specialization, functions);
        lowering.Lower(body.Instructions);
        return lowering._builder.Build([.. body.Results.Select(result => lowering._values[result])]);
    }

    void Lower(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            ElementType type = _specialization.Of(instruction.Type);
            _types[instruction.Id] = type;
            if (instruction.Type.IsGeneric)
            {
                _open.Add(instruction.Id);
            }

            if (instruction is LoopInstruction loop)
            {
                LowerLoop(loop, type);
            }
            else if (instruction is StatementInstruction statement)
            {
                LowerStatement(statement);
            }
            else if (Callee(instruction) is not { } callee || !_deferred.IsDeferred(instruction.Id, callee))
            {
                _values[instruction.Id] = Lower(instruction, type);
            }
        }
    }

    int Lower(Instruction instruction, ElementType type) =>
        instruction switch
        {
            ConstantInstruction constant => _builder.Constant(DeviceTypes.Computed(type), Specialization.Value(type, constant.Value)),
            ParameterInstruction parameter => _builder.Parameter(DeviceTypes.Computed(type), parameter.Name!, parameter.Index),
            UnaryInstruction unary => Unary(unary, type),
            BinaryInstruction binary => Binary(binary.Operator, type, binary.Left, binary.Right, binary.Name),
            CompareInstruction compare => _builder.Compare(compare.Operator, _values[compare.Left], _values[compare.Right], compare.Name),
            SelectInstruction select => Select(select),
            ConvertInstruction convert => Convert(convert, type),
            BitCastInstruction cast => BitCast(cast, type),
            IntrinsicInstruction call => Callee(call) is { } callee ? Call(callee, call.Arguments, type, call.Name) : Intrinsic(call.Intrinsic, type, call.Arguments, call.Name),
            CallInstruction call => Callee(call) is { } callee ? Call(callee, call.Arguments, type, call.Name)
                : Enum.TryParse(call.Method, out BinaryOperator op) ? Binary(op, type, call.Arguments[0], call.Arguments[1], call.Name)
                : Intrinsic(call.Method, type, call.Arguments, call.Name),
            _ => LowerRead(instruction, type),
        };

    DeviceFunctionModel? Callee(Instruction instruction) =>
        FunctionCalls.Of(instruction, id => _types[id].Compute) is { } call ? _functions.Find(call) : null;

    int Call(DeviceFunctionModel callee, IEnumerable<int> arguments, ElementType type, string? name) =>
        Rounded(type, _builder.Call(callee.Results[0], callee.Name, name, [.. arguments.Select(argument => _values[argument])]));

    int Select(SelectInstruction select)
    {
        int condition = _values[select.Condition];
        return _deferred.CallOf(select) is { } call && Callee(call) is { } callee && DeferredCalls.IsWorthwhile(callee)
            ? CallWhereChosen(select, condition, call, callee)
            : _builder.Select(condition, _values[select.WhenTrue], _values[select.WhenFalse], select.Name);
    }

    /// <summary>Calls a function in a loop of at most one round, which only those elements enter that choose its value.</summary>
    int CallWhereChosen(SelectInstruction select, int condition, Instruction call, DeviceFunctionModel callee)
    {
        bool whenTrue = call.Id == select.WhenTrue;
        int chosen = whenTrue ? condition : _builder.Unary(UnaryOperator.Not, condition);
        int other = _values[whenTrue ? select.WhenFalse : select.WhenTrue];
        int counter = _builder.NewValue(DeviceTypes.Int32), active = _builder.NewValue(ElementType.Boolean), value = _builder.NewValue(_builder.TypeOf(other));
        _builder.BeginRegion();
        int result = Call(callee, call.Operands, _types[call.Id], null);
        EquatableArray<Instruction> body = _builder.EndRegion();
        _builder.Add(new LoopInstruction(
            counter,
            DeviceTypes.Int32,
            "round",
            _builder.Constant(DeviceTypes.Int32, 0),
            _builder.Constant(DeviceTypes.Int32, 1),
            ComparisonOperator.Less,
            1,
            new[]
            {
                new LoopVariable("active", ElementType.Boolean, chosen, active, _builder.Bool(false)),
                new LoopVariable(select.Name ?? "value", _builder.TypeOf(other), other, value, result),
            }.ToEquatableArray(),
            0,
            body));
        return value;
    }

    // Where Half is computed as such, each value is one.
    int Rounded(ElementType type, int value) =>
        type.Kind == ElementKind.Half ? _builder.Call(DeviceTypes.Computed(type), _functions.Find(FunctionCalls.RoundToHalf).Name, null, value) : value;

    /// <summary>Brings the result of an operation on narrow integers back into their range, as C# does.</summary>
    int Wrapped(ElementType type, int value)
    {
        if (!DeviceTypes.IsNarrow(type))
        {
            return Rounded(type, value);
        }

        ElementType computed = _builder.TypeOf(value);
        if (type.IsUnsigned)
        {
            return _builder.Binary(BinaryOperator.And, value, _builder.Constant(computed, (1L << DeviceTypes.BitsOf(type)) - 1));
        }

        int unused = _builder.Constant(DeviceTypes.Int32, 32 - DeviceTypes.BitsOf(type));
        return _builder.Binary(BinaryOperator.ShiftRight, _builder.Binary(BinaryOperator.ShiftLeft, value, unused), unused);
    }

    int BitCast(BitCastInstruction cast, ElementType type)
    {
        // Between byte and sbyte, and the like: the bits are those of a wrapped number.
        int operand = _values[cast.Operand];
        ElementType computed = DeviceTypes.Computed(type);
        return DeviceTypes.IsNarrow(type) ? Wrapped(type, _builder.BitCast(computed, operand)) : _builder.BitCast(computed, operand, cast.Name);
    }
}
