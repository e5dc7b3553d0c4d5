using System.Runtime.CompilerServices;
using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Compute;

/// <summary>
/// How one thread of the processor runs a group: the steps between barriers are phases, each a loop over the group's threads, and what leads from barrier
/// to barrier, which is the same for all threads, is done once for the group.
/// </summary>
public sealed class PhasePlan
{
    readonly Uniformity _uniformity;
    readonly HashSet<Instruction> _groupSteps = new(ReferenceComparer.Instance);
    readonly HashSet<int> _groupValues = [];
    readonly HashSet<int> _groupVariables = [];
    readonly Dictionary<int, Instruction> _definitions = [];
    readonly List<Phase> _phases = [];
    bool _hasChanged;

    /// <summary>Plans a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="parameters">The kernel's parameters.</param>
    public PhasePlan(ComputeBody body, EquatableArray<ComputeParameter> parameters)
    {
        Body = body;
        _uniformity = new Uniformity(body, parameters);
        Define(body.Instructions);
        if (HasBarrier(body.Instructions))
        {
            do
            {
                _hasChanged = false;
                MarkGroupSteps(body.Instructions, isGroupLoop: false);
            }
            while (_hasChanged);
        }

        Split(body.Instructions);
        Crossing = new CrossingState(this, _phases);
    }

    /// <summary>The body.</summary>
    public ComputeBody Body { get; }

    /// <summary>The phases in the order of the text.</summary>
    public IReadOnlyList<Phase> Phases => _phases;

    /// <summary>What threads keep from one phase to another.</summary>
    public CrossingState Crossing { get; }

    /// <summary>Whether a step is done once for the group.</summary>
    /// <param name="step">The step.</param>
    /// <returns>True for barriers, for what leads to them, and for the values that this needs.</returns>
    public bool IsGroupStep(Instruction step) => step is StatementInstruction ? _groupSteps.Contains(step) : _groupValues.Contains(step.Id);

    /// <summary>Whether a variable is one for the whole group, because what leads to a barrier depends on it.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>True when threads only read it.</returns>
    public bool IsGroupVariable(int variable) => _groupVariables.Contains(variable);

    /// <summary>Whether a value is computed anew wherever it is needed: from where the thread is, scalars and sizes, by little arithmetic.</summary>
    /// <param name="id">The value.</param>
    /// <returns>True when it need not be kept.</returns>
    public bool IsComputedAnew(int id) =>
        _groupSteps.Count > 0 && _definitions[id] switch
        {
            VariableInstruction or ElementInstruction or ItemInstruction or IntrinsicInstruction or CallInstruction or LoopInstruction => false,
            Instruction instruction => instruction.Operands.All(IsComputedAnew),
        };

    /// <summary>The instruction that defines a value.</summary>
    /// <param name="id">The value.</param>
    /// <returns>The instruction.</returns>
    public Instruction DefinitionOf(int id) => _definitions[id];

    static bool HasBarrier(IEnumerable<Instruction> instructions) =>
        instructions.OfType<StatementInstruction>().Any(statement => statement is BarrierInstruction || statement.Blocks.Any(block => HasBarrier(block)));

    void Define(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            if (instruction is StatementInstruction statement)
            {
                statement.Blocks.ToList().ForEach(block => Define(block));
            }
            else
            {
                _definitions[instruction.Id] = instruction;
            }
        }
    }

    bool MarkGroupSteps(IEnumerable<Instruction> instructions, bool isGroupLoop)
    {
        bool any = false;
        foreach (StatementInstruction statement in instructions.OfType<StatementInstruction>())
        {
            bool isGroupStep = statement switch
            {
                BarrierInstruction => true,
                DeclareInstruction declare => IsGroupAssignment(declare.Variable, declare.Value),
                AssignInstruction assign => IsGroupAssignment(assign.Variable, assign.Value),
                JumpInstruction { Kind: JumpKind.Return } jump => !_uniformity.IsDivided(jump),
                JumpInstruction => isGroupLoop,
                _ => false,
            };
            foreach (EquatableArray<Instruction> block in statement.Blocks)
            {
                isGroupStep |= MarkGroupSteps(block, statement is RepeatInstruction ? _groupSteps.Contains(statement) : isGroupLoop);
            }

            if (isGroupStep)
            {
                _hasChanged |= _groupSteps.Add(statement);
                if (statement is IfInstruction or RepeatInstruction)
                {
                    Require(statement.Operands);
                }
            }

            any |= isGroupStep;
        }

        return any;
    }

    bool IsGroupAssignment(int variable, int value)
    {
        if (!_groupVariables.Contains(variable))
        {
            return false;
        }

        Require(value == StatementInstruction.NoValue ? [] : [value]);
        return true;
    }

    void Require(IEnumerable<int> values)
    {
        foreach (int value in values)
        {
            if (!_groupValues.Add(value))
            {
                continue;
            }

            _hasChanged = true;
            Instruction instruction = _definitions[value];
            Require(instruction.Operands);
            if (instruction is VariableInstruction read)
            {
                _groupVariables.Add(read.Variable);
            }
        }
    }

    void Split(IEnumerable<Instruction> instructions)
    {
        Phase? phase = null;
        foreach (Instruction instruction in instructions)
        {
            if (!IsGroupStep(instruction))
            {
                if (instruction is StatementInstruction || !IsComputedAnew(instruction.Id))
                {
                    if (phase is null)
                    {
                        _phases.Add(phase = new Phase());
                    }

                    phase.Steps.Add(instruction);
                }
            }
            else if (instruction is StatementInstruction statement)
            {
                phase = null;
                statement.Blocks.ToList().ForEach(block => Split(block));
            }
        }
    }

    /// <summary>Tells objects apart that have the same content.</summary>
    sealed class ReferenceComparer : IEqualityComparer<Instruction>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(Instruction x, Instruction y) => ReferenceEquals(x, y);

        public int GetHashCode(Instruction obj) => RuntimeHelpers.GetHashCode(obj);
    }
}

/// <summary>Steps that each thread takes without waiting for others.</summary>
public sealed class Phase
{
    /// <summary>The steps, without those that are computed anew.</summary>
    public List<Instruction> Steps { get; } = [];
}
