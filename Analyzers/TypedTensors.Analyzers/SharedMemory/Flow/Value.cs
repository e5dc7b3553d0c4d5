using System.Collections.Immutable;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>One way to the memory of an expression: from a handle, or from where the memory comes from, by the places where it was shared on.</summary>
/// <param name="Handle">The handle, or null.</param>
/// <param name="Origin">The origin, where there is no handle.</param>
/// <param name="Links">The share sites, in the order of evaluation.</param>
sealed record Term(Handle? Handle, Origin? Origin, ImmutableArray<Link> Links);

/// <summary>The memory that an expression may lead to, said of the handles in it: it means what they mean where the expression stands.</summary>
/// <param name="Terms">The ways to it; none where nothing is known.</param>
readonly record struct Value(ImmutableArray<Term> Terms)
{
    /// <summary>No memory, or memory that nothing is known of.</summary>
    public static Value None { get; } = new([]);

    /// <summary>Whether nothing is known.</summary>
    public bool IsNone => Terms.IsEmpty;

    /// <summary>What a handle leads to.</summary>
    public static Value Of(Handle handle) => new([new Term(handle, null, [])]);

    /// <summary>New memory.</summary>
    public static Value Of(Origin origin) => new([new Term(null, origin, [])]);

    /// <summary>The handle that this is, and nothing else.</summary>
    public Handle? Single => Terms is [{ Links.IsEmpty: true, Handle: { } handle }] ? handle : null;

    /// <summary>The handles in it.</summary>
    public IEnumerable<Handle> Handles => Terms.Select(term => term.Handle).OfType<Handle>();

    /// <summary>What shares with this.</summary>
    public Value Through(Link link) => new([.. Terms.Select(term => term with { Links = term.Links.Add(link) })]);

    /// <summary>Either of two.</summary>
    public Value Or(Value other) => IsNone ? other : other.IsNone ? this : new([.. Terms, .. other.Terms]);
}
