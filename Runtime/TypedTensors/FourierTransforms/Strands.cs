namespace TypedTensors.FourierTransforms;

/// <summary>Where the elements of transforms lie, beside one another: all begin at an offset of their own and go on in the same steps.</summary>
/// <remarks>Distances are counted in <typeparamref name="T"/>, two of which make a complex number.</remarks>
/// <param name="First">What offsets are counted from.</param>
/// <param name="Step">From one element to the next.</param>
/// <param name="Imaginary">From the real to the imaginary part; 0 where elements are real.</param>
/// <param name="RealCount">The real parts that there are; what is read behind them is 0.</param>
/// <param name="ImaginaryCount">The imaginary parts that there are.</param>
internal readonly unsafe record struct Strands<T>(nint First, nint Step, nint Imaginary, nint RealCount, nint ImaginaryCount)
    where T : unmanaged
{
    /// <summary>The address that offsets are counted from.</summary>
    public T* Origin => (T*)First;

    /// <summary>Complex numbers.</summary>
    public static Strands<T> OfComplex(T* first, nint step, nint count) => new((nint)first, step, 1, count, count);

    /// <summary>Real numbers.</summary>
    public static Strands<T> OfReal(T* first, nint step, nint count) => new((nint)first, step, 0, count, 0);

    /// <summary>Real numbers, of which those at even places are taken for real parts and those behind them for imaginary ones.</summary>
    public static Strands<T> OfPairs(T* first, nint step, nint count) => new((nint)first, 2 * step, step, (count + 1) / 2, count / 2);

    /// <summary>The same, from another element on.</summary>
    public Strands<T> From(nint element, nint count) => this with
    {
        First = (nint)(Origin + (element * Step)),
        RealCount = Math.Min(count, RealCount - element),
        ImaginaryCount = Math.Min(count, ImaginaryCount - element),
    };
}
