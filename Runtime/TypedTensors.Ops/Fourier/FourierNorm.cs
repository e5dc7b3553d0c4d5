namespace TypedTensors;

/// <summary>Where a Fourier transform and its inverse are divided by the length, as NumPy names it.</summary>
public enum FourierNorm
{
    /// <summary>The inverse is divided by the length.</summary>
    Backward,

    /// <summary>Both are divided by the square root of the length, so that they keep the sum of squares.</summary>
    Ortho,

    /// <summary>The transform itself is divided by the length.</summary>
    Forward,
}
