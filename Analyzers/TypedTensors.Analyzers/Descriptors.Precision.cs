using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers;

/// <summary>TT1xxx: precision that is lost where nobody wrote a conversion.</summary>
public static partial class Descriptors
{
    const string Precision = "TypedTensors.Precision";

    /// <summary>An in-place operation or copy stores a wider element type in a narrower one.</summary>
    public static readonly DiagnosticDescriptor NarrowingStore = new(
        "TT1001",
        "A tensor of a wider element type is stored in one of a narrower",
        "'{0}' is {1}, and '{3}' stores it as {2}: values are rounded or cut without a word; write '.Cast<{2}>()', or give '{3}' the wider type",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1001.md");

    /// <summary>A scalar of a wider floating type meets a tensor of a narrower one.</summary>
    public static readonly DiagnosticDescriptor NarrowingScalar = new(
        "TT1002",
        "A scalar is rounded to the element type of the tensor it meets",
        "'{0}' is {1} and {2} {3}, in which the tensor computes; write it as {3}, or cast the tensor to {1}",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1002.md");
}
