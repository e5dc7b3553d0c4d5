using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The calls of .NET whose results have limits that their arguments or names say.</summary>
static class KnownCalls
{
    /// <summary>The values that a call can return.</summary>
    /// <param name="call">The call.</param>
    /// <param name="of">The values of an argument.</param>
    /// <returns>The range, or null where nothing is known.</returns>
    public static ValueRange? Range(IInvocationOperation call, Func<IOperation, ValueRange?> of)
    {
        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        ValueRange? Argument(int ordinal) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal) is { } argument ? of(argument.Value) : null;
        if (type is { Name: "BitOperations", ContainingNamespace.Name: "Numerics" })
        {
            return call.TargetMethod.Name is "PopCount" or "LeadingZeroCount" or "TrailingZeroCount" or "Log2" ? new ValueRange(0, 64) : null;
        }

        bool isMath = type is { Name: "Math", ContainingNamespace.Name: "System" } || NumericType.Of(type) is not null;
        bool isRandom = type is { Name: "Random", ContainingNamespace.Name: "System" };
        return (call.TargetMethod.Name, Argument(0), Argument(1), Argument(2)) switch
        {
            ("Min", { } x, { } y, _) when isMath => x.Lower(y),
            ("Max", { } x, { } y, _) when isMath => x.Higher(y),
            ("Clamp", { } x, { } low, { } high) when isMath => x.Higher(low).Lower(high),
            ("Abs", { } x, _, _) when isMath => x.Magnitude(),
            ("Sign", _, _, _) when isMath => new ValueRange(-1, 1),
            ("Next", { } high, null, _) when isRandom => new ValueRange(0, high.Max),
            ("Next", { } low, { } high, _) when isRandom => new ValueRange(low.Min, high.Max),
            _ => null,
        };
    }
}
