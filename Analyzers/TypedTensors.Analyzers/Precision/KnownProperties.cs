using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Precision;

/// <summary>The properties of .NET whose values have limits: lengths, and the parts of dates and times.</summary>
static class KnownProperties
{
    static readonly Dictionary<string, ValueRange> Parts = new(StringComparer.Ordinal)
    {
        ["Year"] = new(1, 9999),
        ["Month"] = new(1, 12),
        ["Day"] = new(1, 31),
        ["DayOfYear"] = new(1, 366),
        ["Hour"] = new(0, 23),
        ["Minute"] = new(0, 59),
        ["Second"] = new(0, 59),
        ["Millisecond"] = new(0, 999),
        ["Hours"] = new(-23, 23),
        ["Minutes"] = new(-59, 59),
        ["Seconds"] = new(-59, 59),
        ["Milliseconds"] = new(-999, 999),
    };

    /// <summary>The values that a property can have.</summary>
    /// <param name="property">The property.</param>
    /// <param name="of">The values of an expression.</param>
    /// <returns>The range, or null where nothing is known.</returns>
    public static ValueRange? Range(IPropertyReferenceOperation property, Func<IOperation, ValueRange?> of) =>
        property.Property switch
        {
            { Name: "Length" or "Count" or "Rank" } => Length(property, of) ?? new ValueRange(0, int.MaxValue),
            { Name: { } name, ContainingType: { Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } =>
                Parts.TryGetValue(name, out ValueRange part) ? part : null,
            _ => null,
        };

    // An array that is made where its variable is declared, and the variable holds no other.
    static ValueRange? Length(IPropertyReferenceOperation property, Func<IOperation, ValueRange?> of) =>
        property.Instance is ILocalReferenceOperation { Local: { IsRef: false, Type: IArrayTypeSymbol { Rank: 1 } } } array
        && VariableWrites.Of(array.Local, array) is { Initial: IArrayCreationOperation { DimensionSizes: [{ } size] }, Writes.Count: 0 }
        && of(size) is { } length
            ? length.Within(new ValueRange(0, int.MaxValue))
            : null;
}
