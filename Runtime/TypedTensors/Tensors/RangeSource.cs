using System.Numerics;

namespace TypedTensors;

/// <summary>The numbers of <c>Arange</c>.</summary>
internal readonly struct RangeSource<T>(T start, T step) : IElementSource<T>
    where T : unmanaged, INumber<T>
{
    public void Fill(nint first, Span<T> destination)
    {
        if (Dtypes.Of<T>() is Dtype.Half or Dtype.Single or Dtype.Double)
        {
            // In double, since an index is not exact in the smaller types.
            double from = double.CreateTruncating(start), by = double.CreateTruncating(step);
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = T.CreateTruncating(from + ((first + i) * by));
            }
        }
        else
        {
            // Modulo 2^bits, which cannot show: the results lie between start and stop.
            T value = unchecked(start + (T.CreateTruncating(first) * step));
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = value;
                value = unchecked(value + step);
            }
        }
    }
}
