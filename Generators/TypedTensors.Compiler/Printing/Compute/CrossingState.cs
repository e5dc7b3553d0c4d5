using TypedTensors.Compiler.Model;

namespace TypedTensors.Compiler.Printing.Compute;

/// <summary>What threads keep from one phase to another, and what each phase needs of it.</summary>
public sealed class CrossingState
{
    readonly PhasePlan _plan;
    readonly Dictionary<Phase, Touched> _touched = [];

    /// <summary>Examines phases.</summary>
    /// <param name="plan">The plan to which they belong.</param>
    /// <param name="phases">The phases in order.</param>
    public CrossingState(PhasePlan plan, IReadOnlyList<Phase> phases)
    {
        _plan = plan;
        foreach (Phase phase in phases)
        {
            var touched = new Touched();
            Touch(phase.Steps, touched);
            _touched[phase] = touched;
        }

        IEnumerable<int> CrossingOf(Func<Touched, IEnumerable<int>> items) =>
            _touched.Values.SelectMany(touched => items(touched).Distinct()).GroupBy(item => item).Where(group => group.Count() > 1).Select(group => group.Key);

        Variables = [.. CrossingOf(touched => touched.Variables).Where(variable => !plan.IsGroupVariable(variable)).OrderBy(variable => variable)];
        Arrays = [.. CrossingOf(touched => touched.Arrays).Where(array => !plan.Body.Arrays[array].IsShared).OrderBy(array => array)];
        Values = [.. CrossingOf(touched => touched.Values).Where(value => !plan.IsGroupStep(plan.DefinitionOf(value)) && !plan.IsComputedAnew(value)).OrderBy(value => value)];
        EndsEarly = phases.Take(Math.Max(phases.Count - 1, 0)).Any(phase => _touched[phase].HasReturn);
    }

    /// <summary>The variables that live across phases and differ between threads.</summary>
    public IReadOnlyList<int> Variables { get; }

    /// <summary>The arrays of threads that live across phases.</summary>
    public IReadOnlyList<int> Arrays { get; }

    /// <summary>The values that are computed in one phase and read in another.</summary>
    public IReadOnlyList<int> Values { get; }

    /// <summary>Whether threads may end in a phase that others follow.</summary>
    public bool EndsEarly { get; }

    /// <summary>The variables, arrays and values that a phase touches.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>What it touches.</returns>
    public Touched Of(Phase phase) => _touched[phase];

    void Touch(IEnumerable<Instruction> instructions, Touched touched)
    {
        foreach (Instruction instruction in instructions)
        {
            TouchValues(instruction.Operands, touched);
            switch (instruction)
            {
                case VariableInstruction read:
                    touched.Variables.Add(read.Variable);
                    break;
                case ItemInstruction read:
                    touched.Arrays.Add(read.Array);
                    break;
                case DeclareInstruction declare:
                    touched.Assign(declare.Variable);
                    break;
                case AssignInstruction assign:
                    touched.Assign(assign.Variable);
                    break;
                case StoreItemInstruction store:
                    touched.Arrays.Add(store.Array);
                    break;
                case ClearInstruction clear:
                    touched.Arrays.Add(clear.Array);
                    break;
                case JumpInstruction { Kind: JumpKind.Return }:
                    touched.HasReturn = true;
                    break;
                case ThreadInstruction thread:
                    touched.Places.Add((thread.Place, thread.Axis));
                    break;
            }

            if (instruction is StatementInstruction statement)
            {
                statement.Blocks.ToList().ForEach(block => Touch(block, touched));
            }
            else
            {
                touched.Values.Add(instruction.Id);
                touched.Defined.Add(instruction.Id);
            }
        }
    }

    // What is computed anew is needed with all that it needs.
    void TouchValues(IEnumerable<int> values, Touched touched)
    {
        foreach (int value in values)
        {
            if (touched.Values.Add(value) && _plan.IsComputedAnew(value))
            {
                Instruction instruction = _plan.DefinitionOf(value);
                if (instruction is ThreadInstruction thread)
                {
                    touched.Places.Add((thread.Place, thread.Axis));
                }

                TouchValues(instruction.Operands, touched);
            }
        }
    }
}

/// <summary>What a phase touches.</summary>
public sealed class Touched
{
    /// <summary>The variables it reads or assigns.</summary>
    public SortedSet<int> Variables { get; } = [];

    /// <summary>The variables it assigns.</summary>
    public SortedSet<int> AssignedVariables { get; } = [];

    /// <summary>The arrays it reads or writes.</summary>
    public SortedSet<int> Arrays { get; } = [];

    /// <summary>The values it computes or reads.</summary>
    public SortedSet<int> Values { get; } = [];

    /// <summary>The values it computes.</summary>
    public SortedSet<int> Defined { get; } = [];

    /// <summary>What it asks of where the thread is.</summary>
    public HashSet<(ThreadPlace Place, int Axis)> Places { get; } = [];

    /// <summary>Whether threads may end in it.</summary>
    public bool HasReturn { get; set; }

    internal void Assign(int variable)
    {
        Variables.Add(variable);
        AssignedVariables.Add(variable);
    }
}
