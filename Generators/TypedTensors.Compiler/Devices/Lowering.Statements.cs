using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Devices;

/// <summary>Statements of kernels over an index space: they stay what they are, on lowered values.</summary>
sealed partial class Lowering
{
    /// <summary>Lowers a body of statements for one choice of dtypes.</summary>
    /// <param name="body">The body.</param>
    /// <param name="specialization">What stands for the type parameter.</param>
    /// <param name="functions">Where the functions are found that it calls.</param>
    public static ComputeBody Lower(ComputeBody body, Specialization specialization, FunctionSet functions)
    {
        var lowering = new Lowering(new BodyModel(EquatableArray<Instruction>.Empty, EquatableArray<int>.Empty), specialization, functions);
        lowering.Lower(body.Instructions);
        return new ComputeBody(
            body.Variables.Select(variable => variable with { Type = lowering.Computed(variable.Type) }).ToEquatableArray(),
            body.Arrays.Select(array => array with { Type = lowering.Computed(array.Type) }).ToEquatableArray(),
            lowering._builder.BuildStatements());
    }

    ElementType Computed(ElementType type) => DeviceTypes.Computed(_specialization.Of(type));

    int LowerRead(Instruction instruction, ElementType type)
    {
        ElementType computed = DeviceTypes.Computed(type);
        return _builder.AddRead(instruction switch
        {
            ThreadInstruction or SizeInstruction => instruction,
            VariableInstruction read => read with { Type = computed },
            ElementInstruction read => read with { Type = computed, Indices = Values(read.Indices) },
            ItemInstruction read => read with { Type = computed, Index = _values[read.Index] },
            _ => throw new InvalidOperationException($"{instruction.GetType().Name} has no lowering."),
        });
    }

    void LowerStatement(StatementInstruction statement) => _builder.Add(statement switch
    {
        DeclareInstruction { Value: StatementInstruction.NoValue } => statement,
        DeclareInstruction declare => declare with { Value = _values[declare.Value] },
        AssignInstruction assign => assign with { Value = _values[assign.Value] },
        StoreElementInstruction store => store with { Indices = Values(store.Indices), Value = _values[store.Value] },
        StoreItemInstruction store => store with { Index = _values[store.Index], Value = _values[store.Value] },
        IfInstruction branch => branch with { Condition = _values[branch.Condition], WhenTrue = Block(branch.WhenTrue), WhenFalse = Block(branch.WhenFalse) },
        RepeatInstruction loop => LowerRepeat(loop),
        _ => statement,
    });

    StatementInstruction LowerRepeat(RepeatInstruction loop)
    {
        EquatableArray<Instruction> head = Block(loop.Head);
        int condition = loop.Condition == StatementInstruction.NoValue ? loop.Condition : _values[loop.Condition];
        return new RepeatInstruction(head, condition, Block(loop.Body), Block(loop.Step));
    }

    EquatableArray<Instruction> Block(EquatableArray<Instruction> instructions)
    {
        _builder.BeginRegion();
        Lower(instructions);
        return _builder.EndRegion();
    }

    EquatableArray<int> Values(EquatableArray<int> ids) => ids.Select(id => _values[id]).ToEquatableArray();
}
