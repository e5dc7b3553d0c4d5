using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Spirv;

/// <summary>Writes the single steps of a lowered body and remembers their values.</summary>
sealed partial class InstructionPrinter(SpirvFunction function, IReadOnlyDictionary<string, uint> functions)
{
    readonly Dictionary<int, (uint Id, ElementType Type)> _values = [];

    SpirvModule Module => function.Module;

    /// <summary>The SPIR-V value that a value of the model has become.</summary>
    public uint Use(int id) => _values[id].Id;

    /// <summary>Says what a value of the model has become.</summary>
    public void Define(int id, ElementType type, uint value) => _values.Add(id, (value, type));

    /// <summary>Writes a step that is no loop.</summary>
    public void Write(Instruction instruction) => Define(instruction.Id, instruction.Type, Value(instruction));

    /// <summary>Writes a comparison.</summary>
    /// <param name="comparison">Which.</param>
    /// <param name="type">The type of the operands.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    public uint Compare(ComparisonOperator comparison, ElementType type, uint left, uint right) =>
        function.Value(ArithmeticOperations.Of(comparison, type), Module.Boolean, left, right);

    uint Value(Instruction instruction)
    {
        ElementType type = instruction.Type;
        return instruction switch
        {
            ConstantInstruction constant => Module.Constant(type, constant.Value),
            ParameterInstruction parameter => function.Parameters[parameter.Index],
            UnaryInstruction unary => function.Value(ArithmeticOperations.Of(unary.Operator, type), Module.Type(type), Use(unary.Operand)),
            BinaryInstruction binary => Binary(binary, type),
            CompareInstruction compare => Compare(compare.Operator, TypeOf(compare.Left), Use(compare.Left), Use(compare.Right)),
            SelectInstruction select => function.Value(SpirvOp.Select, Module.Type(type), Use(select.Condition), Use(select.WhenTrue), Use(select.WhenFalse)),
            ConvertInstruction convert => Convert(Use(convert.Operand), TypeOf(convert.Operand), type),
            BitCastInstruction cast => BitCast(Use(cast.Operand), TypeOf(cast.Operand), type),
            IntrinsicInstruction intrinsic => Intrinsic(intrinsic, type),
            CallInstruction call => function.Call(functions[call.Method], Module.Type(type), Uses(call.Arguments)),
            _ => throw new ArgumentException($"Lowered bodies have no {instruction.GetType().Name} here.", nameof(instruction)),
        };
    }

    uint Binary(BinaryInstruction binary, ElementType type)
    {
        uint left = Use(binary.Left), right = Use(binary.Right);
        if (type.IsFloating && binary.Operator == BinaryOperator.Divide)
        {
            return function.Call(ExactQuotient.For(Module, type), Module.Type(type), left, right);
        }

        SpirvOp op = ArithmeticOperations.Of(binary.Operator, type);
        return type.IsFloating ? function.Exact(op, Module.Type(type), left, right) : function.Value(op, Module.Type(type), left, right);
    }

    // A bit cast or a conversion from a type to itself is no SPIR-V.
    uint BitCast(uint value, ElementType from, ElementType to) => from == to ? value : function.Value(SpirvOp.Bitcast, Module.Type(to), value);

    uint Convert(uint value, ElementType from, ElementType to)
    {
        if (from.IsInteger && to.IsInteger)
        {
            return from.Size == to.Size ? BitCast(value, from, to) : ConvertWidth(value, from, to);
        }

        SpirvOp op =
            from.IsFloating && to.IsFloating ? SpirvOp.FConvert
            : from.IsFloating ? (to.IsUnsigned ? SpirvOp.ConvertFToU : SpirvOp.ConvertFToS)
            : from.IsUnsigned ? SpirvOp.ConvertUToF : SpirvOp.ConvertSToF;
        return from == to ? value : function.Value(op, Module.Type(to), value);
    }

    // UConvert yields unsigned numbers only, SConvert both kinds.
    uint ConvertWidth(uint value, ElementType from, ElementType to)
    {
        if (!from.IsUnsigned)
        {
            return function.Value(SpirvOp.SConvert, Module.Type(to), value);
        }

        uint converted = function.Value(SpirvOp.UConvert, Module.Integer((uint)to.Size * 8, signed: false), value);
        return to.IsUnsigned ? converted : function.Value(SpirvOp.Bitcast, Module.Type(to), converted);
    }

    ElementType TypeOf(int id) => _values[id].Type;

    uint[] Uses(EquatableArray<int> ids) => [.. ids.Select(Use)];
}
