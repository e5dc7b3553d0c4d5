namespace TypedTensors;

/// <summary>Which value a quantile has that lies between two elements. The names are NumPy's; those of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), have their numbers.</summary>
public enum QuantileMethod
{
    /// <summary>On the line between both; method 7, and the usual one.</summary>
    Linear,

    /// <summary>The lower one.</summary>
    Lower,

    /// <summary>The higher one.</summary>
    Higher,

    /// <summary>The nearer one; of equally near ones that whose index is even.</summary>
    Nearest,

    /// <summary>The mean of both.</summary>
    Midpoint,

    /// <summary>On the line between the steps of the distribution function; method 4.</summary>
    InterpolatedInvertedCdf,

    /// <summary>On the line between the middles of the steps; method 5.</summary>
    Hazen,

    /// <summary>On the line between the expected ranks; method 6.</summary>
    Weibull,

    /// <summary>On the line between the median ranks; method 8, best where the distribution is not known.</summary>
    MedianUnbiased,

    /// <summary>Nearly unbiased for the normal distribution; method 9.</summary>
    NormalUnbiased,
}
