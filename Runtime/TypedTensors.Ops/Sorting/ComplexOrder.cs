using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The order of complex numbers, which is NumPy's: by the real parts, and where these are equal by the imaginary ones; then those with a NaN, first the ones whose real part is none.</summary>
internal static class ComplexOrder
{
    /// <summary>Where the elements stand that follow one another along an axis; null if they are not complex.</summary>
    public static Tensor<long, Cpu>? Places<T>(Tensor<T, Cpu> x, int axis, bool descending)
        where T : unmanaged => (Tensor)x switch
        {
            Tensor<Complex<float>, Cpu> narrow => Of(narrow.Real(), narrow.Imag(), axis, descending),
            Tensor<Complex<double>, Cpu> wide => Of(wide.Real(), wide.Imag(), axis, descending),
            _ => null,
        };

    // Stable sorts by one key after the other, the one that counts least first.
    private static Tensor<long, Cpu> Of<T>(Tensor<T, Cpu> real, Tensor<T, Cpu> imaginary, int axis, bool descending)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor<byte, Cpu> groups = Tensor<byte, Cpu>.Empty(real.Shape);
        HostRows.Run(real, imaginary, groups, default(Groups<T>));
        return Then(Then(imaginary.ArgSort(axis, descending), real, axis, descending), groups, axis, descending);
    }

    private static Tensor<long, Cpu> Then<TKey>(Tensor<long, Cpu> order, Tensor<TKey, Cpu> keys, int axis, bool descending)
        where TKey : unmanaged => HostLanes.Take(order, HostLanes.Take(keys, order, axis).ArgSort(axis, descending), axis);

    private readonly struct Groups<T> : IRowBody<T, T, byte>
        where T : unmanaged, INumberBase<T>
    {
        public void Run(ReadOnlySpan<T> real, ReadOnlySpan<T> imaginary, Span<byte> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = (byte)(T.IsNaN(real[i]) ? 2 : T.IsNaN(imaginary[i]) ? 1 : 0);
            }
        }
    }
}
