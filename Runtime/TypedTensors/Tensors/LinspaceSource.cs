using System.Numerics;

namespace TypedTensors;

/// <summary>The numbers of <c>Linspace</c>.</summary>
internal readonly struct LinspaceSource<T>(T start, T stop, nint count, bool endpoint) : IElementSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Fill(nint first, Span<T> destination)
    {
        double from = double.CreateTruncating(start), distance = double.CreateTruncating(stop) - from;
        nint intervals = endpoint ? count - 1 : count;
        double step = distance / intervals;
        for (int i = 0; i < destination.Length; i++)
        {
            // A step too small to be said, of subnormals, is 0; then the index is divided instead.
            double index = first + i;
            destination[i] = T.CreateTruncating(from + (intervals == 0 ? 0 : step == 0 ? index / intervals * distance : index * step));
        }

        if (endpoint && count > 1 && first + destination.Length == count)
        {
            destination[^1] = stop;
        }
    }
}
