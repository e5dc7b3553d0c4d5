using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.CSharp;

/// <summary>Writes a kernel's body as a C# method, on single values or on vectors of one width.</summary>
/// <remarks>
/// Values keep the names of the user's locals; those without a name that are read once are written where they are read. The scalar and
/// the vector methods perform the same operations in the same order, so that they give the same bits.
/// </remarks>
public sealed class BodyPrinter
{
    // Beyond this an expression gets a line of its own.
    const int LongExpression = 100;

    readonly KernelModel _kernel;
    readonly LanePlan _plan;
    readonly VectorExpressions? _vectors;
    readonly ScalarExpressions _scalars;
    readonly UseCounts _uses;
    readonly NameScope _names = new();
    readonly Dictionary<int, Expression> _written = [];
    readonly Dictionary<int, ElementType> _lanes = [];
    readonly HashSet<int> _inlined = [];
    readonly Dictionary<int, Instruction> _definitions = [];

    /// <summary>Prepares to write a body.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="plan">Its lanes.</param>
    /// <param name="bits">The width of the vectors, or 0 for single values.</param>
    public BodyPrinter(KernelModel kernel, LanePlan plan, int bits)
    {
        _kernel = kernel;
        _plan = plan;
        _vectors = bits == 0 ? null : new VectorExpressions(plan, bits);
        _scalars = new ScalarExpressions(plan.TypeOf, plan.IsFloatingGeneric);
        _uses = new UseCounts(kernel.Body);
    }

    /// <summary>Writes the method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="modifiers">What stands before the return type.</param>
    /// <param name="name">The method's name.</param>
    public void Print(IndentedWriter writer, string modifiers, string name)
    {
        List<ParameterInstruction> parameters = [.. _kernel.Body.Instructions.OfType<ParameterInstruction>().OrderBy(parameter => parameter.Index)];
        string list = string.Join(", ", parameters.Select(Declare));
        string header = $"{modifiers} {ResultType()} {name}({list})";

        var body = new IndentedWriter();
        Write(body, _kernel.Body.Instructions);
        string statements = body.ToString();
        Expression result = Result();
        if (_kernel.IsOverflowChecked)
        {
            writer.Block(header, () => writer.Block("unchecked", () => writer.Line(statements + $"return {result.Code};")));
        }
        else if (statements.Length == 0)
        {
            writer.Line(header + " =>");
            writer.Indent(() => writer.Line(result.Code + ";"));
        }
        else
        {
            writer.Block(header, () => writer.Line(statements + $"return {result.Code};"));
        }
    }

    string Declare(ParameterInstruction parameter)
    {
        string name = _names.Take(parameter.Name!);
        Define(parameter.Id, Expression.Primary(name), LaneOf(parameter.Id, parameter.Type));
        return $"{TypeOf(parameter.Id)} {name}";
    }

    string ResultType()
    {
        List<string> types = [.. _kernel.Results.Select(result => ResultType(result.Type.Compute))];
        return types.Count == 1 ? types[0] : $"({string.Join(", ", types)})";
    }

    string ResultType(ElementType type) => _vectors is null ? type.Name : _vectors.TypeOf(type.IsBoolean ? _plan.MaskLane : _plan.Lane(type));

    Expression Result()
    {
        List<Expression> results = [.. _kernel.Body.Results.Select(id => _vectors is null ? Use(id) : UseAs(id, _plan.TypeOf(id)))];
        return results.Count == 1 ? results[0] : Expression.Call("", results);
    }

    void Write(IndentedWriter writer, IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            _definitions[instruction.Id] = instruction;
            switch (instruction)
            {
                case ParameterInstruction:
                    break;
                case LoopInstruction loop:
                    WriteLoop(writer, loop);
                    break;
                default:
                    WriteValue(writer, instruction);
                    break;
            }
        }
    }

    void WriteValue(IndentedWriter writer, Instruction instruction)
    {
        VectorExpression value = _vectors is null || _plan.IsUniform(instruction.Id)
            ? new(_scalars.Write(instruction, Use), instruction.Type)
            : _vectors.Write(instruction, UseVector, Use);
        bool isNameless = instruction.Name is null || instruction.Name == _uses.ReaderOf(instruction.Id);
        if (instruction is ConstantInstruction || (isNameless && _uses.IsReadOnceAtHome(instruction.Id) && (value.Code.Code.Length <= LongExpression || IsReturned(instruction.Id))))
        {
            Define(instruction.Id, value.Code, value.Lane);
            _inlined.Add(instruction.Id);
            return;
        }

        string name = _names.Take(instruction.Name ?? ValueNames.Of(instruction));
        Define(instruction.Id, Expression.Primary(name), value.Lane);
        writer.Line($"{TypeOf(instruction.Id)} {name} = {value.Code.Code};");
    }

    // A lone result has the line of the return statement to itself.
    bool IsReturned(int id) => _kernel.Body.Results.Count == 1 && _kernel.Body.Results[0] == id;

    void WriteLoop(IndentedWriter writer, LoopInstruction loop)
    {
        foreach (LoopVariable variable in loop.Variables)
        {
            string name = _names.Take(variable.Name);
            string initial = (_vectors is null || _plan.IsUniform(variable.Inside) ? Use(variable.Initial) : UseAs(variable.Initial, variable.Type)).Code;
            Define(variable.Inside, Expression.Primary(name), LaneOf(variable.Inside, variable.Type));
            writer.Line($"{TypeOf(variable.Inside)} {name} = {initial};");
        }

        string counter = _names.Take(loop.Name!);
        Define(loop.Id, Expression.Primary(counter), loop.Type);
        string start = Use(loop.Start).Code;
        string condition = ScalarExpressions.Write(loop.While, Expression.Primary(counter), Use(loop.Bound)).Code;
        string step = loop.Step switch { 1 => $"{counter}++", -1 => $"{counter}--", < 0 => $"{counter} -= {-loop.Step}", _ => $"{counter} += {loop.Step}" };
        writer.Line();
        writer.Block($"for ({loop.Type.Name} {counter} = {start}; {condition}; {step})", () =>
        {
            if (loop.ActiveVariable >= 0)
            {
                WriteEarlyEnd(writer, loop.Variables[loop.ActiveVariable]);
            }

            Write(writer, loop.Body);
            WriteNext(writer, loop);
        });
        writer.Line();
    }

    void WriteEarlyEnd(IndentedWriter writer, LoopVariable active)
    {
        string name = Use(active.Inside).Code;
        string ended = _vectors is null || _plan.IsUniform(active.Inside) ? $"!{name}" : $"{name} == {_vectors.TypeOf(_lanes[active.Inside])}.Zero";
        writer.Block($"if ({ended})", () => writer.Line("break; // Every element has left the loop."));
        writer.Line();
    }

    // All variables change at once: one that another still reads must not be assigned before that.
    void WriteNext(IndentedWriter writer, LoopInstruction loop)
    {
        List<LoopVariable> pending = [.. loop.Variables.Where(variable => variable.Next != variable.Inside)];
        while (pending.Find(variable => pending.All(other => other == variable || !Reads(other.Next, variable.Inside))) is { } free)
        {
            writer.Line($"{Use(free.Inside).Code} = {Next(free).Code};");
            pending.Remove(free);
        }

        // What is left reads each other in a circle.
        List<(LoopVariable Variable, string Name)> kept = [.. pending.Select(variable => (variable, _names.Take("next" + NameScope.Pascal(variable.Name))))];
        foreach ((LoopVariable variable, string name) in kept)
        {
            writer.Line($"{TypeOf(variable.Inside)} {name} = {Next(variable).Code};");
        }

        foreach ((LoopVariable variable, string name) in kept)
        {
            writer.Line($"{Use(variable.Inside).Code} = {name};");
        }
    }

    Expression Next(LoopVariable variable) =>
        _vectors is null || _plan.IsUniform(variable.Inside) ? Use(variable.Next) : UseAs(variable.Next, variable.Type);

    bool Reads(int id, int variable) =>
        id == variable
        || (_inlined.Contains(id) && _definitions[id].Operands.Any(operand => Reads(operand, variable)));

    Expression Use(int id) => _written[id];

    VectorExpression UseVector(int id) =>
        _plan.IsUniform(id)
            ? _vectors!.Broadcast(_plan.TypeOf(id), (_definitions.TryGetValue(id, out Instruction? found) ? found as ConstantInstruction : null)?.Value, Use(id))
            : new(Use(id), _lanes[id]);

    // A result or a loop's variable has lanes that are settled before it is known what was compared.
    Expression UseAs(int id, ElementType type) =>
        (type.IsBoolean ? _vectors!.As(UseVector(id), _plan.MaskLane) : UseVector(id)).Code;

    ElementType LaneOf(int id, ElementType type) =>
        _vectors is null || _plan.IsUniform(id) ? type : type.IsBoolean ? _plan.MaskLane : _plan.Lane(type);

    string TypeOf(int id) => _vectors is null || _plan.IsUniform(id) ? _plan.TypeOf(id).Name : _vectors.TypeOf(_lanes[id]);

    void Define(int id, Expression expression, ElementType lane)
    {
        _written[id] = expression;
        _lanes[id] = lane;
    }
}
