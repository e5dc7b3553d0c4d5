namespace TypedTensors.Analyzers.Precision;

/// <summary>The ways in which a conversion loses values; <c>.editorconfig</c> chooses among them.</summary>
[Flags]
enum NarrowingFamily
{
    None = 0,

    /// <summary>A wider floating type becomes a narrower one: double to float.</summary>
    Floating = 1,

    /// <summary>A floating type becomes an integer, and its fraction is cut: double to int.</summary>
    Truncating = 2,

    /// <summary>An integer becomes one that does not hold it: long to int.</summary>
    Integer = 4,

    /// <summary>An integer becomes a floating type that does not hold all its digits: int to float.</summary>
    Rounding = 8,

    /// <summary>An explicit conversion that a type defines itself.</summary>
    UserDefined = 16,
}
