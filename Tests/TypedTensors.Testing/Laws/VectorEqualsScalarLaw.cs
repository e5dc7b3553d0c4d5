using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>What is computed for an element does not depend on the elements beside it: vectors of every width and the tail give the same bits.</summary>
public static class VectorEqualsScalarLaw
{
    const int Longest = 257, Slack = 64;

    /// <summary>Checks the lengths 0 to 257, each somewhere in the samples and at an address of any alignment.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        var verdict = new Verdict(typed, "vector = scalar");
        Samples samples = Samples.Draw(typed, Longest + Slack);
        Array[] expected = OneByOne(typed, samples);
        var random = new Random(1);
        for (int length = 0; length <= Longest; length++)
        {
            int start = random.Next(Slack);
            Tensor[] results = typed.Run(samples.Operands(operation, index =>
                Elements<TDevice>.Of(typed.Inputs[index]).Unaligned(samples.Columns[index], start, length, random.Next(17))));
            Array[] actual = typed.Read(results);
            if (actual.Any(values => values.Length != length))
            {
                verdict.Broken($"{length} elements give {actual[0].Length}");
            }

            verdict.Same(expected, start, actual, $"length {length}", samples);
        }
    }

    static Array[] OneByOne<TDevice>(TypedOperation<TDevice> typed, Samples samples)
        where TDevice : struct, IDevice
    {
        Array[] results = [.. typed.Results.Select(dtype => Array.CreateInstance(DtypeDispatch.TypeOf(dtype), samples.Length))];
        for (int row = 0; row < samples.Length; row++)
        {
            Array[] one = typed.Contiguous(samples, row, 1);
            for (int result = 0; result < results.Length; result++)
            {
                Array.Copy(one[result], 0, results[result], row, 1);
            }
        }

        return results;
    }
}
