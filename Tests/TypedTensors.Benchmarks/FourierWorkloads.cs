namespace TypedTensors.Benchmarks;

/// <summary>Fourier transforms of 2^20 elements. NumPy before 2.0 computes all of them in double.</summary>
internal static class FourierWorkloads
{
    private const double Reals = sizeof(float) * Operands.Length;

    /// <summary>The workloads.</summary>
    public static IEnumerable<Workload> All()
    {
        Tensor<float, Cpu> x = Operands.X();
        Tensor<Complex<float>, Cpu> signal = x.Cast<Complex<float>>();
        Tensor<Complex<double>, Cpu> exact = x.Cast<Complex<double>>();

        yield return new("fft of 2^20 complex64", 4 * Reals, () => signal.Fft().Dispose(), Cast("complex64"), "np.fft.fft(x)", "torch.fft.fft(tx)");
        yield return new("fft of 2^20 complex128", 8 * Reals, () => exact.Fft().Dispose(), Cast("complex128"), "np.fft.fft(x)", "torch.fft.fft(tx)");
        yield return new("rfft of 2^20 float32", 2 * Reals, () => x.Rfft().Dispose(), Operands.Python, "np.fft.rfft(x)", "torch.fft.rfft(tx)");
    }

    private static string Cast(string dtype) => Operands.Python + $"\nx = x.astype('{dtype}')\ntx = torch.from_numpy(x)";
}
