using System.Numerics;
using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>The operation computes what the user's scalar method computes: exactly, or within the operation's tolerance where both call an approximated function.</summary>
/// <remarks>NaN, infinities and zeros, with the zeros' signs, agree exactly, unless the method cancels. Half has a law of its own, since its method rounds after each step.</remarks>
public static class ScalarMethodLaw
{
    const int Drawn = 600;

    /// <summary>Checks drawn arguments.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        Check(typed, Samples.Draw(typed, Drawn), "as the scalar method");
    }

    /// <summary>Checks every combination of special values.</summary>
    public static void CheckSpecial<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        Check(typed, Samples.Special(typed), "as the scalar method at special values");
    }

    static void Check<TDevice>(TypedOperation<TDevice> typed, Samples samples, string law)
        where TDevice : struct, IDevice
    {
        Tolerance tolerance = Tolerances.Of(typed.Operation).On<TDevice>();
        Array[] actual = typed.Contiguous(samples, 0, samples.Length);
        for (int row = 0; row < samples.Length; row++)
        {
            object[] arguments = samples.Row(row);
            object[] expected = TotalFunctions.Call(typed, arguments);
            for (int result = 0; result < expected.Length; result++)
            {
                if (!Agree(expected[result], actual[result].GetValue(row)!, tolerance, arguments))
                {
                    Array wanted = Array.CreateInstance(expected[result].GetType(), 1);
                    wanted.SetValue(expected[result], 0);
                    new Verdict(typed, law).Broken($"result {result} of {samples.Show(row)}: expected {Bits.Show(wanted, 0)}, got {Bits.Show(actual[result], row)}");
                }
            }
        }
    }

    static bool Agree(object expected, object actual, Tolerance tolerance, object[] arguments) => (expected, actual) switch
    {
        (float wanted, float got) => tolerance.OfTerms
            ? AgreeAsTerms(wanted, got, tolerance.Single * Ulp.At(Largest(arguments, wanted)), arguments.OfType<float>().Any(float.IsInfinity))
            : SameClass(wanted, got) && Ulp.Distance(wanted, got) <= tolerance.Single,
        (double wanted, double got) => tolerance.OfTerms
            ? AgreeAsTerms(wanted, got, tolerance.Double * Ulp.At(Largest(arguments, wanted)), arguments.OfType<double>().Any(double.IsInfinity))
            : SameClass(wanted, got) && Ulp.Distance(wanted, got) <= tolerance.Double,
        _ => expected.Equals(actual),
    };

    // Infinities differ from all numbers, and the zeros from each other.
    static bool SameClass(double expected, double actual) =>
        double.IsInfinity(expected) == double.IsInfinity(actual)
        && (expected != 0 || actual != 0 || double.IsNegative(expected) == double.IsNegative(actual));

    // A term that cancelled to zero makes NaN of an infinite factor.
    static bool AgreeAsTerms(double expected, double actual, double allowed, bool hasInfiniteFactor) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= allowed || (hasInfiniteFactor && double.IsNaN(expected) && double.IsInfinity(actual));

    // At least 1, which is a term of most differences.
    static T Largest<T>(object[] arguments, T result)
        where T : IFloatingPointIeee754<T> =>
        arguments.OfType<T>().Append(result).Where(T.IsFinite).Aggregate(T.One, (largest, value) => T.MaxMagnitudeNumber(largest, value));
}
