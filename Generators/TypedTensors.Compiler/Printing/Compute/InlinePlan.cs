using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Compute;

/// <summary>Which values of a body of statements are written where they are read, and which get a line of their own.</summary>
/// <remarks>A value that reads something that changes moves only as far as nothing changes it on the way.</remarks>
public sealed class InlinePlan
{
    readonly List<(Instruction Value, int Position, int Block)> _values = [];
    readonly Dictionary<int, List<(int Position, int Block, int Reader)>> _uses = [];
    readonly List<(int Position, StatementInstruction Change)> _changes = [];
    readonly Dictionary<int, int> _inlinedAt = [];
    int _position;
    int _blockCount;

    /// <summary>Plans a body.</summary>
    /// <param name="body">Its steps.</param>
    public InlinePlan(EquatableArray<Instruction> body)
    {
        Walk(body);
        for (int index = _values.Count - 1; index >= 0; index--)
        {
            Decide(_values[index]);
        }
    }

    /// <summary>Whether a value is written where it is read.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it needs no line of its own.</returns>
    public bool IsInlined(Instruction value) => IsAlwaysAtHand(value) || _inlinedAt.ContainsKey(value.Id);

    /// <summary>Whether a value costs nothing to write again.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True for constants, scalars, sizes, and where the thread is.</returns>
    public static bool IsAlwaysAtHand(Instruction value) =>
        value is ConstantInstruction or ParameterInstruction or ThreadInstruction or SizeInstruction;

    int Walk(EquatableArray<Instruction> instructions)
    {
        int block = _blockCount++;
        foreach (Instruction instruction in instructions)
        {
            int position = _position++;
            if (instruction is not StatementInstruction statement)
            {
                _values.Add((instruction, position, block));
                Use(instruction.Operands, position, block, instruction.Id);
                continue;
            }

            _changes.Add((position, statement));
            if (statement is RepeatInstruction loop)
            {
                // The condition is read where the head ends.
                int head = Walk(loop.Head);
                Use(loop.Operands, _position++, head, StatementInstruction.NoValue);
                Walk(loop.Body);
                Walk(loop.Step);
                continue;
            }

            Use(statement.Operands, position, block, StatementInstruction.NoValue);
            foreach (EquatableArray<Instruction> inner in statement.Blocks)
            {
                Walk(inner);
            }
        }

        return block;
    }

    void Use(IEnumerable<int> operands, int position, int block, int reader)
    {
        foreach (int operand in operands)
        {
            if (!_uses.TryGetValue(operand, out var uses))
            {
                _uses[operand] = uses = [];
            }

            uses.Add((position, block, reader));
        }
    }

    void Decide((Instruction Value, int Position, int Block) defined)
    {
        Instruction value = defined.Value;
        if (value.Name is not null || !_uses.TryGetValue(value.Id, out var uses) || uses is not [var use] || use.Block != defined.Block)
        {
            return;
        }

        int position = _inlinedAt.TryGetValue(use.Reader, out int moved) ? moved : use.Position;
        if (!_changes.Any(change => change.Position > defined.Position && change.Position < position && Changes(change.Change, value)))
        {
            _inlinedAt[value.Id] = position;
        }
    }

    static bool Changes(StatementInstruction statement, Instruction read) =>
        (statement, read) switch
        {
            (AssignInstruction assign, VariableInstruction variable) => assign.Variable == variable.Variable,
            (DeclareInstruction declare, VariableInstruction variable) => declare.Variable == variable.Variable,
            (StoreElementInstruction store, ElementInstruction element) => store.Buffer == element.Buffer,
            (StoreItemInstruction store, ItemInstruction item) => store.Array == item.Array,
            (ClearInstruction clear, ItemInstruction item) => clear.Array == item.Array,
            (BarrierInstruction, ElementInstruction or ItemInstruction) => true,
            _ => false,
        };
}
