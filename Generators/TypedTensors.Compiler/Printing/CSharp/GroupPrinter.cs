using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.Compute;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>Writes a kernel over an index space as a C# method that runs all threads of one group, one after the other between barriers.</summary>
public sealed class GroupPrinter
{
    readonly Statements _statements;

    /// <summary>Prepares to write a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    public GroupPrinter(ComputeModel kernel) => _statements = new Statements(kernel);

    /// <summary>Writes the statements of the method, which runs the group in a parameter called <c>group</c>.</summary>
    /// <param name="writer">Where to.</param>
    public void Print(IndentedWriter writer) => _statements.Print(writer);

    sealed class Statements : StatementPrinter
    {
        static readonly string[] Axes = ["X", "Y", "Z"];

        readonly ComputeModel _kernel;
        readonly PhasePlan _plan;
        readonly ScalarExpressions _scalars;
        readonly Dictionary<int, ElementType> _types = [];
        readonly string _group;
        readonly string[] _parameters;
        readonly string[] _arrays;
        readonly string[] _local = new string[3];
        readonly string[] _global = new string[3];
        readonly string _thread;
        readonly Dictionary<int, string> _kept = [];
        readonly Dictionary<int, string> _keptValues = [];
        readonly Dictionary<int, string> _keptArrays = [];
        string _ended = "";
        Phase? _phase;
        string? _end;
        int _loopsBefore;
        readonly Dictionary<int, string> _namesAnew = [];

        public Statements(ComputeModel kernel)
            : base(kernel.Body)
        {
            _kernel = kernel;
            _plan = new PhasePlan(kernel.Body, kernel.Parameters);
            _scalars = new ScalarExpressions(id => _types[id], kernel.TypeParameter is { IsFloating: true });
            CollectTypes(kernel.Body.Instructions);
            _group = Names.Take("group");
            _parameters = [.. kernel.Parameters.Select(parameter => Names.Take(parameter.Name))];
            _arrays = [.. kernel.Body.Arrays.Select(array => Names.Take(array.Name))];
            for (int axis = 0; axis < 3; axis++)
            {
                _local[axis] = Names.Take("local" + Axes[axis]);
                _global[axis] = Names.Take(Axes[axis].ToLowerInvariant());
            }

            _thread = Names.Take("thread");
        }

        CrossingState Crossing => _plan.Crossing;

        public void Print(IndentedWriter writer)
        {
            WriteParameters(writer);
            WriteArrays(writer);
            Write(writer, Body.Instructions);
        }

        void CollectTypes(IEnumerable<Instruction> instructions)
        {
            foreach (Instruction instruction in instructions)
            {
                if (instruction is StatementInstruction statement)
                {
                    statement.Blocks.ToList().ForEach(block => CollectTypes(block));
                }
                else
                {
                    _types[instruction.Id] = instruction.Type;
                }
            }
        }

        void WriteParameters(IndentedWriter writer)
        {
            int buffer = 0, scalar = 0;
            for (int index = 0; index < _kernel.Parameters.Count; index++)
            {
                ComputeParameter parameter = _kernel.Parameters[index];
                string type = TypeName(parameter.Type.Compute);
                writer.Line(parameter.IsBuffer
                    ? $"Buffer{parameter.Rank}D<{type}> {_parameters[index]} = {_group}.Buffer{parameter.Rank}D<{type}>({buffer++}, {Literals.Of($"{_kernel.Method}: {parameter.Name}")});"
                    : $"{type} {_parameters[index]} = {_group}.Scalar<{type}>({scalar++});");
            }
        }

        // What threads keep across phases lies thread by thread in an array of the group.
        void WriteArrays(IndentedWriter writer)
        {
            int threads = _kernel.Group.Threads;
            for (int index = 0; index < _arrays.Length; index++)
            {
                ComputeArray array = Body.Arrays[index];
                string span = $"Span<{TypeName(array.Type)}>";
                if (array.IsShared)
                {
                    writer.Line($"{span} {_arrays[index]} = {_group}.Array<{TypeName(array.Type)}>({array.Length});");
                }
                else if (Crossing.Arrays.Contains(index))
                {
                    _keptArrays[index] = Names.Take(array.Name + "OfThreads");
                    writer.Line($"{span} {_keptArrays[index]} = {_group}.Array<{TypeName(array.Type)}>({array.Length} * {threads});");
                }
                else
                {
                    writer.Line($"{span} {_arrays[index]} = stackalloc {TypeName(array.Type)}[{array.Length}];");
                }
            }

            foreach (int variable in Crossing.Variables)
            {
                Keep(writer, _kept, variable, Body.Variables[variable].Name, Body.Variables[variable].Type);
            }

            foreach (int value in Crossing.Values)
            {
                Keep(writer, _keptValues, value, _plan.DefinitionOf(value).Name ?? "value", _types[value]);
            }

            if (Crossing.EndsEarly)
            {
                _ended = Names.Take("ended");
                writer.Line($"Span<bool> {_ended} = {_group}.Array<bool>({threads});");
            }
        }

        void Keep(IndentedWriter writer, Dictionary<int, string> kept, int key, string name, ElementType type)
        {
            kept[key] = Names.Take(name + "OfThreads");
            writer.Line($"Span<{TypeName(type)}> {kept[key]} = {_group}.Array<{TypeName(type)}>({_kernel.Group.Threads});");
        }

        private protected override void Write(IndentedWriter writer, IReadOnlyList<Instruction> instructions)
        {
            if (_phase is not null)
            {
                base.Write(writer, instructions);
                return;
            }

            var pending = new List<Instruction>();
            for (int index = 0; index < instructions.Count; index++)
            {
                Instruction instruction = instructions[index];
                if (instruction is DeclareInstruction && _plan.IsGroupStep(instruction) && StartsLoop(instructions, index))
                {
                    WritePhase(writer, pending);
                    base.Write(writer, [instruction, instructions[++index]]);
                }
                else if (!_plan.IsGroupStep(instruction))
                {
                    pending.Add(instruction);
                }
                else if (instruction is StatementInstruction)
                {
                    WritePhase(writer, pending);
                    WriteStep(writer, instruction);
                }
                else
                {
                    WriteValue(writer, instruction);
                }
            }

            WritePhase(writer, pending);
        }

        // int start = 0; for (; start < n; start += 16): the counter belongs into the header.
        bool StartsLoop(IReadOnlyList<Instruction> instructions, int index) =>
            index + 1 < instructions.Count && instructions[index + 1] is RepeatInstruction && LoopOf((DeclareInstruction)instructions[index], instructions, index) == index + 1;

        void WritePhase(IndentedWriter writer, List<Instruction> pending)
        {
            Instruction? first = pending.Find(step => step is StatementInstruction || !_plan.IsComputedAnew(step.Id));
            pending.Clear();
            if (first is null)
            {
                return;
            }

            Phase phase = _plan.Phases.First(candidate => ReferenceEquals(candidate.Steps[0], first));
            WriteThreadLoop(writer, phase, 2, () => WriteThread(writer, phase));
        }

        void WriteThreadLoop(IndentedWriter writer, Phase phase, int axis, Action body)
        {
            if (axis < 0)
            {
                body();
                return;
            }

            int size = axis switch { 0 => _kernel.Group.X, 1 => _kernel.Group.Y, _ => _kernel.Group.Z };
            bool isAsked = Crossing.Of(phase).Places.Contains((ThreadPlace.Global, axis));
            if (size == 1 && axis > 0)
            {
                if (isAsked)
                {
                    writer.Line($"int {_global[axis]} = {_group}.{Axes[axis]};");
                }

                WriteThreadLoop(writer, phase, axis - 1, body);
                return;
            }

            writer.Block($"for (int {_local[axis]} = 0; {_local[axis]} < {size}; {_local[axis]}++)", () =>
            {
                if (isAsked)
                {
                    writer.Line($"int {_global[axis]} = {_group}.{Axes[axis]} * {size} + {_local[axis]};");
                }

                WriteThreadLoop(writer, phase, axis - 1, body);
            });
        }

        void WriteThread(IndentedWriter writer, Phase phase)
        {
            Touched touched = Crossing.Of(phase);
            _phase = phase;
            _loopsBefore = LoopDepth;
            _end = null;
            List<int> variables = [.. Crossing.Variables.Where(touched.Variables.Contains)];
            List<int> arrays = [.. Crossing.Arrays.Where(touched.Arrays.Contains)];
            List<int> values = [.. Crossing.Values.Where(touched.Values.Contains)];
            bool keeps = variables.Count + arrays.Count + values.Count > 0 || _ended.Length > 0;
            if (keeps || touched.Places.Contains((ThreadPlace.LocalIndex, 0)))
            {
                writer.Line($"int {_thread} = {LocalIndex()};");
            }

            if (_ended.Length > 0)
            {
                writer.Block($"if ({_ended}[{_thread}])", () => writer.Line("continue;"));
                writer.Line();
            }

            variables.ForEach(variable => writer.Line($"{TypeName(Body.Variables[variable].Type)} {Variable(variable)} = {_kept[variable]}[{_thread}];"));
            arrays.ForEach(array => writer.Line($"Span<{TypeName(Body.Arrays[array].Type)}> {_arrays[array]} = {_keptArrays[array]}.Slice({_thread} * {Body.Arrays[array].Length}, {Body.Arrays[array].Length});"));
            foreach (int value in values.Where(value => !touched.Defined.Contains(value)))
            {
                Define(value, Expression.Primary($"{_keptValues[value]}[{_thread}]"));
            }

            foreach (int value in touched.Values.Where(value => _plan.IsComputedAnew(value) && !touched.Defined.Contains(value) && !_plan.IsGroupStep(_plan.DefinitionOf(value))))
            {
                WriteValue(writer, _plan.DefinitionOf(value));
            }

            base.Write(writer, phase.Steps);
            List<int> changed = [.. variables.Where(touched.AssignedVariables.Contains)];
            if (_end is not null)
            {
                writer.Line($"{_end}:{(changed.Count == 0 ? " ;" : "")}");
            }

            changed.ForEach(variable => writer.Line($"{_kept[variable]}[{_thread}] = {Variable(variable)};"));
            _phase = null;
        }

        string LocalIndex()
        {
            GroupModel group = _kernel.Group;
            string rows = group.Z == 1 ? _local[1] : $"({_local[1]} + {group.Y} * {_local[2]})";
            return group.Y == 1 && group.Z == 1 ? _local[0]
                : group.Y == 1 ? $"{_local[0]} + {group.X} * {_local[2]}"
                : $"{_local[0]} + {group.X} * {rows}";
        }

        private protected override void WriteValue(IndentedWriter writer, Instruction instruction)
        {
            if (_phase is not null && _keptValues.TryGetValue(instruction.Id, out string? kept))
            {
                writer.Line($"{kept}[{_thread}] = {Value(instruction).Code};");
                Define(instruction.Id, Expression.Primary($"{kept}[{_thread}]"));
                return;
            }

            base.WriteValue(writer, instruction);
        }

        // What is computed anew in each phase has the same name in all of them.
        private protected override string TakeName(Instruction instruction) =>
            !_plan.IsComputedAnew(instruction.Id) ? base.TakeName(instruction)
            : _namesAnew.TryGetValue(instruction.Id, out string? name) ? name
            : _namesAnew[instruction.Id] = base.TakeName(instruction);

        private protected override bool CanStandInHeader(Instruction step) => (_phase is not null || _plan.IsGroupStep(step)) && base.CanStandInHeader(step);

        private protected override string Declaration(DeclareInstruction declare) =>
            !_kept.ContainsKey(declare.Variable) ? base.Declaration(declare)
            : $"{Variable(declare.Variable)} = {(declare.Value == StatementInstruction.NoValue ? "default" : Use(declare.Value).Code)}";

        private protected override string Default(ElementType type) => "default";

        private protected override string TypeName(ElementType type) => type.Name;

        private protected override Expression Value(Instruction instruction) =>
            instruction switch
            {
                ParameterInstruction parameter => Expression.Primary(_parameters[parameter.Index]),
                VariableInstruction read => Expression.Primary(Variable(read.Variable)),
                ElementInstruction element => Expression.Primary(Element(element.Buffer, element.Indices)),
                ItemInstruction item => Expression.Primary($"{_arrays[item.Array]}[{Use(item.Index).Code}]"),
                SizeInstruction size => Expression.Primary($"{_parameters[size.Buffer]}.{SizeName(_kernel.Parameters[size.Buffer].Rank, size.Axis)}"),
                ThreadInstruction thread => Expression.Primary(Place(thread)),
                _ => _scalars.Write(instruction, Use),
            };

        string Element(int buffer, EquatableArray<int> indices) => $"{_parameters[buffer]}[{string.Join(", ", indices.Select(index => Use(index).Code))}]";

        string Place(ThreadInstruction thread) =>
            thread.Place switch
            {
                ThreadPlace.Global => _global[thread.Axis],
                ThreadPlace.Local when thread.Axis > 0 && (thread.Axis == 1 ? _kernel.Group.Y : _kernel.Group.Z) == 1 => "0",
                ThreadPlace.Local => _local[thread.Axis],
                ThreadPlace.Group => $"{_group}.{Axes[thread.Axis]}",
                ThreadPlace.Grid => $"{_group}.Grid.{Axes[thread.Axis]}",
                _ => _thread,
            };

        static string SizeName(int rank, int axis) => rank == 1 ? "Length" : new[] { "Columns", "Rows", "Planes", "Blocks" }[rank - 1 - axis];

        private protected override void WriteOther(IndentedWriter writer, StatementInstruction statement)
        {
            switch (statement)
            {
                case StoreElementInstruction store:
                    Expression value = Use(store.Value);
                    bool isHalf = _kernel.Parameters[store.Buffer].Type.Kind == ElementKind.Half;
                    writer.Line($"{Element(store.Buffer, store.Indices)} = {(isHalf ? Expression.Unary("(float)", Expression.Unary("(Half)", value)) : value).Code};");
                    break;
                case StoreItemInstruction store:
                    writer.Line($"{_arrays[store.Array]}[{Use(store.Index).Code}] = {Use(store.Value).Code};");
                    break;
                case ClearInstruction clear:
                    writer.Line($"{_arrays[clear.Array]}.Clear();");
                    break;
                case BarrierInstruction:
                    writer.Line("// Here the threads of the group wait for each other.");
                    break;
                default:
                    WriteReturn(writer);
                    break;
            }
        }

        void WriteReturn(IndentedWriter writer)
        {
            if (_phase is null)
            {
                writer.Line("return;");
                return;
            }

            if (_ended.Length > 0)
            {
                writer.Line($"{_ended}[{_thread}] = true;");
            }

            bool keeps = Crossing.Variables.Any(Crossing.Of(_phase).AssignedVariables.Contains);
            if (!keeps && LoopDepth == _loopsBefore)
            {
                writer.Line("continue;");
                return;
            }

            _end ??= Names.Take("next");
            writer.Line($"goto {_end};");
        }
    }
}
