using TypedTensors.Loops;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>A copy with each element converted to another type, refused if that would change a value.</summary>
    /// <remarks>
    /// <para>What comes from or goes to an integer or bool must keep its value: a fraction, NaN, infinity or a value out of range does not fit an integer, only 0
    /// and 1 fit bool, and 16,777,217 does not fit <see cref="float"/>. Between floating types rounding is allowed, and so are NaN and infinity, but a finite
    /// value that would become infinite is not. A negative zero fits an integer as 0.</para>
    /// <para>Use <c>Cast</c> to convert without checking. On a device other than the CPU, the elements pass through host memory.</para>
    /// </remarks>
    /// <exception cref="OverflowException">An element does not fit; the message names the first one in C order and its value.</exception>
    /// <exception cref="NotSupportedException">One of the two types is complex.</exception>
    [Copies]
    public Tensor<TTo, TDevice> NarrowChecked<TTo>()
        where TTo : unmanaged
    {
        ThrowIfDisposed();
        if (this is not Tensor<TDtype, Cpu> source)
        {
            using Tensor<TDtype, Cpu> host = To<Cpu>();
            using Tensor<TTo, Cpu> narrowed = host.NarrowChecked<TTo>();
            return narrowed.To<TDevice>();
        }

        Tensor<TTo, Cpu> result = Tensor<TTo, Cpu>.Empty(Shape);
        nint lost = Narrowing.Run(source, result);
        if (lost >= 0)
        {
            result.Dispose();
            throw NotRepresentable(lost, Dtypes.Of<TTo>());
        }

        return (Tensor<TTo, TDevice>)(object)result;
    }

    private OverflowException NotRepresentable(nint position, Dtype target)
    {
        Span<nint> index = stackalloc nint[Rank];
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            (position, index[axis]) = Math.DivRem(position, Shape[axis]);
        }

        string value = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{this[index]}"), name = Dtypes.NameOf(target);
        return new OverflowException(
            $"NarrowChecked: element {Shape.Format(index)} is {value}, which {name} cannot represent. Cast<{name}>() converts without checking.");
    }
}
