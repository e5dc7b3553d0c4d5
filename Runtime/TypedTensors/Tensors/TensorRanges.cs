using System.Globalization;
using System.Numerics;

namespace TypedTensors;

/// <summary>Evenly spaced numbers as tensors: <c>Tensor&lt;float, Cpu&gt;.Arange(0, 10, 2)</c>.</summary>
public static class TensorRanges
{
    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice
    {
        /// <summary>The numbers 0, 1, 2, ... below <paramref name="stop"/> (NumPy <c>arange</c>); none if it is not positive.</summary>
        /// <exception cref="ArgumentException"><paramref name="stop"/> is NaN or infinite.</exception>
        /// <exception cref="ShapeException">There are more numbers than an address can count.</exception>
        public static Tensor<T, TDevice> Arange(Element<T> stop) => Tensor<T, TDevice>.Arange(T.Zero, stop, T.One);

        /// <summary>The numbers <paramref name="start"/>, <paramref name="start"/> + 1, ... below <paramref name="stop"/> (NumPy <c>arange</c>).</summary>
        /// <exception cref="ArgumentException">An argument is NaN or infinite.</exception>
        /// <exception cref="ShapeException">There are more numbers than an address can count.</exception>
        public static Tensor<T, TDevice> Arange(Element<T> start, Element<T> stop) => Tensor<T, TDevice>.Arange(start, stop, T.One);

        /// <summary>
        /// The numbers <paramref name="start"/> + i <paramref name="step"/> from <paramref name="start"/> up to, not including,
        /// <paramref name="stop"/> (NumPy <c>arange</c>).
        /// </summary>
        /// <param name="start">The first number.</param>
        /// <param name="stop">The end; if it lies on the other side of the start than the step goes, the tensor is empty.</param>
        /// <param name="step">The distance from one number to the next; may be negative.</param>
        /// <remarks>
        /// There are ceil((stop - start) / step) numbers. For floating-point dtypes that is computed in double, and so is each number, which is rounded once;
        /// NumPy computes in the dtype and can be a last digit off. As in NumPy, rounding can make the last number reach <paramref name="stop"/>; where the
        /// count matters, use <c>Linspace</c>. Integers are exact.
        /// </remarks>
        /// <exception cref="ArgumentException">The step is 0, or an argument is NaN or infinite.</exception>
        /// <exception cref="ShapeException">There are more numbers than an address can count.</exception>
        public static Tensor<T, TDevice> Arange(Element<T> start, Element<T> stop, Element<T> step)
        {
            nint length = RangeLength<T>(start, stop, step);
            return HostFill.Create<T, TDevice, RangeSource<T>>(new Shape(length), new RangeSource<T>(start, step));
        }
    }

    extension<T, TDevice>(Tensor<T, TDevice>)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TDevice : struct, IDevice
    {
        /// <summary>So many evenly spaced numbers from <paramref name="start"/> to <paramref name="stop"/> (NumPy <c>linspace</c>).</summary>
        /// <param name="start">The first number.</param>
        /// <param name="stop">The last number, exactly; with <paramref name="endpoint"/> false, the one that would follow the last.</param>
        /// <param name="count">How many numbers; if it is 1, <paramref name="start"/> alone.</param>
        /// <param name="endpoint">Whether <paramref name="stop"/> is one of the numbers.</param>
        /// <remarks>
        /// Number i is start + i ((stop - start) / n), n being count - 1 or, without the endpoint, count; computed in double and rounded once, as in
        /// NumPy. NaN and infinity spread as in that formula.
        /// </remarks>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
        /// <exception cref="ShapeException">The tensor would have more bytes than an address can count.</exception>
        public static Tensor<T, TDevice> Linspace(Element<T> start, Element<T> stop, nint count, bool endpoint = true)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            return HostFill.Create<T, TDevice, LinspaceSource<T>>(new Shape(count), new LinspaceSource<T>(start, stop, count, endpoint));
        }
    }

    private static nint RangeLength<T>(T start, T stop, T step)
        where T : unmanaged, INumber<T>
    {
        if (!T.IsFinite(start) || !T.IsFinite(stop) || !T.IsFinite(step) || T.IsZero(step))
        {
            throw new ArgumentException($"Arange: {Describe(start, stop, step)} has no length; the numbers must be finite and the step not 0.");
        }

        if (Dtypes.Of<T>() is not (Dtype.Half or Dtype.Single or Dtype.Double))
        {
            // Exact, also where the difference exceeds the dtype.
            Int128 distance = Int128.CreateChecked(stop) - Int128.CreateChecked(start), stride = Int128.CreateChecked(step);
            Int128 whole = (distance / stride) + (distance % stride != 0 ? 1 : 0);
            return Int128.Sign(distance) != Int128.Sign(stride) ? 0
                : whole <= nint.MaxValue ? (nint)whole
                : throw TooLong(start, stop, step);
        }

        double length = Math.Ceiling((double.CreateChecked(stop) - double.CreateChecked(start)) / double.CreateChecked(step));
        return length <= 0 ? 0 : length < nint.MaxValue ? (nint)length : throw TooLong(start, stop, step);
    }

    private static ShapeException TooLong<T>(T start, T stop, T step)
        where T : INumber<T> => new($"Arange: {Describe(start, stop, step)} has more numbers than an address can count.");

    private static string Describe<T>(T start, T stop, T step)
        where T : INumber<T> => string.Create(CultureInfo.InvariantCulture, $"from {start} to {stop} in steps of {step}");
}
