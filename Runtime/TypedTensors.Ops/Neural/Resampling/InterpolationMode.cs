namespace TypedTensors;

/// <summary>How elements between elements are made.</summary>
public enum InterpolationMode
{
    /// <summary>The element at or before the place (PyTorch's <c>nearest</c>).</summary>
    Nearest,

    /// <summary>The element whose middle is nearest (PyTorch's <c>nearest-exact</c>, Pillow, scikit-image).</summary>
    NearestExact,

    /// <summary>On the line between the two elements beside the place; along several axes bilinear and trilinear.</summary>
    Linear,

    /// <summary>On the cubic of Keys (1981) with a = -0.75 through the four elements about the place; along two axes bicubic.</summary>
    Cubic,
}
