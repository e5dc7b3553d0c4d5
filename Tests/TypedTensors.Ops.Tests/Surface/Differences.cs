using TypedTensors.Testing.Values;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>What two calls differ in.</summary>
static class Differences
{
    /// <summary>The first difference; empty if there is none.</summary>
    /// <param name="expected">The results there should be.</param>
    /// <param name="actual">The results there are.</param>
    /// <param name="ulps">How many units in the last place of its dtype a floating result may be off; 0 for the same bits.</param>
    /// <param name="sameDtypes">Whether the dtypes agree; otherwise elements are compared as complex numbers of double.</param>
    public static string Of(IReadOnlyList<Tensor> expected, IReadOnlyList<Tensor> actual, int ulps, bool sameDtypes = true)
    {
        if (expected.Count != actual.Count)
        {
            return $"{actual.Count} results in place of {expected.Count}";
        }

        for (int i = 0; i < actual.Count; i++)
        {
            if (expected[i].Shape != actual[i].Shape || (sameDtypes && expected[i].Dtype != actual[i].Dtype))
            {
                return $"result {i} is {actual[i].Dtype} {actual[i].Shape} in place of {expected[i].Dtype} {expected[i].Shape}";
            }

            Complex<double>[] truths = Numbers(expected[i]), numbers = Numbers(actual[i]);
            double epsilon = Epsilon(actual[i].Dtype);
            for (int j = 0; j < numbers.Length; j++)
            {
                double allowed = ulps * epsilon * Math.Max(1, truths[j].Magnitude);
                if (!numbers[j].Equals(truths[j]) && !((numbers[j] - truths[j]).Magnitude <= allowed && ulps > 0))
                {
                    return FormattableString.Invariant($"element {j} of result {i} is {numbers[j]} in place of {truths[j]}");
                }
            }
        }

        return "";
    }

    static Complex<double>[] Numbers(Tensor tensor) => DtypeDispatch.Run(tensor.Dtype, new Reading(tensor));

    static double Epsilon(Dtype dtype) => dtype switch
    {
        Dtype.Half => Math.Pow(2, -10),
        Dtype.Single or Dtype.ComplexSingle => Math.Pow(2, -23),
        Dtype.Double or Dtype.ComplexDouble => Math.Pow(2, -52),
        _ => 0,
    };

    readonly struct Reading(Tensor tensor) : IDtypeAction<Complex<double>[]>
    {
        public Complex<double>[] Run<T>()
            where T : unmanaged => ((Tensor<T, Cpu>)tensor).Cast<Complex<double>>().ToArray();
    }
}
