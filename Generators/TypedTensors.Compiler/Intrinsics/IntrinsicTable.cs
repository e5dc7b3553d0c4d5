using static TypedTensors.Compiler.Intrinsics.FunctionForm;

namespace TypedTensors.Compiler.Intrinsics;

/// <summary>All functions that kernels may call, one row each.</summary>
/// <remarks>
/// The names are those of .NET's generic mathematics (<c>T.LogP1</c>, <c>float.LogP1</c>, and <c>Math</c> and <c>MathF</c> where they
/// have the function). Functions that .NET rounds exactly are called there; the others belong to <c>KernelMath</c>, because .NET's
/// scalar and vector forms differ in their last bits, and its vector forms are slow.
/// </remarks>
public static class IntrinsicTable
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<Intrinsic> All { get; } =
    [
        // Signs and neighbours
        new("Abs", 1, Bcl, "abs", 1) { IsExactInDouble = true, ThrowsForIntegers = true },
        new("CopySign", 2, Bcl, "copysign", 2) { IsExactInDouble = true, ThrowsForIntegers = true },
        new("Min", 2, Bcl, "min", 3) { IsExactInDouble = true },
        new("Max", 2, Bcl, "max", 3) { IsExactInDouble = true },
        new("MinNumber", 2, Bcl, "fmin", 3) { IsExactInDouble = true },
        new("MaxNumber", 2, Bcl, "fmax", 3) { IsExactInDouble = true },
        new("MinNative", 2, Bcl, "min", 1) { IsExactInDouble = true },
        new("MinMagnitude", 2, Bcl, "min_magnitude", 4) { IsExactInDouble = true },
        new("MaxMagnitude", 2, Bcl, "max_magnitude", 4) { IsExactInDouble = true },
        new("MinMagnitudeNumber", 2, Bcl, "fmin_magnitude", 4) { IsExactInDouble = true },
        new("MaxMagnitudeNumber", 2, Bcl, "fmax_magnitude", 4) { IsExactInDouble = true },

        // Rounding
        new("Floor", 1, BclFloating, "floor", 1) { IsExactInDouble = true },
        new("Ceiling", 1, BclFloating, "ceil", 1) { IsExactInDouble = true },
        new("Truncate", 1, BclFloating, "trunc", 1) { IsExactInDouble = true },
        new("Round", 1, BclFloating, "round", 1) { IsExactInDouble = true },
        new("RoundAwayFromZero", 1, BclFloating, "round_away", 4)
        {
            IsExactInDouble = true, BclName = "Round", BclArgument = "MidpointRounding.AwayFromZero",
        },

        // Algebra
        new("Sqrt", 1, Bcl, "sqrt", 6) { IsExactInDouble = true },
        new("FusedMultiplyAdd", 3, BclFloating, "fma", 1),
        new("Cbrt", 1, KernelMath, "cbrt", 20),
        new("Hypot", 2, KernelMath, "hypot", 12),
        new("Pow", 2, KernelMath, "pow", 40),
        new("ScaleB", 2, KernelMath, "ldexp", 6) { HasInt = true },

        // Exponentials and logarithms
        new("Exp", 1, KernelMath, "exp", 12),
        new("Exp2", 1, KernelMath, "exp2", 12),
        new("Exp10", 1, KernelMath, "exp10", 14),
        new("ExpM1", 1, KernelMath, "expm1", 16),
        new("Log", 1, KernelMath, "log", 16),
        new("Log2", 1, KernelMath, "log2", 16),
        new("Log10", 1, KernelMath, "log10", 16),
        new("LogP1", 1, KernelMath, "log1p", 18),

        // Trigonometry
        new("Sin", 1, KernelMath, "sin", 20),
        new("Cos", 1, KernelMath, "cos", 20),
        new("Tan", 1, KernelMath, "tan", 25),
        new("Asin", 1, KernelMath, "asin", 20),
        new("Acos", 1, KernelMath, "acos", 20),
        new("Atan", 1, KernelMath, "atan", 20),
        new("Atan2", 2, KernelMath, "atan2", 28),
        new("Sinh", 1, KernelMath, "sinh", 20),
        new("Cosh", 1, KernelMath, "cosh", 20),
        new("Tanh", 1, KernelMath, "tanh", 20),
        new("Asinh", 1, KernelMath, "asinh", 25),
        new("Acosh", 1, KernelMath, "acosh", 25),
        new("Atanh", 1, KernelMath, "atanh", 25),

        // Predicates
        new("IsNaN", 1, Bcl, "isnan", 1) { IsPredicate = true, IsExactInDouble = true },
        new("IsFinite", 1, Bcl, "isfinite", 2) { IsPredicate = true, IsExactInDouble = true },
        new("IsInfinity", 1, Bcl, "isinf", 2) { IsPredicate = true, IsExactInDouble = true },
        new("IsPositiveInfinity", 1, Bcl, "isposinf", 1) { IsPredicate = true, IsExactInDouble = true },
        new("IsNegativeInfinity", 1, Bcl, "isneginf", 1) { IsPredicate = true, IsExactInDouble = true },
        new("IsNegative", 1, Bcl, "signbit", 1) { IsPredicate = true, IsExactInDouble = true },
        new("IsInteger", 1, Bcl, "isinteger", 3) { IsPredicate = true, IsExactInDouble = true },
        new("IsEvenInteger", 1, Bcl, "iseven", 3) { IsPredicate = true, IsExactInDouble = true },
        new("IsOddInteger", 1, Bcl, "isodd", 3) { IsPredicate = true, IsExactInDouble = true },

        // Bits
        new("PopCount", 1, BclScalar, "popcount", 8),
        new("LeadingZeroCount", 1, BclScalar, "clz", 8),
        new("TrailingZeroCount", 1, BclScalar, "ctz", 8),
        new("RotateLeft", 2, BclScalar, "rotl", 3) { TakesCount = true },
        new("RotateRight", 2, BclScalar, "rotr", 3) { TakesCount = true },
    ];

    static readonly Dictionary<string, Intrinsic> ByName = All.ToDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>Finds a row.</summary>
    /// <param name="name">The row's name.</param>
    /// <returns>The row, or null.</returns>
    public static Intrinsic? Find(string name) => ByName.TryGetValue(name, out Intrinsic? row) ? row : null;

    /// <summary>Finds a row that is known to be there.</summary>
    /// <param name="name">The row's name.</param>
    /// <returns>The row.</returns>
    public static Intrinsic Get(string name) => ByName[name];
}
