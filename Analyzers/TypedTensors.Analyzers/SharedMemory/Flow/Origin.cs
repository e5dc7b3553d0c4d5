using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.SharedMemory.Flow;

/// <summary>How memory comes into a body.</summary>
enum OriginKind
{
    /// <summary>By a parameter.</summary>
    Parameter,

    /// <summary>By a field.</summary>
    Field,

    /// <summary>It is made here, or a call returned it.</summary>
    Made,

    /// <summary>It is made here and nothing has been written to it: <c>new float[n]</c>, <c>Zeros</c>.</summary>
    Blank,

    /// <summary>It is lent, and is to be given back.</summary>
    Rented,

    /// <summary>It lies on the stack.</summary>
    Stack,
}

/// <summary>Where a region of memory comes from. Each time the place is passed the region is another.</summary>
/// <param name="Kind">How.</param>
/// <param name="Syntax">The place; null where the memory was there when the body began.</param>
/// <param name="Owner">The name of what has the memory when the body begins.</param>
sealed record Origin(OriginKind Kind, SyntaxNode? Syntax, string? Owner = null)
{
    /// <summary>How messages name it.</summary>
    public string Name => Owner ?? Syntax!.ToString();

    /// <summary>Whether what is computed with it is recorded for a gradient.</summary>
    public bool HasGradient { get; init; }

    /// <inheritdoc/>
    public bool Equals(Origin? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
