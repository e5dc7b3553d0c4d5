namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>A copy with each element converted to another type, narrowing included (NumPy <c>astype</c>).</summary>
    /// <remarks>
    /// Integer to integer wraps modulo 2^bits. Floating to integer truncates toward zero; NumPy leaves NaN and values out of range to the processor, here NaN
    /// becomes 0 and the others the nearest bound, on every machine. Floating to floating rounds to nearest, ties to even; too large becomes infinity. Integer to
    /// floating rounds likewise. To bool: nonzero, so NaN is true. From bool: 0 or 1.
    /// To a complex type the number becomes the real part. A complex number has two parts, so it only becomes another complex one; take <c>Real()</c>,
    /// <c>Imag()</c> or <c>Abs()</c>.
    /// </remarks>
    /// <exception cref="NotSupportedException">From a complex type to one that is not.</exception>
    [Copies]
    public Tensor<TTo, TDevice> Cast<TTo>()
        where TTo : unmanaged
    {
        ThrowIfDisposed();
        Tensor<TTo, TDevice> result = Tensor<TTo, TDevice>.Empty(Shape);
        if (Length != 0)
        {
            TDevice.Copy(this, result);
        }

        return result;
    }
}
