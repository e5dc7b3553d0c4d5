namespace TypedTensors;

/// <summary>How a tensor is printed. The defaults are NumPy's, and the names those of <c>numpy.set_printoptions</c> in .NET casing.</summary>
public sealed record PrintOptions
{
    /// <summary>The options that <c>ToString()</c> uses.</summary>
    public static PrintOptions Default { get; } = new();

    /// <summary>
    /// The most digits behind the point of a floating-point number; fewer are printed where fewer tell the number from its neighbours. 8 by default.
    /// </summary>
    /// <remarks>A scalar (rank 0) is printed with all the digits that tell it from its neighbours, whatever this says, as in NumPy.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Precision
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 8;

    /// <summary>The most elements that are printed in full; of larger tensors only the edges are shown, and read. 1000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public nint Threshold
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1000;

    /// <summary>How many indices at the beginning and at the end of each axis a summary shows. 3 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int EdgeItems
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 3;

    /// <summary>
    /// The most characters in a line; a row that is longer goes on in the next line. A single number that is longer is not broken. 75 by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LineWidth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 75;

    /// <summary>
    /// Whether small numbers, and large ratios between numbers, are printed without an exponent (NumPy <c>suppress</c>); numbers below the precision
    /// then read as 0. False by default.
    /// </summary>
    /// <remarks>From 1e8 on, numbers have an exponent all the same, as in NumPy.</remarks>
    public bool SuppressScientific { get; init; }
}
