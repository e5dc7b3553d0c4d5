using System.Globalization;

namespace TypedTensors.Compiler.Model.Serialization;

/// <summary>Reads what <see cref="FunctionWriter"/> writes.</summary>
public sealed class FunctionReader
{
    readonly string _text;
    int _position;

    FunctionReader(string text) => _text = text;

    char Next => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>Reads a function.</summary>
    /// <param name="containingType">The full name of the type that carries the text, with <c>global::</c>.</param>
    /// <param name="text">The text.</param>
    /// <returns>The function.</returns>
    /// <exception cref="FormatException">The text is not one that this version writes.</exception>
    public static FunctionModel Read(string containingType, string text)
    {
        var reader = new FunctionReader(text);
        string method = reader.Word();
        ElementType result = reader.Type();
        reader.Expect(' ');
        EquatableArray<Instruction> instructions = reader.Instructions().ToEquatableArray();
        reader.Expect('>');
        EquatableArray<int> results = reader.Numbers().ToEquatableArray();
        return reader._position == text.Length ? new FunctionModel(containingType, method, result, new BodyModel(instructions, results)) : throw reader.Unexpected();
    }

    /// <summary>The name of the function that a text describes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The name.</returns>
    public static string NameOf(string text) => text.Substring(0, Math.Max(0, text.IndexOf(' ')));

    List<Instruction> Instructions()
    {
        List<Instruction> instructions = [];
        while (char.IsDigit(Next))
        {
            Instruction instruction = Instruction(Number());
            instructions.Add(Next == '\'' ? instruction with { Name = Name() } : instruction);
            Expect(';');
        }

        return instructions;
    }

    Instruction Instruction(int id)
    {
        char code = Take();
        ElementType type = Type();
        switch (code)
        {
            case Symbols.Constant:
                return new ConstantInstruction(id, type, null, Value());
            case Symbols.Parameter:
                return new ParameterInstruction(id, type, null, Number());
            case Symbols.UnaryCode:
                return new UnaryInstruction(id, type, null, (UnaryOperator)Sign(Symbols.Unary), Number());
            case Symbols.BinaryCode:
                var binary = (BinaryOperator)Sign(Symbols.Binary);
                return Numbers() is [{ } left, { } right] ? new BinaryInstruction(id, type, null, binary, left, right) : throw Unexpected();
            case Symbols.Compare:
                var comparison = (ComparisonOperator)Sign(Symbols.Comparisons);
                return Numbers() is [{ } one, { } other] ? new CompareInstruction(id, null, comparison, one, other) : throw Unexpected();
            case Symbols.Select:
                return Numbers() is [{ } condition, { } whenTrue, { } whenFalse] ? new SelectInstruction(id, type, null, condition, whenTrue, whenFalse) : throw Unexpected();
            case Symbols.Convert or Symbols.ConvertNative:
                return new ConvertInstruction(id, type, null, Number(), code == Symbols.ConvertNative);
            case Symbols.BitCast:
                return new BitCastInstruction(id, type, null, Number());
            case Symbols.Intrinsic:
                return new IntrinsicInstruction(id, type, null, Word(), Numbers().ToEquatableArray());
            case Symbols.Call:
                return new CallInstruction(id, type, null, Word(), Word(), Numbers().ToEquatableArray());
            case Symbols.Loop:
                return Loop(id, type);
            default:
                throw Unexpected();
        }
    }

    LoopInstruction Loop(int id, ElementType type)
    {
        var comparison = (ComparisonOperator)Sign(Symbols.Comparisons);
        long step = Long();
        Expect(',');
        if (Numbers() is not [{ } start, { } bound, { } active])
        {
            throw Unexpected();
        }

        List<LoopVariable> variables = [];
        while (Next == '\'')
        {
            Expect('\'');
            string name = Word();
            ElementType variable = Type();
            variables.Add(Numbers() is [{ } initial, { } inside, { } next] ? new LoopVariable(name, variable, initial, inside, next) : throw Unexpected());
        }

        Expect('{');
        EquatableArray<Instruction> body = Instructions().ToEquatableArray();
        Expect('}');
        return new LoopInstruction(id, type, null, start, bound, comparison, step, variables.ToEquatableArray(), active, body);
    }

    ElementType Type() => new((ElementKind)Sign(Symbols.Types));

    int Sign(string signs)
    {
        int index = signs.IndexOf(Take());
        return index >= 0 ? index : throw Unexpected();
    }

    ConstantValue Value() =>
        Take() switch
        {
            'i' => ConstantValue.Of(Long()),
            'r' => new ConstantValue(ConstantKind.Real, Bits(), null),
            _ => throw Unexpected(),
        };

    long Bits()
    {
        int start = _position;
        while (Uri.IsHexDigit(Next))
        {
            _position++;
        }

        return long.Parse(_text.Substring(start, _position - start).PadRight(16, '0'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }

    List<int> Numbers()
    {
        List<int> numbers = [];
        if (char.IsDigit(Next) || Next == '-')
        {
            numbers.Add(Number());
            while (Next == ',')
            {
                Expect(',');
                numbers.Add(Number());
            }
        }

        return numbers;
    }

    int Number() => checked((int)Long());

    long Long()
    {
        int start = _position;
        _position += Next == '-' ? 1 : 0;
        while (char.IsDigit(Next))
        {
            _position++;
        }

        return long.TryParse(_text.Substring(start, _position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Unexpected();
    }

    string Word()
    {
        int end = _text.IndexOf(' ', _position);
        string word = end < 0 ? throw Unexpected() : _text.Substring(_position, end - _position);
        _position = end + 1;
        return word;
    }

    string Name()
    {
        Expect('\'');
        int end = _text.IndexOf(';', _position);
        string name = end < 0 ? throw Unexpected() : _text.Substring(_position, end - _position);
        _position = end;
        return name;
    }

    char Take() => _position < _text.Length ? _text[_position++] : throw Unexpected();

    void Expect(char expected)
    {
        if (Take() != expected)
        {
            throw Unexpected();
        }
    }

    FormatException Unexpected() => new($"The body of a kernel function cannot be read, at position {_position}.");
}
