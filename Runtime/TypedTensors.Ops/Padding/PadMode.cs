namespace TypedTensors;

/// <summary>What <c>Pad</c> puts around a tensor.</summary>
public enum PadMode
{
    /// <summary>One value: <c>0 0 | a b c | 0 0</c> (NumPy's and PyTorch's <c>constant</c>).</summary>
    Constant,

    /// <summary>The outermost elements: <c>a a | a b c | c c</c> (NumPy's <c>edge</c>, PyTorch's <c>replicate</c>).</summary>
    Edge,

    /// <summary>The tensor mirrored at its outermost elements, which are not repeated: <c>c b | a b c | b a</c> (<c>reflect</c>).</summary>
    Reflect,

    /// <summary>The tensor's other end: <c>b c | a b c | a b</c> (NumPy's <c>wrap</c>, PyTorch's <c>circular</c>).</summary>
    Wrap,
}
