using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Analyzers.Precision;

/// <summary>What <c>.editorconfig</c> says of the precision rules. What it does not say, or says in words that are not known, is as by default.</summary>
/// <param name="Families">The narrowing families that count.</param>
/// <param name="IsBoundaryOnly">Whether only members that other assemblies see are looked at.</param>
/// <param name="Constants">Which constants count: those that are not exact, all, or none.</param>
sealed record PrecisionOptions(NarrowingFamily Families, bool IsBoundaryOnly, string Constants)
{
    /// <summary>A list of <c>floating</c>, <c>truncating</c>, <c>integer</c>, <c>rounding</c>, <c>user_defined</c>.</summary>
    public const string FamiliesKey = "typedtensors_precision_families";

    /// <summary><c>all</c> or <c>boundary</c>.</summary>
    public const string ScopeKey = "typedtensors_precision_scope";

    /// <summary><c>inexact</c>, <c>all</c> or <c>none</c>.</summary>
    public const string ConstantsKey = "typedtensors_precision_constants";

    // An integer in a floating type is not counted: counts and labels are stored so on purpose.
    const NarrowingFamily DefaultFamilies = NarrowingFamily.Floating | NarrowingFamily.Truncating | NarrowingFamily.Integer | NarrowingFamily.UserDefined;

    /// <summary>Reads the options of the file that an operation stands in.</summary>
    public static PrecisionOptions Of(OperationAnalysisContext context)
    {
        AnalyzerConfigOptions options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree);
        string Read(string key) => options.TryGetValue(key, out string? value) ? value.Trim().ToLowerInvariant() : "";
        string families = Read(FamiliesKey);
        return new PrecisionOptions(families.Length == 0 ? DefaultFamilies : Parse(families), Read(ScopeKey) == "boundary", Read(ConstantsKey));
    }

    /// <summary>Whether a family counts.</summary>
    public bool Counts(NarrowingFamily family) => (Families & family) != 0;

    /// <summary>Whether a constant counts.</summary>
    /// <param name="isExact">Whether it has the same value after the conversion.</param>
    public bool CountsConstant(bool isExact) => Constants switch { "all" => true, "none" => false, _ => !isExact };

    static NarrowingFamily Parse(string families) => families.Split(',').Select(family => family.Trim()).Aggregate(NarrowingFamily.None, (all, family) => all | family switch
    {
        "floating" => NarrowingFamily.Floating,
        "truncating" => NarrowingFamily.Truncating,
        "integer" => NarrowingFamily.Integer,
        "rounding" => NarrowingFamily.Rounding,
        "user_defined" => NarrowingFamily.UserDefined,
        _ => NarrowingFamily.None,
    });
}
