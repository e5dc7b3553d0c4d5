namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>A tensor whose elements a function of their indices gives (NumPy <c>fromfunction</c>, but called once for each element).</summary>
    /// <param name="function">Gets one index for each axis, in a span that is valid during the call only.</param>
    /// <param name="shape">The lengths of the axes; none for a scalar.</param>
    /// <remarks>The elements are computed in C order on the caller's thread. What the function throws, this throws.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    /// <exception cref="ShapeException">A length is negative, the rank is above 8, or there are more elements than an address can count.</exception>
    public static Tensor<TDtype, TDevice> FromFunction(Func<ReadOnlySpan<nint>, TDtype> function, params ReadOnlySpan<nint> shape) =>
        FromFunction(function, new Shape(shape));

    /// <inheritdoc cref="FromFunction(Func{ReadOnlySpan{nint}, TDtype}, ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> FromFunction(Func<ReadOnlySpan<nint>, TDtype> function, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(function);
        return HostFill.CreateInOrder<TDtype, TDevice, FunctionSource>(shape, new FunctionSource(function, shape));
    }

    /// <summary>A tensor of rank 1 whose elements a function of their index gives.</summary>
    /// <inheritdoc cref="FromFunction(Func{ReadOnlySpan{nint}, TDtype}, ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> FromFunction(Func<nint, TDtype> function, nint length)
    {
        ArgumentNullException.ThrowIfNull(function);
        return FromFunction(indices => function(indices[0]), new Shape(length));
    }

    /// <summary>A matrix whose elements a function of row and column gives.</summary>
    /// <inheritdoc cref="FromFunction(Func{ReadOnlySpan{nint}, TDtype}, ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> FromFunction(Func<nint, nint, TDtype> function, nint rows, nint columns)
    {
        ArgumentNullException.ThrowIfNull(function);
        return FromFunction(indices => function(indices[0], indices[1]), new Shape(rows, columns));
    }

    private readonly struct FunctionSource(Func<ReadOnlySpan<nint>, TDtype> function, Shape shape) : IElementSource<TDtype>
    {
        public void Fill(nint first, Span<TDtype> destination)
        {
            Span<nint> indices = stackalloc nint[Shape.MaxRank], given = indices[..shape.Rank];
            for (int axis = shape.Rank - 1; axis >= 0; axis--)
            {
                (first, given[axis]) = Math.DivRem(first, shape[axis]);
            }

            foreach (ref TDtype element in destination)
            {
                element = function(given);
                Advance(given);
            }
        }

        private void Advance(Span<nint> indices)
        {
            for (int axis = indices.Length - 1; axis >= 0 && ++indices[axis] == shape[axis]; axis--)
            {
                indices[axis] = 0;
            }
        }
    }
}
