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
        "'{0}' is {1}, and '{3}' stores it as {2}: values are rounded or cut without a word; write '{4}', or give '{3}' the wider type",
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

    /// <summary>A foreach loop whose variable has a narrower type than the elements: the compiler inserts the cast.</summary>
    public static readonly DiagnosticDescriptor NarrowingLoop = new(
        "TT1003",
        "A foreach loop narrows each element without a word",
        "'foreach' converts each {0} to {1}, though nobody wrote a cast: values are rounded or cut; write 'var', or the cast where the value is used",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1003.md");

    /// <summary>A user-defined conversion begins or ends with a narrowing conversion that nobody wrote.</summary>
    public static readonly DiagnosticDescriptor HiddenStep = new(
        "TT1004",
        "A conversion narrows on its way without a word",
        "'{0}' is {1} and passes through {2} on its way to {3}: values are rounded or cut where nobody wrote it; write '{4}' if that is meant",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1004.md");

    /// <summary>An integer argument takes the float overload although there is one of double.</summary>
    public static readonly DiagnosticDescriptor NarrowOverload = new(
        "TT1005",
        "An integer takes the float overload although there is one of double",
        "'{0}' is {1} and becomes a float here, which is exact only up to 16,777,216, although '{2}' also takes double; write '{3}'",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1005.md");

    /// <summary>Array.Copy converts integers to a floating type that does not hold them.</summary>
    public static readonly DiagnosticDescriptor LossyArrayCopy = new(
        "TT1006",
        "Copying between arrays rounds integers to a floating type",
        "Copying {0}[] into {1}[] rounds every element beyond {2} without a word; write the conversion: 'Array.ConvertAll({3}, value => ({1})value)'",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1006.md");

    /// <summary>A checked or saturating conversion between floating types checks nothing.</summary>
    public static readonly DiagnosticDescriptor UncheckedNarrowing = new(
        "TT1007",
        "A check does not guard a floating-point narrowing",
        "'{0}' never throws between floating types: what {1} does not hold becomes infinity; {2}",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1007.md");

    /// <summary>Convert.ToSingle of a double.</summary>
    public static readonly DiagnosticDescriptor NamedNarrowing = new(
        "TT1008",
        "Convert.ToSingle narrows a double",
        "'{0}' rounds a double to float; a cast says so where it is read: '(float)'",
        Precision,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1008.md");

    /// <summary>A function of Math whose float argument is widened and whose result is rounded back.</summary>
    public static readonly DiagnosticDescriptor DoubleMath = new(
        "TT1009",
        "A float is computed in double and rounded back",
        "'{0}' computes in double and rounds back to float; '{1}' computes in float{2}",
        Precision,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1009.md");

    /// <summary>A float literal that is stored in a double.</summary>
    public static readonly DiagnosticDescriptor FloatLiteral = new(
        "TT1010",
        "A float literal is stored in a double",
        "'{0}' is rounded to float before it becomes a double, which then is {1}; drop the suffix",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1010.md");

    /// <summary>An integer product or quotient is computed in 32 bits and widened afterwards.</summary>
    public static readonly DiagnosticDescriptor LateWidening = new(
        "TT1011",
        "A product or quotient is computed in 32 bits and widened afterwards",
        "'{0}' is computed in {1} and only then becomes {2}: {3}; widen an operand first: '{4}'",
        Precision,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT1011.md");
}
