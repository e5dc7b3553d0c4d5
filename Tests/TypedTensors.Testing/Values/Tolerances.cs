using System.Text.RegularExpressions;
using TypedTensors.Testing.Catalog;

namespace TypedTensors.Testing.Values;

/// <summary>The tolerance of every operation that calls a function which the kernel language and .NET each compute in their own way.</summary>
/// <remarks>
/// Either is within a few ULP of the truth, so they are so of each other. Against the truth itself the functions are held by the umath data; here the
/// whole operation is held against the user's method. An operation that is not listed is exact if its formula calls none of those functions, and may
/// otherwise be a few ULP of its largest term off.
/// </remarks>
public static partial class Tolerances
{
    static readonly Dictionary<string, Tolerance> Table = new()
    {
        // One call of a function. The C library's double cbrt is itself up to 3 ULP off.
        ["Acos"] = new(3, 2),
        ["Acosh"] = new(3, 2),
        ["Asin"] = new(3, 2),
        ["Asinh"] = new(3, 2),
        ["Atan"] = new(3, 2),
        ["Atan2"] = new(3, 2),
        ["Atanh"] = new(3, 2),
        ["Cbrt"] = new(2, 4),
        ["Cos"] = new(2, 2),
        ["Cosh"] = new(3, 2),
        ["Exp"] = new(2, 2),
        ["Exp2"] = new(2, 2),
        ["Hypot"] = new(2, 2),
        ["Log"] = new(2, 2),
        ["Log10"] = new(2, 2),
        ["Log2"] = new(2, 2),
        ["Pow"] = new(2, 2),
        ["Sin"] = new(2, 2),
        ["SinCos"] = new(2, 2),
        ["Sinh"] = new(3, 2),
        ["Tan"] = new(3, 2),
        ["Tanh"] = new(3, 2),

        // A function and a rounding.
        ["XLogY"] = new(3, 3),

        // Its formula is too long to be in the catalog.
        ["Logit"] = new(4, 4, OfTerms: true),

        // A difference in which the function's error stays while the result shrinks.
        ["GeluTanh"] = new(4, 3, OfTerms: true),
        ["Tanhshrink"] = new(3, 2, OfTerms: true),

        // .NET computes ExpM1 as Exp(x) - 1 and LogP1 as Log(1 + x), which cancel; the kernel language does not.
        ["Celu"] = new(4, 4, OfTerms: true),
        ["Elu"] = new(4, 4, OfTerms: true),
        ["Expm1"] = new(2, 2, OfTerms: true),
        ["Log1p"] = new(2, 2, OfTerms: true),
        ["LogSigmoid"] = new(2, 2, OfTerms: true),
        ["Mish"] = new(4, 4, OfTerms: true),
        ["Selu"] = new(4, 4, OfTerms: true),
        ["Softplus"] = new(2, 2, OfTerms: true),
    };

    static readonly Tolerance OfSeveralFunctions = new(4, 4, OfTerms: true);

    /// <summary>The tolerance of an operation.</summary>
    public static Tolerance Of(Operation operation) =>
        Table.TryGetValue(operation.Name, out Tolerance listed) ? listed
        : InexactCall().IsMatch(operation.Formula) ? OfSeveralFunctions
        : Tolerance.Exact;

    // The functions of which the kernel language has algorithms of its own, as formulas spell them.
    [GeneratedRegex(@"\b(cbrt|hypot|pow|exp|exp2|exp10|expm1|log|log2|log10|log1p|a?(sin|cos|tan)h?|atan2)\(")]
    private static partial Regex InexactCall();
}
