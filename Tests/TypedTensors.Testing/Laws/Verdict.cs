using TypedTensors.Testing.Values;
using Xunit;

namespace TypedTensors.Testing.Laws;

/// <summary>Compares results and says, where they differ, which law does not hold for which operation, and where.</summary>
/// <param name="Operation">The operation and its dtype.</param>
/// <param name="Law">The law in a few words.</param>
readonly record struct Verdict(object Operation, string Law)
{
    /// <summary>Results must have the bits of those expected.</summary>
    /// <param name="expected">The arrays in which the expected results lie.</param>
    /// <param name="start">Where in them.</param>
    /// <param name="actual">The results.</param>
    /// <param name="detail">What was done.</param>
    /// <param name="inputs">The arguments, whose row <c>start + index</c> belongs to element <c>index</c>.</param>
    public void Same(IReadOnlyList<Array> expected, int start, IReadOnlyList<Array> actual, string detail, Samples? inputs = null)
    {
        for (int result = 0; result < actual.Count; result++)
        {
            int index = Bits.FirstDifference(expected[result], start, actual[result]);
            if (index >= 0)
            {
                string of = inputs is null ? "" : $" of {inputs.Show(start + index)}";
                Broken($"{detail}: result {result}, element {index}{of}: expected {Bits.Show(expected[result], start + index)}, got {Bits.Show(actual[result], index)}");
            }
        }
    }

    /// <summary>The law does not hold.</summary>
    public void Broken(string how) => Assert.Fail($"{Operation} breaks the law '{Law}': {how}.");
}
