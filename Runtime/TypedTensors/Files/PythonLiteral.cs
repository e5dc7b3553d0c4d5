using System.Globalization;

namespace TypedTensors;

/// <summary>Reads the literal that a <c>.npy</c> header is: a Python dict of strings, whole numbers, bools, None, tuples and lists. Evaluates nothing.</summary>
/// <remarks>Strict where NumPy is lax: a key that stands twice, and a number beyond 64 bits, are refused.</remarks>
internal sealed class PythonLiteral
{
    /// <summary>The deepest nesting that is followed; plain arrays need 2, structured dtypes a few more.</summary>
    private const int DeepestNesting = 32;

    private readonly string text;
    private readonly NpySource source;
    private int position;
    private int depth;

    private PythonLiteral(string text, NpySource source)
    {
        this.text = text;
        this.source = source;
    }

    /// <summary>Reads a dict that fills the text, but for white space around it.</summary>
    /// <returns>
    /// The values: string, long, bool, null, <c>object[]</c> for a tuple, <see cref="List{T}"/> for a list, <see cref="Dictionary{TKey, TValue}"/> for a dict.
    /// </returns>
    /// <exception cref="NumpyFormatException">The text is anything else.</exception>
    public static Dictionary<string, object?> ParseDictionary(string text, NpySource source)
    {
        var parser = new PythonLiteral(text, source);
        Dictionary<string, object?> result = parser.Next() == '{' ? parser.Dictionary() : throw parser.Fault("a dict, '{', was expected");
        return parser.Next() == '\0' && parser.position == text.Length ? result : throw parser.Fault("the header goes on behind its dict");
    }

    private object? Value()
    {
        if (++depth > DeepestNesting)
        {
            throw Fault("values are nested too deep");
        }

        object? value = Next() switch
        {
            '{' => Dictionary(),
            '(' => Tuple(),
            '[' => Sequence(']', out _),
            '\'' or '"' => String(),
            '-' or (>= '0' and <= '9') => Integer(),
            _ => Word(),
        };
        depth--;
        return value;
    }

    private Dictionary<string, object?> Dictionary()
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        Expect('{');
        while (Next() != '}')
        {
            string key = Next() is '\'' or '"' ? String() : throw Fault("a key, in quotes, was expected");
            Expect(':');
            if (!entries.TryAdd(key, Value()))
            {
                throw Fault($"the key '{key}' stands twice");
            }

            if (Next() != '}')
            {
                Expect(',');
            }
        }

        Expect('}');
        return entries;
    }

    /// <summary>A tuple; or, in parentheses without a comma, just a value.</summary>
    private object? Tuple()
    {
        List<object?> items = Sequence(')', out bool hasComma);
        return items.Count == 1 && !hasComma ? items[0] : items.ToArray();
    }

    private List<object?> Sequence(char close, out bool hasComma)
    {
        var items = new List<object?>();
        hasComma = false;
        position++;
        while (Next() != close)
        {
            items.Add(Value());
            if (Next() != close)
            {
                Expect(',');
                hasComma = true;
            }
        }

        Expect(close);
        return items;
    }

    private string String()
    {
        char quote = text[position++];
        int start = position;
        while (position < text.Length && text[position] != quote)
        {
            if (text[position] is '\\' or < ' ')
            {
                throw Fault("a string with an escape or a control character is not read");
            }

            position++;
        }

        if (position == text.Length)
        {
            throw Fault("a string does not end");
        }

        return text[start..position++];
    }

    private object Integer()
    {
        int start = position;
        position += text[position] == '-' ? 1 : 0;
        int digits = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        ReadOnlySpan<char> number = text.AsSpan(start, position - start);
        if (position == digits || (text[digits] == '0' && position > digits + 1))
        {
            throw Fault($"'{number}' is not a whole number");
        }

        if (!long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            throw Fault($"the number {number} overflows 64 bits");
        }

        // Python 2 wrote long integers with an L.
        position += position < text.Length && text[position] == 'L' ? 1 : 0;
        return value;
    }

    private object? Word()
    {
        int start = position;
        while (position < text.Length && char.IsAsciiLetter(text[position]))
        {
            position++;
        }

        switch (text.AsSpan(start, position - start))
        {
            case "True": return true;
            case "False": return false;
            case "None": return null;
            default:
                position = start;
                throw Fault("a value was expected");
        }
    }

    private void Expect(char wanted)
    {
        if (Next() != wanted)
        {
            throw Fault($"'{wanted}' was expected");
        }

        position++;
    }

    /// <summary>The next character that is not white space, without taking it; NUL at the end.</summary>
    private char Next()
    {
        while (position < text.Length && (text[position] is ' ' or '\t' or '\n' or '\r'))
        {
            position++;
        }

        return position < text.Length ? text[position] : '\0';
    }

    private NumpyFormatException Fault(string reason) => source.Fault($"the header is no plain Python dict: {reason}, at character {position}.");
}
