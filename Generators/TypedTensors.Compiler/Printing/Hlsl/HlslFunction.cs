using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Hlsl;

/// <summary>Writes a lowered body as an HLSL function, with the names of the user's locals.</summary>
sealed class HlslFunction
{
    // Beyond this an expression gets a line of its own.
    const int LongExpression = 100;

    readonly BodyModel _body;
    readonly UseCounts _uses;
    readonly HlslNames _names = new();
    readonly Dictionary<int, Expression> _written = [];
    readonly Dictionary<int, ElementType> _types = [];

    public HlslFunction(BodyModel body)
    {
        _body = body;
        _uses = new UseCounts(body);
    }

    /// <summary>Writes the function.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="resultType">The type of what it returns.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="items">The items of the structure it returns, or none when it returns one value.</param>
    public void Print(IndentedWriter writer, string resultType, string name, IEnumerable<DeviceParameter> parameters, IReadOnlyList<string> items)
    {
        string[] names = [.. parameters.Select(parameter => _names.Take(parameter.Name))];
        IEnumerable<string> list = parameters.Select((parameter, index) => $"{HlslTypes.Name(parameter.Type)} {names[index]}");
        foreach (ParameterInstruction parameter in _body.Instructions.OfType<ParameterInstruction>())
        {
            Define(parameter.Id, parameter.Type, Expression.Primary(names[parameter.Index]));
        }

        writer.Block($"{resultType} {name}({string.Join(", ", list)})", () =>
        {
            Write(writer, _body.Instructions);
            if (items.Count == 0)
            {
                Return(writer, _types[_body.Results[0]], Use(_body.Results[0]));
                return;
            }

            string result = _names.Take("values");
            writer.Line($"{resultType} {result};");
            for (int index = 0; index < items.Count; index++)
            {
                writer.Line($"{result}.{items[index]} = {Use(_body.Results[index]).Code};");
            }

            writer.Line($"return {result};");
        });
    }

    // Only what goes into a precise variable is computed as written.
    void Return(IndentedWriter writer, ElementType type, Expression value)
    {
        if (!type.IsFloating)
        {
            writer.Line($"return {value.Code};");
            return;
        }

        string result = _names.Take("value");
        writer.Line($"{HlslTypes.Local(type)} {result} = {value.Code};");
        writer.Line($"return {result};");
    }

    void Write(IndentedWriter writer, IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
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
        Expression value = HlslExpressions.Write(instruction, Use);
        bool isInline = instruction is ConstantInstruction || (instruction.Name is null && _uses.IsReadOnceAtHome(instruction.Id) && value.Code.Length <= LongExpression);
        if (isInline)
        {
            Define(instruction.Id, instruction.Type, value);
            return;
        }

        string name = _names.Take(instruction.Name ?? ValueNames.Of(instruction));
        Define(instruction.Id, instruction.Type, Expression.Primary(name));
        writer.Line($"{HlslTypes.Local(instruction.Type)} {name} = {value.Code};");
    }

    void WriteLoop(IndentedWriter writer, LoopInstruction loop)
    {
        foreach (LoopVariable variable in loop.Variables)
        {
            string name = _names.Take(variable.Name);
            string initial = Use(variable.Initial).Code;
            Define(variable.Inside, variable.Type, Expression.Primary(name));
            writer.Line($"{HlslTypes.Local(variable.Type)} {name} = {initial};");
        }

        string counter = _names.Take(loop.Name ?? "i");
        string start = Use(loop.Start).Code;
        Define(loop.Id, loop.Type, Expression.Primary(counter));
        string condition = ScalarExpressions.Write(loop.While, Expression.Primary(counter), Use(loop.Bound)).Code;
        string active = loop.ActiveVariable >= 0 ? $"{Use(loop.Variables[loop.ActiveVariable].Inside).Code} && " : "";
        string step = loop.Step < 0 ? $"{counter} -= {-loop.Step}" : $"{counter} += {loop.Step}";
        writer.Line("[loop]");
        writer.Block($"for ({HlslTypes.Name(loop.Type)} {counter} = {start}; {active}{condition}; {step})", () =>
        {
            Write(writer, loop.Body);
            WriteNext(writer, loop);
        });
    }

    // All variables change at once: the new values are kept before the first is assigned.
    void WriteNext(IndentedWriter writer, LoopInstruction loop)
    {
        List<LoopVariable> changed = [.. loop.Variables.Where(variable => variable.Next != variable.Inside)];
        string[] next = [.. changed.Select(variable => Use(variable.Next).Code)];
        if (changed.Count > 1)
        {
            for (int index = 0; index < next.Length; index++)
            {
                string name = _names.Take("next_" + changed[index].Name);
                writer.Line($"{HlslTypes.Local(changed[index].Type)} {name} = {next[index]};");
                next[index] = name;
            }
        }

        for (int index = 0; index < next.Length; index++)
        {
            writer.Line($"{Use(changed[index].Inside).Code} = {next[index]};");
        }
    }

    Expression Use(int id) => _written[id];

    void Define(int id, ElementType type, Expression expression)
    {
        _written[id] = expression;
        _types[id] = type;
    }
}
