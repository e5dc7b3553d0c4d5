using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>An operation on Half is the operation on float, rounded once.</summary>
public static class HalfLaw
{
    const int Drawn = 1031;

    /// <summary>Checks drawn arguments and every combination of special values.</summary>
    public static void Check<TDevice>(Operation operation)
        where TDevice : struct, IDevice
    {
        var halves = new TypedOperation<TDevice>(operation, Dtype.Half);
        var floats = new TypedOperation<TDevice>(operation, Dtype.Single);
        foreach (Samples samples in (ReadOnlySpan<Samples>)[Samples.Draw(halves, Drawn), Samples.Special(halves)])
        {
            Samples widened = samples with { Columns = [.. samples.Columns.Select(Widen)] };
            Array[] expected = [.. floats.Contiguous(widened, 0, samples.Length).Select(Round)];
            new Verdict(halves, "Half = float rounded once").Same(expected, 0, halves.Contiguous(samples, 0, samples.Length), $"{samples.Length} elements", samples);
        }
    }

    static Array Widen(Array values) => values is Half[] halves ? Array.ConvertAll(halves, value => (float)value) : values;

    static Array Round(Array values) => values is float[] floats ? Array.ConvertAll(floats, value => (Half)value) : values;
}
