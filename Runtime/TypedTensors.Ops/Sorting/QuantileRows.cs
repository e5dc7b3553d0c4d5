using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Quantiles of sorted rows.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TResult">The dtype of the quantiles, in which elements are put together.</typeparam>
internal readonly struct QuantileRows<T, TResult>(double[] quantiles, QuantileMethod method) : IRowBody<T, TResult>
    where T : unmanaged, INumber<T>
    where TResult : unmanaged, IFloatingPointIeee754<TResult>
{
    /// <summary>The quantiles of axes of a tensor, one beside the other along a new first axis.</summary>
    public static Tensor<TResult, Cpu> Of(string operation, Tensor<T, Cpu> x, double[] quantiles, ReadOnlySpan<int> axes, bool keepDims, QuantileMethod method)
    {
        ArgumentNullException.ThrowIfNull(x);
        foreach (double quantile in quantiles)
        {
            if (!(quantile >= 0 && quantile <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(quantiles), quantile, $"{operation}: a quantile is from 0 to 1.");
            }
        }

        if (!Enum.IsDefined(method))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, $"{operation}: there is no such method.");
        }

        (int[] kept, int[] reduced) = Axes(operation, x, axes);
        Tensor<T, Cpu> lanes = x.Permute([.. kept, .. reduced]).Clone();
        nint[] outer = [.. lanes.Shape.AsSpan()[..kept.Length]];
        nint length = Parts.Product(lanes.Shape.AsSpan()[kept.Length..]);
        if (length == 0)
        {
            throw new InvalidOperationException($"{operation}: no elements along the axes of shape {x.Shape}, and {operation} of nothing has no value.");
        }

        Tensor<T, Cpu> rows = lanes.Reshape([Parts.Product(outer), length]);
        Tensor<TResult, Cpu> results = Tensor<TResult, Cpu>.Empty(rows.Shape[0], quantiles.Length);
        HostRows.Run(rows.Sort(), results, new QuantileRows<T, TResult>(quantiles, method));
        nint[] sizes = x.Shape.ToArray();
        foreach (int axis in reduced)
        {
            sizes[axis] = 1;
        }

        return results.Transpose().Clone().Reshape([quantiles.Length, .. keepDims ? sizes : outer]);
    }

    public void Run(ReadOnlySpan<T> x, Span<TResult> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            // NaN is last.
            result[i] = T.IsNaN(x[^1]) ? TResult.NaN : At(x, Place(quantiles[i], x.Length));
        }
    }

    private static (int[] Kept, int[] Reduced) Axes(string operation, Tensor x, ReadOnlySpan<int> axes)
    {
        var isReduced = new bool[x.Rank];
        Array.Fill(isReduced, axes.IsEmpty);
        foreach (int axis in axes)
        {
            int position = Reduction.Axis(operation, x, axis);
            isReduced[position] = !isReduced[position] ? true : throw new ShapeException($"{operation}: an axis is given twice for shape {x.Shape}.");
        }

        int[] all = [.. Enumerable.Range(0, x.Rank)];
        return ([.. all.Where(axis => !isReduced[axis])], [.. all.Where(axis => isReduced[axis])]);
    }

    /// <summary>The index, between two elements, that a quantile has: n q + (a + q (1 - a - b)) - 1 with the method's a and b.</summary>
    private double Place(double q, int n)
    {
        (double a, double b) = method switch
        {
            QuantileMethod.InterpolatedInvertedCdf => (0, 1),
            QuantileMethod.Hazen => (0.5, 0.5),
            QuantileMethod.Weibull => (0, 0),
            QuantileMethod.MedianUnbiased => (1 / 3.0, 1 / 3.0),
            QuantileMethod.NormalUnbiased => (3 / 8.0, 3 / 8.0),
            _ => (1.0, 1),
        };
        double place = a == 1 ? (n - 1) * q : (n * q) + (a + (q * (1 - a - b))) - 1;
        return Math.Clamp(
            method switch
            {
                QuantileMethod.Lower => Math.Floor(place),
                QuantileMethod.Higher => Math.Ceiling(place),
                QuantileMethod.Nearest => Math.Round(place, MidpointRounding.ToEven),
                QuantileMethod.Midpoint => (Math.Floor(place) + Math.Ceiling(place)) / 2,
                _ => place,
            },
            0,
            n - 1);
    }

    private static TResult At(ReadOnlySpan<T> x, double place)
    {
        int below = (int)place;
        TResult low = TResult.CreateTruncating(x[below]), part = TResult.CreateTruncating(place - below);
        if (part == TResult.Zero)
        {
            return low;
        }

        // From the nearer end, so that the quantiles of equal parts are the same from both sides, as in NumPy.
        TResult high = TResult.CreateTruncating(x[below + 1]), distance = high - low, half = TResult.CreateTruncating(0.5);
        return low == high ? low : part >= half ? high - (distance * (TResult.One - part)) : low + (distance * part);
    }
}
