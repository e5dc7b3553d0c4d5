using TypedTensors.Printing;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>The elements as NumPy prints them (<c>str(array)</c>), in every culture the same.</summary>
    /// <remarks>
    /// <para>Rows stand in nested brackets, in lines of at most 75 characters; numbers are aligned. Floating-point numbers have the fewest digits that tell them
    /// from their neighbours of the same dtype, but at most 8 behind the point. All of them have an exponent if the largest magnitude is 1e8 or more, the smallest
    /// but zero is below 1e-4, or the ratio of the two is above 1000.</para>
    /// <para>NaN prints as <c>nan</c>, infinities as <c>inf</c> and <c>-inf</c>; an empty tensor as <c>[]</c> whatever its shape; a scalar without brackets.</para>
    /// <para>Of more than 1000 elements only the edges are shown, three indices at either end of an axis. What is not shown is not read from the device.</para>
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    public override string ToString() => ToString(PrintOptions.Default);

    /// <summary>The elements as NumPy prints them with the given options, in every culture the same.</summary>
    /// <inheritdoc cref="ToString()"/>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The tensor has been disposed.</exception>
    /// <exception cref="InvalidOperationException">The options ask for more elements than an array can have.</exception>
    public string ToString(PrintOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfDisposed();
        if (Rank == 0)
        {
            return ElementText.OfScalar(Item());
        }

        if (Length == 0)
        {
            return "[]";
        }

        ShownElements<TDtype> shown = ShownElements<TDtype>.Read(this, options);
        return new BracketedText(ElementText.OfAll<TDtype>(shown.Elements, options), shown, options).Write();
    }
}
