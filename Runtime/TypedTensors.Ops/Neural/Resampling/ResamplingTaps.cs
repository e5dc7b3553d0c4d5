namespace TypedTensors;

/// <summary>Which elements of an axis, with which weights, make each element of a longer or shorter one.</summary>
internal static class ResamplingTaps
{
    /// <summary>The elements and their weights, by tap and by element of the result.</summary>
    public static (int[,] Indices, double[,] Weights) Of(int from, int to, InterpolationMode mode, bool alignCorners)
    {
        int taps = mode switch { InterpolationMode.Linear => 2, InterpolationMode.Cubic => 4, _ => 1 };
        var indices = new int[taps, to];
        var weights = new double[taps, to];
        for (int i = 0; i < to; i++)
        {
            double place = PlaceOf(i, from, to, mode, alignCorners);
            double below = Math.Floor(place), fraction = place - below;
            for (int tap = 0; tap < taps; tap++)
            {
                int index = (int)below + tap - (taps == 4 ? 1 : 0);
                indices[tap, i] = Math.Clamp(index, 0, from - 1);
                weights[tap, i] = taps switch { 1 => 1, 2 => tap == 0 ? 1 - fraction : fraction, _ => Keys(Math.Abs(fraction + 1 - tap)) };
            }
        }

        return (indices, weights);
    }

    // PyTorch's coordinates: of linear ones those before the first element are the first.
    private static double PlaceOf(int i, int from, int to, InterpolationMode mode, bool alignCorners)
    {
        double ratio = (double)from / to;
        return mode switch
        {
            InterpolationMode.Nearest => i * ratio,
            InterpolationMode.NearestExact => (i + 0.5) * ratio,
            _ when alignCorners => to == 1 ? 0 : i * (from - 1.0) / (to - 1),
            InterpolationMode.Linear => Math.Max(((i + 0.5) * ratio) - 0.5, 0),
            _ => ((i + 0.5) * ratio) - 0.5,
        };
    }

    /// <summary>The convolution kernel of R. G. Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981.</summary>
    private static double Keys(double distance)
    {
        const double a = -0.75;
        return distance <= 1
            ? ((((a + 2) * distance) - (a + 3)) * distance * distance) + 1
            : ((((a * distance) - (5 * a)) * distance) + (8 * a)) * distance - (4 * a);
    }
}
