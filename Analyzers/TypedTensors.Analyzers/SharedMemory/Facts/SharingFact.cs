using System.Collections.Immutable;

namespace TypedTensors.Analyzers.SharedMemory.Facts;

/// <summary>What a row can say, in the order in which the README lists it.</summary>
enum SharingFactKind
{
    Copies,
    Shares,
    Writes,
    WritesSpans,
    Ignores,
    Rents,
    GivesBack,
    OverlapsSafely,
    NeedsGradient,
    RunsBackward,
}

/// <summary>One thing that a row says of a member.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operand">The operand: <c>this</c>, <c>result</c>, or the name of a parameter.</param>
/// <param name="Source">Whose memory it shares.</param>
/// <param name="IsRelaid">Whether in another layout.</param>
/// <param name="IsOpen">Whether everyone sees that it is shared, whatever the type.</param>
/// <param name="Conditions">What must hold of the arguments: the parameter's name and a constant.</param>
sealed record SharingFact(SharingFactKind Kind, string? Operand, string? Source, bool IsRelaid, bool IsOpen, ImmutableArray<(string Parameter, object? Value)> Conditions)
{
    SharingFact(SharingFactKind kind, string? operand = null)
        : this(kind, operand, null, false, false, [])
    {
    }

    /// <summary>Reads a fact.</summary>
    /// <param name="words">Its words.</param>
    /// <returns>The fact, or null where the words say nothing.</returns>
    public static SharingFact? Read(string[] words) =>
        words switch
        {
            ["copies"] => new(SharingFactKind.Copies),
            ["overlaps", "safely"] => new(SharingFactKind.OverlapsSafely),
            ["runs", "backward"] => new(SharingFactKind.RunsBackward),
            ["rents", "result"] => new(SharingFactKind.Rents),
            ["result", "needs", "gradient"] => new(SharingFactKind.NeedsGradient),
            ["writes", "spans"] => new(SharingFactKind.WritesSpans),
            ["writes", var operand] => new(SharingFactKind.Writes, operand),
            ["ignores", var operand] => new(SharingFactKind.Ignores, operand),
            ["gives", "back", var operand] => new(SharingFactKind.GivesBack, operand),
            [var to, "shares", var from, ..] => Share(new(SharingFactKind.Shares, to, from, false, false, []), words, 3),
            _ => null,
        };

    // shares x [relaid] [openly] [if a is null [and b is false]]
    static SharingFact? Share(SharingFact share, string[] words, int next)
    {
        for (; next < words.Length; next++)
        {
            switch (words[next])
            {
                case "relaid":
                    share = share with { IsRelaid = true };
                    break;
                case "openly":
                    share = share with { IsOpen = true };
                    break;
                case "if" or "and" when next + 3 < words.Length && words[next + 2] == "is" && Constant(words[next + 3]) is { IsKnown: true } constant:
                    share = share with { Conditions = share.Conditions.Add((words[next + 1], constant.Value)) };
                    next += 3;
                    break;
                default:
                    return null;
            }
        }

        return share;
    }

    static (bool IsKnown, object? Value) Constant(string word) => word switch
    {
        "null" => (true, null),
        "true" => (true, true),
        "false" => (true, false),
        _ => (false, null),
    };
}
