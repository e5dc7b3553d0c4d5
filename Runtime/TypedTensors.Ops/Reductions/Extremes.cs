using System.Numerics;
using System.Numerics.Tensors;

namespace TypedTensors;

/// <summary>The largest and smallest of a row and where they are.</summary>
internal static class Extremes
{
    /// <summary>The largest element; NaN if there is one.</summary>
    public static T Max<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        AxisReduction.RequireElements(nameof(Max), row);
        return TensorPrimitives.Max(row);
    }

    /// <summary>The smallest element; NaN if there is one.</summary>
    public static T Min<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        AxisReduction.RequireElements(nameof(Min), row);
        return TensorPrimitives.Min(row);
    }

    /// <summary>The position of the first largest element, or of the first NaN.</summary>
    public static long ArgMax<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        AxisReduction.RequireElements(nameof(ArgMax), row);
        return First(row, TensorPrimitives.Max(row));
    }

    /// <summary>The position of the first smallest element, or of the first NaN.</summary>
    public static long ArgMin<T>(ReadOnlySpan<T> row)
        where T : unmanaged, INumber<T>
    {
        AxisReduction.RequireElements(nameof(ArgMin), row);
        return First(row, TensorPrimitives.Min(row));
    }

    private static int First<T>(ReadOnlySpan<T> row, T extreme)
        where T : unmanaged, INumber<T>
    {
        bool isNaN = T.IsNaN(extreme);
        int position = 0;
        while (isNaN ? !T.IsNaN(row[position]) : row[position] != extreme)
        {
            position++;
        }

        return position;
    }
}
