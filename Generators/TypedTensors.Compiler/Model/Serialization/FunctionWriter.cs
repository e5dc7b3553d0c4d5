using System.Globalization;
using System.Text;

namespace TypedTensors.Compiler.Model.Serialization;

/// <summary>Writes a kernel function as a line of text, which travels with its assembly as an attribute. <see cref="FunctionReader"/> reads it.</summary>
/// <remarks>
/// <c>Square f 0pf0'x;1bf*0,0;&gt;1</c> is <c>float Square(float x) => x * x</c>: name, type of the result, then each value's number, code, type and operands,
/// with its name after an apostrophe, then the result. The same function gives the same text.
/// </remarks>
public sealed class FunctionWriter
{
    readonly StringBuilder _text = new();

    FunctionWriter()
    {
    }

    /// <summary>Writes a function.</summary>
    /// <param name="function">The function; its types are concrete.</param>
    /// <returns>Text without quotes, backslashes and line breaks.</returns>
    public static string Write(FunctionModel function)
    {
        var writer = new FunctionWriter();
        writer._text.Append(function.Method).Append(' ');
        writer.Type(function.Result);
        writer._text.Append(' ');
        writer.Instructions(function.Body.Instructions);
        writer._text.Append('>');
        writer.Numbers(function.Body.Results);
        return writer._text.ToString();
    }

    void Instructions(IEnumerable<Instruction> instructions)
    {
        foreach (Instruction instruction in instructions)
        {
            Number(instruction.Id);
            Instruction(instruction);
            if (instruction.Name is not null)
            {
                _text.Append('\'').Append(instruction.Name);
            }

            _text.Append(';');
        }
    }

    void Instruction(Instruction instruction)
    {
        switch (instruction)
        {
            case ConstantInstruction constant:
                Code(Symbols.Constant, constant);
                Value(constant.Value);
                break;
            case ParameterInstruction parameter:
                Code(Symbols.Parameter, parameter);
                Number(parameter.Index);
                break;
            case UnaryInstruction unary:
                Code(Symbols.UnaryCode, unary, Symbols.Unary[(int)unary.Operator]);
                break;
            case BinaryInstruction binary:
                Code(Symbols.BinaryCode, binary, Symbols.Binary[(int)binary.Operator]);
                break;
            case CompareInstruction compare:
                Code(Symbols.Compare, compare, Symbols.Comparisons[(int)compare.Operator]);
                break;
            case SelectInstruction select:
                Code(Symbols.Select, select);
                break;
            case ConvertInstruction convert:
                Code(convert.Native ? Symbols.ConvertNative : Symbols.Convert, convert);
                break;
            case BitCastInstruction cast:
                Code(Symbols.BitCast, cast);
                break;
            case IntrinsicInstruction call:
                Code(Symbols.Intrinsic, call);
                _text.Append(call.Intrinsic).Append(' ');
                break;
            case CallInstruction call:
                Code(Symbols.Call, call);
                _text.Append(call.ContainingType).Append(' ').Append(call.Method).Append(' ');
                break;
            case LoopInstruction loop:
                Loop(loop);
                break;
        }

        if (instruction is not LoopInstruction)
        {
            Numbers(instruction.Operands);
        }
    }

    void Loop(LoopInstruction loop)
    {
        Code(Symbols.Loop, loop, Symbols.Comparisons[(int)loop.While]);
        _text.Append(loop.Step.ToString(CultureInfo.InvariantCulture)).Append(',');
        Numbers([loop.Start, loop.Bound, loop.ActiveVariable]);
        foreach (LoopVariable variable in loop.Variables)
        {
            _text.Append('\'').Append(variable.Name).Append(' ');
            Type(variable.Type);
            Numbers([variable.Initial, variable.Inside, variable.Next]);
        }

        _text.Append('{');
        Instructions(loop.Body);
        _text.Append('}');
    }

    void Code(char code, Instruction instruction, char? operation = null)
    {
        _text.Append(code);
        Type(instruction.Type);
        if (operation is { } sign)
        {
            _text.Append(sign);
        }
    }

    void Type(ElementType type) =>
        _text.Append(type.IsGeneric ? throw new ArgumentException($"A function of the open type {type.Name} has no text.") : Symbols.Types[(int)type.Kind]);

    // The bits of a real number, without the zeros that end them: 0.5 is r3FE.
    void Value(ConstantValue value)
    {
        _ = value.Kind switch
        {
            ConstantKind.Integer => _text.Append('i').Append(value.Bits.ToString(CultureInfo.InvariantCulture)),
            ConstantKind.Real => _text.Append('r').Append(value.Bits.ToString("X16", CultureInfo.InvariantCulture).TrimEnd('0')),
            _ => throw new ArgumentException($"The member {value.Member} of an open type has no text."),
        };
    }

    void Numbers(IEnumerable<int> numbers)
    {
        string separator = "";
        foreach (int number in numbers)
        {
            _text.Append(separator);
            Number(number);
            separator = ",";
        }
    }

    void Number(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));
}
