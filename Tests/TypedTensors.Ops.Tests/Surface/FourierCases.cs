using System.Numerics;

namespace TypedTensors.Ops.Tests.Surface;

/// <summary>Fourier transforms.</summary>
static class FourierCases
{
    [Case(typeof(Fourier), nameof(Fourier.Fft), "3 4", Refused = "3", Ulps = 16)]
    public static object Fft<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().Fft(axis: 1);

    [Case(typeof(Fourier), nameof(Fourier.Ifft), "3 4", Refused = "3", Ulps = 16)]
    public static object Ifft<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().Ifft(axis: 1);

    [Case(typeof(Fourier), nameof(Fourier.Rfft), "3 4", Refused = "3", Ulps = 16)]
    public static object Rfft<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<T, TDevice>().Rfft(axis: 1);

    [Case(typeof(Fourier), nameof(Fourier.Irfft), "3 4", Refused = "3", Ulps = 16)]
    public static object Irfft<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().Irfft(axis: 1);

    [Case(typeof(FourierOfAxes), nameof(FourierOfAxes.FftN), "3 4", Refused = "3", Ulps = 32)]
    public static object FftN<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().FftN(axes: [0, 1]);

    [Case(typeof(FourierOfAxes), nameof(FourierOfAxes.IfftN), "3 4", Refused = "3", Ulps = 32)]
    public static object IfftN<T, TDevice>(Given x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<Complex<T>> => x.Of<Complex<T>, TDevice>().IfftN(axes: [0, 1]);
}
