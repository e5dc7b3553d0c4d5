using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>What makes two handles lead to the same memory.</summary>
enum LinkKind
{
    /// <summary>One is a view of the other.</summary>
    Share,

    /// <summary>One holds the other: a list, an array of tensors, an object.</summary>
    Stored,

    /// <summary>One was taken out of the other.</summary>
    Element,

    /// <summary>A function uses the variable.</summary>
    Captured,

    /// <summary>A gradient of one needs the elements of the other.</summary>
    Needed,
}

/// <summary>The place where something comes to share memory with something else.</summary>
/// <param name="Kind">How.</param>
/// <param name="Syntax">The expression.</param>
/// <param name="IsSilent">Whether nothing shows it: the type looks like an owner.</param>
/// <param name="SameLayout">Whether element by element both are the same memory.</param>
/// <param name="Extent">Which elements the view has.</param>
sealed record Link(LinkKind Kind, SyntaxNode Syntax, bool IsSilent, bool SameLayout, Extent Extent)
{
    /// <summary>The variable of a <c>fixed</c> statement, at whose end the memory may move.</summary>
    public ILocalSymbol? Fixed { get; init; }

    /// <summary>The name under which a function uses the variable.</summary>
    public string? Name { get; init; }

    /// <summary>Its line, counted from 1.</summary>
    public int Line => LineOf(Syntax);

    /// <summary>The line of a place, counted from 1.</summary>
    public static int LineOf(SyntaxNode syntax)
    {
        LinePosition start = syntax.GetLocation().GetLineSpan().StartLinePosition;
        return start.Line + 1;
    }

    /// <inheritdoc/>
    public bool Equals(Link? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
