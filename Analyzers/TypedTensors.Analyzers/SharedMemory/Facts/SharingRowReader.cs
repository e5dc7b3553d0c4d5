using System.Collections.Immutable;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>Reads a line of a table. The README beside this file is the description of what it may say.</summary>
ref struct SharingRowReader
{
    readonly string _line;
    int _position;

    SharingRowReader(string line) => _line = line;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without comment.</param>
    /// <returns>The row, or null where the line cannot be understood.</returns>
    public static SharingRow? Read(string line) => new SharingRowReader(line).Row();

    /// <summary>What is wrong with a line that cannot be understood, and what to write.</summary>
    /// <param name="line">The line, without comment.</param>
    public static string FaultOf(string line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0)
        {
            return "it has no colon; write 'Namespace.Type.Member: result shares parameter'";
        }

        foreach (string fact in line.Substring(colon + 1).Split(','))
        {
            if (!IsFact(fact))
            {
                return $"'{fact.Trim()}' is no fact; write 'copies', 'result shares x', 'writes x', 'ignores x', 'rents result', 'gives back x', 'overlaps safely', 'result needs gradient' or 'runs backward'";
            }
        }

        return $"'{line.Substring(0, colon).Trim()}' names no member; write the full name of its type, a point, its name and, if only some overloads are meant, the types of their parameters: 'Namespace.Type<T>.Member(int, T[] values)'";
    }

    static bool IsFact(string text) => SharingFact.Read(text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)) is not null;

    SharingRow? Row()
    {
        var parts = new List<(string Name, int Arity)>();
        do
        {
            string name = Word("_*[]");
            int arity = Take('<') ? Arguments()?.Length ?? -1 : 0;
            if (name.Length == 0 || arity < 0)
            {
                return null;
            }

            parts.Add((name, arity));
        }
        while (Take('.'));

        if (parts.Count > 2 && parts[parts.Count - 1].Name == "set")
        {
            parts.RemoveAt(parts.Count - 1);
            parts[parts.Count - 1] = (parts[parts.Count - 1].Name + ".set", 0);
        }

        string member = parts[parts.Count - 1].Name;
        parts.RemoveAt(parts.Count - 1);
        ParameterPattern? parameters = Take('(') ? Parameters() : ParameterPattern.Any;
        return parts.Count > 0 && parameters is not null && Take(':') && Facts() is { } facts
            ? new SharingRow(new TypeName([.. parts]), member, parameters, facts)
            : null;
    }

    ParameterPattern? Parameters()
    {
        var parameters = ImmutableArray.CreateBuilder<(TypePattern, string?)>();
        bool before = false, after = false;
        if (Take(')'))
        {
            return new ParameterPattern([], false, false);
        }

        do
        {
            if (TakeDots())
            {
                after = parameters.Count > 0;
                before |= parameters.Count == 0;
            }
            else if (after || Type() is not { } type)
            {
                return null;
            }
            else
            {
                string name = Word();
                parameters.Add((type, name.Length == 0 ? null : name));
            }
        }
        while (Take(','));

        return Take(')') ? new ParameterPattern(parameters.ToImmutable(), before, after || (before && parameters.Count == 0)) : null;
    }

    TypePattern? Type()
    {
        string name = Take('*') ? "*" : Word();
        ImmutableArray<TypePattern> arguments = [];
        if (name.Length == 0 || (Take('<') && (arguments = Arguments() ?? default).IsDefault))
        {
            return null;
        }

        var suffixes = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            if (Take('?'))
            {
                continue;
            }

            if (Take('*'))
            {
                suffixes.Add("*");
            }
            else if (Take('['))
            {
                suffixes.Add(Take(',') ? "[,]" : "[]");
                if (!Take(']'))
                {
                    return null;
                }
            }
            else
            {
                return new TypePattern(name, arguments, suffixes.ToImmutable());
            }
        }
    }

    ImmutableArray<TypePattern>? Arguments()
    {
        var arguments = ImmutableArray.CreateBuilder<TypePattern>();
        do
        {
            if (Type() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (Take(','));

        return Take('>') ? arguments.ToImmutable() : null;
    }

    ImmutableArray<SharingFact>? Facts()
    {
        var facts = ImmutableArray.CreateBuilder<SharingFact>();
        foreach (string fact in _line.Substring(_position).Split(','))
        {
            if (SharingFact.Read(fact.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)) is not { } read)
            {
                return null;
            }

            facts.Add(read);
        }

        return facts.ToImmutable();
    }

    // Names of members and types may say any name by *, and indexers are this[].
    string Word(string more = "_")
    {
        SkipSpace();
        int start = _position;
        while (_position < _line.Length && (char.IsLetterOrDigit(_line[_position]) || more.IndexOf(_line[_position]) >= 0))
        {
            _position++;
        }

        return _line.Substring(start, _position - start);
    }

    bool TakeDots()
    {
        SkipSpace();
        bool isThere = string.CompareOrdinal(_line, _position, "...", 0, 3) == 0;
        _position += isThere ? 3 : 0;
        return isThere;
    }

    bool Take(char expected)
    {
        SkipSpace();
        bool isThere = _position < _line.Length && _line[_position] == expected;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    void SkipSpace()
    {
        while (_position < _line.Length && char.IsWhiteSpace(_line[_position]))
        {
            _position++;
        }
    }
}
