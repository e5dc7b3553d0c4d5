namespace TypedTensors.Testing.Values;

/// <summary>The numbers for which a parameter of an operation is meant; laws draw mostly from them and also beside them.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public readonly record struct Domain(double Low, double High)
{
    /// <summary>The domain of a parameter of which nothing is known.</summary>
    public static Domain Wide { get; } = new(-10, 10);

    /// <summary>A number in the domain: evenly, or by magnitude where the domain is positive and spans many of them.</summary>
    public double Draw(Random random) => Low > 0 && High / Low > 1e4
        ? Math.Exp(Math.Log(Low) + (random.NextDouble() * Math.Log(High / Low)))
        : Low + (random.NextDouble() * (High - Low));
}
