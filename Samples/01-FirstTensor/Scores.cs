using TypedTensors;

namespace FirstTensor;

/// <summary>An element-wise operation of our own: written for one number, emitted as a fused loop over tensors.</summary>
public static partial class Scores
{
    /// <summary>How many standard deviations a value lies from the mean, squashed softly so that outliers count less.</summary>
    [Elementwise]
    public static double RobustScore(double x, double mean, double deviation)
    {
        double score = (x - mean) / deviation;
        return score / Math.Sqrt(1 + (score * score / 9));
    }
}
