using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>The slices of a tensor that a mask of its first axes names.</summary>
internal static class MaskedRows
{
    /// <summary>The slices where the mask is true, along one axis.</summary>
    public static Tensor<T, Cpu> Read<T>(Tensor<T, Cpu> x, Tensor<bool, Cpu> mask)
        where T : unmanaged
    {
        Shape shape = ShapeOf(x, mask);
        Tensor<T, Cpu> result = Tensor<T, Cpu>.Empty(shape);
        HostRows.Run(HostRows.Line(x), HostRows.Line(mask), result.Reshape(result.Length), new Compress<T>((int)Parts.Product(shape.AsSpan()[1..])));
        return result;
    }

    /// <summary>Writes the slices where the mask is true.</summary>
    public static void Write<T>(Tensor<T, Cpu> x, Tensor<bool, Cpu> mask, Tensor<T, Cpu> value)
        where T : unmanaged
    {
        Shape shape = ShapeOf(x, mask);
        if (Shape.Broadcast("Masked", shape, value.Shape) != shape)
        {
            throw new ShapeException($"Masked: a value of shape {value.Shape} does not broadcast to the elements where the mask is true, of shape {shape}.");
        }

        Tensor<T, Cpu> result = x.Clone(), values = value.BroadcastTo(shape).Clone();
        HostRows.Run(values.Reshape(values.Length), HostRows.Line(mask), result.Reshape(result.Length), new Expand<T>((int)Parts.Product(shape.AsSpan()[1..])));
        x.CopyFrom(result);
    }

    private static Shape ShapeOf(Tensor x, Tensor<bool, Cpu> mask) => new([(nint)mask.CountNonZero().Item(), .. x.Shape.AsSpan()[mask.Rank..]]);

    private readonly struct Compress<T>(int width) : IRowBody<T, bool, T>
        where T : unmanaged
    {
        public void Run(ReadOnlySpan<T> x, ReadOnlySpan<bool> mask, Span<T> result)
        {
            if (width != 1)
            {
                for (int i = 0, written = 0; written < result.Length; i++)
                {
                    if (mask[i])
                    {
                        x.Slice(i * width, width).CopyTo(result[written..]);
                        written += width;
                    }
                }

                return;
            }

            for (int i = 0, count = 0; count < result.Length; i++)
            {
                // Written always and kept if true: a branch would be guessed wrong half of the time.
                result[count] = x[i];
                count += mask[i] ? 1 : 0;
            }
        }
    }

    private readonly struct Expand<T>(int width) : IRowBody<T, bool, T>
        where T : unmanaged
    {
        public void Run(ReadOnlySpan<T> x, ReadOnlySpan<bool> mask, Span<T> result)
        {
            for (int i = 0, read = 0; read < x.Length; i++)
            {
                if (mask[i])
                {
                    x.Slice(read, width).CopyTo(result[(i * width)..]);
                    read += width;
                }
            }
        }
    }
}
