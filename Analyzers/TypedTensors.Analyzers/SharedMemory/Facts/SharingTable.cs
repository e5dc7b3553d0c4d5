using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>The rows of some files, found by the names of members.</summary>
sealed class SharingTable
{
    const string AnyName = "*";

    readonly Dictionary<string, List<SharingRow>> _exact = [];
    readonly List<SharingRow> _patterns = [];
    readonly Dictionary<string, List<TypeName>> _types = [];

    SharingTable()
    {
    }

    /// <summary>The lines that could not be understood, counted from 0.</summary>
    public List<(int Line, string Text)> Faults { get; } = [];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads tables.</summary>
    /// <param name="texts">Their text. Of two rows that fit, the later holds; one that names its member holds before one with <c>*</c>.</param>
    public static SharingTable Read(params IEnumerable<string> texts)
    {
        var table = new SharingTable();
        foreach (string text in texts)
        {
            string[] lines = text.Split('\n');
            for (int number = 0; number < lines.Length; number++)
            {
                int comment = lines[number].IndexOf('#');
                string line = (comment < 0 ? lines[number] : lines[number].Substring(0, comment)).Trim();
                if (line.Length > 0)
                {
                    table.Add(SharingRowReader.Read(line), number, line);
                }
            }
        }

        return table;
    }

    /// <summary>What the table says of a member.</summary>
    /// <param name="method">The member as it is declared.</param>
    /// <param name="type">The type it is looked up in.</param>
    /// <returns>The facts, or null where no row fits.</returns>
    public MemberFacts? Find(IMethodSymbol method, INamedTypeSymbol type)
    {
        string name = NameOf(method);
        return (_exact.TryGetValue(name, out List<SharingRow>? rows) ? Last(rows, method, name, type) : null) ?? Last(_patterns, method, name, type);
    }

    /// <summary>Whether a row speaks of a type. An extension block counts as the class that it stands in.</summary>
    public bool Describes(INamedTypeSymbol type) => Describes(TypeName.Named(type)?.Name, type) || Describes(AnyName, type);

    bool Describes(string? name, INamedTypeSymbol type) => name is not null && _types.TryGetValue(name, out List<TypeName>? types) && types.Exists(named => named.Matches(type));

    /// <summary>A member's name as rows write it: <c>new</c>, <c>implicit</c>, <c>Name</c>, <c>Name.set</c>, <c>this[]</c>, <c>op_Addition</c>.</summary>
    public static string NameOf(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.Constructor } => "new",
        { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } => OfProperty(property),
        { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } => OfProperty(property) + ".set",
        { MethodKind: MethodKind.Conversion, Name: "op_Implicit" } => "implicit",
        { MethodKind: MethodKind.Conversion, Name: "op_Explicit" } => "explicit",
        _ => method.Name.Substring(method.Name.LastIndexOf('.') + 1),
    };

    static string OfProperty(ISymbol property) => property is IPropertySymbol { IsIndexer: true } ? "this[]" : property.Name.Substring(property.Name.LastIndexOf('.') + 1);

    static MemberFacts? Last(List<SharingRow> rows, IMethodSymbol method, string name, INamedTypeSymbol type)
    {
        for (int index = rows.Count - 1; index >= 0; index--)
        {
            if (rows[index].Apply(method, name, type) is { } facts)
            {
                return facts;
            }
        }

        return null;
    }

    void Add(SharingRow? row, int number, string line)
    {
        if (row is null)
        {
            Faults.Add((number, line));
            return;
        }

        Count++;
        string type = row.Type.Parts[row.Type.Parts.Length - 1].Name;
        if (!_types.TryGetValue(type, out List<TypeName>? types))
        {
            _types.Add(type, types = []);
        }

        if (!types.Exists(known => known.Parts.SequenceEqual(row.Type.Parts)))
        {
            types.Add(row.Type);
        }

        if (!row.IsExact)
        {
            _patterns.Add(row);
        }
        else if (_exact.TryGetValue(row.Member, out List<SharingRow>? rows))
        {
            rows.Add(row);
        }
        else
        {
            _exact.Add(row.Member, [row]);
        }
    }
}
