using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;
using Xunit.Abstractions;

namespace TypedTensors.Ops.Tests.Conformance;

/// <summary>The functions of the catalog, as tensor operations of a device, are within NumPy's limits of the correctly rounded values.</summary>
public abstract class UmathTests<TDevice>(ITestOutputHelper output)
    where TDevice : struct, IDevice
{
    /// <summary>NumPy's functions and the operations that compute them.</summary>
    static readonly Dictionary<string, string> Operations = new()
    {
        ["arccos"] = "Trigonometric.Acos(T)",
        ["arccosh"] = "Hyperbolic.Acosh(T)",
        ["arcsin"] = "Trigonometric.Asin(T)",
        ["arcsinh"] = "Hyperbolic.Asinh(T)",
        ["arctan"] = "Trigonometric.Atan(T)",
        ["arctanh"] = "Hyperbolic.Atanh(T)",
        ["cbrt"] = "FloatingArithmetic.Cbrt(T)",
        ["cos"] = "Trigonometric.Cos(T)",
        ["cosh"] = "Hyperbolic.Cosh(T)",
        ["exp"] = "Exponential.Exp(T)",
        ["exp2"] = "Exponential.Exp2(T)",
        ["expm1"] = "Exponential.Expm1(T)",
        ["log"] = "Exponential.Log(T)",
        ["log10"] = "Exponential.Log10(T)",
        ["log1p"] = "Exponential.Log1p(T)",
        ["log2"] = "Exponential.Log2(T)",
        ["sin"] = "Trigonometric.Sin(T)",
        ["sinh"] = "Hyperbolic.Sinh(T)",
        ["tan"] = "Trigonometric.Tan(T)",
        ["tanh"] = "Hyperbolic.Tanh(T)",
    };

    [DeviceFact]
    public void EveryPoint_IsWithinItsLimit()
    {
        using NpzArchive archive = Npz.Load(UmathSet.Archive);
        int points = 0;
        List<string> failures = [];
        foreach (UmathSet set in UmathSet.All)
        {
            var (inside, worst) = set.Dtype == Dtype.Single ? Measure<float>(archive, set) : Measure<double>(archive, set);
            points += inside;
            output.WriteLine($"{set.Function,-8} {Dtypes.NameOf(set.Dtype),-6} {inside,4} of {set.Count,4} within {set.MaxUlp} ULP, worst {worst}");
            if (inside != set.Count)
            {
                failures.Add($"{set.Function} in {Dtypes.NameOf(set.Dtype)}: {set.Count - inside} of {set.Count} points beyond {set.MaxUlp} ULP, the worst {worst}");
            }
        }

        output.WriteLine($"{points} points of {UmathSet.All.Select(set => set.Function).Distinct().Count()} functions within their limits");
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Assert.Equal(26_610, points);
    }

    [DeviceFact]
    public void EveryFunction_IsInTheCatalog() =>
        Assert.Equal(UmathSet.All.Select(set => set.Function).Distinct().Order(), Operations.Keys.Order());

    static (int Inside, long Worst) Measure<T>(NpzArchive archive, UmathSet set)
        where T : unmanaged
    {
        Tensor<T, TDevice> input = archive.Get<T>(set.Input).To<TDevice>();
        T[] expected = archive.Get<T>(set.Expected).ToArray();
        Tensor result = new TypedOperation<TDevice>(BuiltIn.Find(Operations[set.Function]), set.Dtype).Run(input)[0];
        T[] actual = ((Tensor<T, TDevice>)result).ToArray();
        long[] distances = [.. expected.Zip(actual, Distance)];
        return (distances.Count(distance => distance <= set.MaxUlp), distances.Max());
    }

    static long Distance<T>(T expected, T actual) =>
        expected is float single ? Ulp.Distance(single, (float)(object)actual!) : Ulp.Distance((double)(object)expected!, (double)(object)actual!);
}
