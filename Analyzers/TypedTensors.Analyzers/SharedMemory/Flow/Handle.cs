using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>What a handle is in the text.</summary>
enum HandleKind
{
    Local,
    Parameter,
    This,
    Field,
    Member,
    Temporary,
}

/// <summary>Something that memory is reached by: a local, a parameter, a field, a member of one of these, or what the compiler keeps between two expressions.</summary>
/// <param name="id">Its number.</param>
/// <param name="kind">What it is.</param>
/// <param name="name">How messages name it.</param>
/// <param name="symbol">Its declaration; null for a temporary.</param>
/// <param name="owner">What it is a member of.</param>
sealed class Handle(int id, HandleKind kind, Func<string> name, ISymbol? symbol, Handle? owner)
{
    public int Id => id;

    public HandleKind Kind => kind;

    public string Name => name();

    public ISymbol? Symbol => symbol;

    public Handle? Owner => owner;

    /// <summary>Its members that the body speaks of.</summary>
    public List<Handle> Members { get; } = [];

    /// <summary>Whether a nested function assigns it, at a time that nobody knows: then nothing is known of it.</summary>
    public bool IsUnstable { get; set; }

    /// <summary>Where the memory comes from that it sees when the body begins.</summary>
    public Origin Initial { get; } = new(kind == HandleKind.Parameter ? OriginKind.Parameter : OriginKind.Field, null, symbol?.Name ?? "this");

    /// <summary>Its member, if the body speaks of it. Elements of tuples go by their names: the same tuple has many types.</summary>
    public Handle? Find(ISymbol member) =>
        Members.Find(known => member.ContainingType is { IsTupleType: true } ? known.Symbol!.Name == member.Name : SymbolEqualityComparer.Default.Equals(known.Symbol, member));

    /// <summary>Whether it has memory when the body begins.</summary>
    public bool IsBound => kind is HandleKind.Parameter or HandleKind.This or HandleKind.Field || (kind == HandleKind.Member && owner!.IsBound);

    /// <summary>Whether it belongs to an object and outlives the body.</summary>
    public bool IsField => kind == HandleKind.Field || (kind == HandleKind.Member && owner!.Kind == HandleKind.This);

    /// <summary>Whether the user has given it a name.</summary>
    public bool IsNamed => kind == HandleKind.Member ? owner!.IsNamed || owner.Kind == HandleKind.This : kind is not (HandleKind.Temporary or HandleKind.This);

    /// <summary>Its number, and those of its members. What an object's own methods do with its fields is not known, and so they are not counted to <c>this</c>.</summary>
    public Bits Whole
    {
        get
        {
            Bits all = Bits.Of(id);
            foreach (Handle member in kind == HandleKind.This ? [] : Members)
            {
                all |= member.Whole;
            }

            return all;
        }
    }
}
