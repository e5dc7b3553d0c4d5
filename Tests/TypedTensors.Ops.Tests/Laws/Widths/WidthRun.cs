using System.Collections.Immutable;
using System.Globalization;

namespace TypedTensors.Ops.Tests.Laws.Widths;

/// <summary>What a process printed whose vectors had been narrowed.</summary>
/// <param name="Width">The bits of its widest vectors.</param>
/// <param name="Digests">The digests by operation and dtype.</param>
sealed record WidthRun(int Width, ImmutableSortedDictionary<string, string> Digests)
{
    /// <summary>Runs <see cref="DigestProgram"/> in a process.</summary>
    /// <param name="disabled">The instruction sets that it must not use, as the runtime's settings name them.</param>
    public static async Task<WidthRun> Start(params string[] disabled)
    {
        string[] lines = await OwnProcess.Lines([], disabled);
        return new WidthRun(int.Parse(lines[0], CultureInfo.InvariantCulture), lines[1..].ToImmutableSortedDictionary(line => line[17..], line => line[..16], StringComparer.Ordinal));
    }
}
