using TypedTensors.Compiler.Model;
using TypedTensors.Compiler.Printing.CSharp;
using TypedTensors.Compiler.Text;

namespace TypedTensors.Compiler.Printing.Compute;

/// <summary>Writes the statements of a kernel in a language that has C's: C# and HLSL differ in how they spell types, values and elements.</summary>
abstract class StatementPrinter
{
    // Beyond this an expression gets a line of its own.
    const int LongExpression = 100;

    readonly InlinePlan _inlined;
    readonly Dictionary<int, Expression> _written = [];
    readonly Dictionary<int, string> _variables = [];
    readonly Dictionary<int, Instruction> _definitions = [];
    readonly Stack<Loop> _loops = new();

    private protected StatementPrinter(ComputeBody body)
    {
        Body = body;
        _inlined = new InlinePlan(body.Instructions);
    }

    private protected ComputeBody Body { get; }

    private protected NameScope Names { get; } = new();

    /// <summary>Hands out a name.</summary>
    private protected virtual string Take(string wish) => Names.Take(wish);

    /// <summary>How many loops of the kernel are open.</summary>
    private protected int LoopDepth => _loops.Count;

    /// <summary>Spells a type.</summary>
    private protected abstract string TypeName(ElementType type);

    /// <summary>Writes what computes a value.</summary>
    private protected abstract Expression Value(Instruction instruction);

    /// <summary>Writes a step that languages differ in: a store, a clearing, a barrier, a return.</summary>
    private protected abstract void WriteOther(IndentedWriter writer, StatementInstruction statement);

    private protected Expression Use(int id) => _written[id];

    private protected void Define(int id, Expression expression) => _written[id] = expression;

    private protected string Variable(int variable) =>
        _variables.TryGetValue(variable, out string? name) ? name : _variables[variable] = Take(Body.Variables[variable].Name);

    /// <summary>Whether a value has no line of its own.</summary>
    private protected bool IsInlined(Instruction instruction) => _inlined.IsInlined(instruction);

    /// <summary>Writes steps.</summary>
    private protected virtual void Write(IndentedWriter writer, IReadOnlyList<Instruction> instructions)
    {
        for (int index = 0; index < instructions.Count; index++)
        {
            // int k = 0; for (; k < n; k++) is for (int k = 0; k < n; k++), if nothing after the loop asks for k.
            if (instructions[index] is DeclareInstruction { Value: not StatementInstruction.NoValue } declare && LoopOf(declare, instructions, index) is { } place)
            {
                for (int between = index + 1; between < place; between++)
                {
                    WriteStep(writer, instructions[between]);
                }

                WriteLoop(writer, (RepeatInstruction)instructions[place], Declaration(declare));
                index = place;
                continue;
            }

            WriteStep(writer, instructions[index]);
        }
    }

    private protected void WriteStep(IndentedWriter writer, Instruction instruction)
    {
        switch (instruction)
        {
            case DeclareInstruction declare:
                writer.Line(Declaration(declare) + ";");
                break;
            case AssignInstruction assign:
                writer.Line(Assignment(assign) + ";");
                break;
            case IfInstruction branch:
                WriteBranch(writer, branch, "");
                break;
            case RepeatInstruction loop:
                WriteLoop(writer, loop, "");
                break;
            case JumpInstruction { Kind: JumpKind.Break }:
                writer.Line("break;");
                break;
            case JumpInstruction { Kind: JumpKind.Continue }:
                _loops.Peek().WriteStep?.Invoke(writer);
                writer.Line("continue;");
                break;
            case StatementInstruction other:
                WriteOther(writer, other);
                break;
            default:
                WriteValue(writer, instruction);
                break;
        }
    }

    private protected virtual void WriteValue(IndentedWriter writer, Instruction instruction)
    {
        _definitions[instruction.Id] = instruction;
        Expression value = Value(instruction);
        if (IsInlined(instruction) && (value.Code.Length <= LongExpression || InlinePlan.IsAlwaysAtHand(instruction)))
        {
            Define(instruction.Id, value);
            return;
        }

        string name = TakeName(instruction);
        Define(instruction.Id, Expression.Primary(name));
        writer.Line($"{TypeName(instruction.Type)} {name} = {value.Code};");
    }

    /// <summary>Names a value that has a line of its own.</summary>
    private protected virtual string TakeName(Instruction instruction) => Take(instruction.Name ?? NameOf(instruction));

    private protected virtual string Declaration(DeclareInstruction declare)
    {
        // Whoever declares again what a printer has written before is in another scope.
        _variables.Remove(declare.Variable);
        string value = declare.Value == StatementInstruction.NoValue ? Default(Body.Variables[declare.Variable].Type) : Use(declare.Value).Code;
        return $"{TypeName(Body.Variables[declare.Variable].Type)} {Variable(declare.Variable)} = {value}";
    }

    /// <summary>Writes the value that a variable without one begins with.</summary>
    private protected abstract string Default(ElementType type);

    private protected virtual string Assignment(AssignInstruction assign)
    {
        string name = Variable(assign.Variable), value = Use(assign.Value).Code;
        if (value.StartsWith(name + " ", StringComparison.Ordinal) && Compound(assign, name, value) is { } compound)
        {
            return compound;
        }

        return $"{name} = {value}";
    }

    // x = x + 1 is x++, and x = x * (a + b) is x *= a + b: where the whole right side is one operation on x.
    string? Compound(AssignInstruction assign, string name, string value)
    {
        if (!_definitions.TryGetValue(assign.Value, out Instruction? found)
            || found is not BinaryInstruction { Type.IsGeneric: false } binary
            || binary.Operator is BinaryOperator.Divide or BinaryOperator.Remainder
            || Use(binary.Left).Code != name)
        {
            return null;
        }

        string right = Use(binary.Right).Code, op = value.Substring(name.Length + 1, value.IndexOf(' ', name.Length + 1) - name.Length - 1);
        return (op, right) switch
        {
            ("+", "1") => name + "++",
            ("-", "1") => name + "--",
            _ => $"{name} {op}= {right}",
        };
    }

    private protected void WriteBranch(IndentedWriter writer, IfInstruction branch, string before)
    {
        if (branch.WhenTrue.Count == 0)
        {
            writer.Block($"{before}if ({Expression.Unary("!", Use(branch.Condition)).Code})", () => Write(writer, branch.WhenFalse));
            return;
        }

        writer.Block($"{before}if ({Use(branch.Condition).Code})", () => Write(writer, branch.WhenTrue));
        if (branch.WhenFalse.Count > 0 && branch.WhenFalse[branch.WhenFalse.Count - 1] is IfInstruction last && !branch.WhenFalse.Take(branch.WhenFalse.Count - 1).Any(NeedsLine))
        {
            Write(writer, [.. branch.WhenFalse.Take(branch.WhenFalse.Count - 1)]);
            WriteBranch(writer, last, "else ");
        }
        else if (branch.WhenFalse.Count > 0)
        {
            writer.Block("else", () => Write(writer, branch.WhenFalse));
        }

        bool NeedsLine(Instruction instruction)
        {
            if (instruction is StatementInstruction || !IsInlined(instruction))
            {
                return true;
            }

            Define(instruction.Id, Value(instruction));
            return Use(instruction.Id).Code.Length > LongExpression;
        }
    }

    private protected void WriteLoop(IndentedWriter writer, RepeatInstruction loop, string declaration)
    {
        var head = new IndentedWriter();
        Write(head, loop.Head);
        string condition = loop.Condition == StatementInstruction.NoValue ? "" : Use(loop.Condition).Code;
        bool isPlain = head.ToString().Length == 0;
        string? step = InlineStep(loop.Step);
        _loops.Push(new Loop(step is null ? inner => Write(inner, loop.Step) : null));
        string test = isPlain ? condition : "";
        string header = declaration.Length == 0 && string.IsNullOrEmpty(step)
            ? $"while ({(test.Length == 0 ? "true" : test)})"
            : $"for ({declaration};{(test.Length == 0 ? "" : " " + test)};{(string.IsNullOrEmpty(step) ? "" : " " + step)})";
        writer.Block(header, () =>
        {
            if (!isPlain)
            {
                writer.Line(head.ToString().TrimEnd('\n'));
                writer.Block($"if ({Expression.Unary("!", Use(loop.Condition)).Code})", () => writer.Line("break;"));
            }

            Write(writer, loop.Body);
            if (step is null)
            {
                Write(writer, loop.Step);
            }
        });
        _loops.Pop();
    }

    // The step as the last part of a 'for', or null when it takes statements.
    string? InlineStep(EquatableArray<Instruction> steps)
    {
        if (steps.Any(step => !CanStandInHeader(step)))
        {
            return null;
        }

        var assignments = new List<string>();
        foreach (Instruction step in steps)
        {
            if (step is AssignInstruction assign)
            {
                assignments.Add(Assignment(assign));
            }
            else
            {
                _definitions[step.Id] = step;
                Define(step.Id, Value(step));
            }
        }

        return string.Join(", ", assignments);
    }

    /// <summary>Whether a step of a loop can be part of an expression.</summary>
    private protected virtual bool CanStandInHeader(Instruction step) => step is StatementInstruction ? step is AssignInstruction : IsInlined(step);

    /// <summary>Where the loop stands whose counter a variable is, or null.</summary>
    private protected int? LoopOf(DeclareInstruction declare, IReadOnlyList<Instruction> instructions, int index)
    {
        int place = index + 1;
        while (place < instructions.Count && instructions[place] is not StatementInstruction && IsInlined(instructions[place]))
        {
            place++;
        }

        return place < instructions.Count
            && instructions[place] is RepeatInstruction loop
            && loop.Step.Any(step => step is AssignInstruction assign && assign.Variable == declare.Variable)
            && !instructions.Skip(place + 1).Any(later => Mentions(later, declare.Variable))
            ? place
            : null;

        static bool Mentions(Instruction instruction, int variable) =>
            instruction switch
            {
                VariableInstruction read => read.Variable == variable,
                AssignInstruction assign => assign.Variable == variable,
                StatementInstruction statement => statement.Blocks.Any(block => block.Any(inner => Mentions(inner, variable))),
                _ => false,
            };
    }

    static string NameOf(Instruction instruction) =>
        instruction switch
        {
            ElementInstruction or ItemInstruction => "element",
            VariableInstruction => "before",
            _ => ValueNames.Of(instruction),
        };

    /// <summary>A loop that is open.</summary>
    /// <param name="WriteStep">Writes the step before a <c>continue</c>, where it is not part of the loop's header.</param>
    sealed record Loop(Action<IndentedWriter>? WriteStep);
}
