namespace TypedTensors.Tests;

/// <summary>Layouts as odd as views can make them: axes in any order, gaps, negative and zero strides.</summary>
internal static class RandomLayouts
{
    /// <summary>A shape of up to <paramref name="maxRank"/> axes and not many elements.</summary>
    public static Shape Shape(Random random, int maxRank = 5, int maxSize = 7)
    {
        int rank = random.Next(maxRank + 1);
        var sizes = new nint[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            sizes[axis] = random.Next(10) switch
            {
                0 => 1,
                1 when axis == 0 => random.Next(1, 40),
                _ => random.Next(1, (rank > 3 ? 4 : maxSize) + 1),
            };
        }

        return new Shape(sizes);
    }

    /// <summary>A shape that broadcasts to another: leading axes left out, some of the rest 1.</summary>
    public static Shape BroadcastableTo(Random random, Shape shape)
    {
        nint[] sizes = shape.ToArray()[(random.Next(3) == 0 ? random.Next(shape.Rank + 1) : 0)..];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            sizes[axis] = random.Next(5) == 0 ? 1 : sizes[axis];
        }

        return new Shape(sizes);
    }

    /// <summary>A layout of a shape in which no two indices meet, unless <paramref name="repeats"/> allows zero strides.</summary>
    /// <param name="random">The source of choice.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="repeats">Whether some axes may get stride 0.</param>
    /// <param name="length">The elements that the storage needs.</param>
    public static Layout Of(Random random, Shape shape, bool repeats, out int length)
    {
        bool plain = random.Next(4) == 0;
        int[] order = [.. Enumerable.Range(0, shape.Rank).Reverse()];
        if (!plain && random.Next(2) == 0)
        {
            random.Shuffle(order);
        }

        var strides = new nint[shape.Rank];
        nint step = 1, offset = random.Next(3), last = 0;
        foreach (int axis in order)
        {
            if (repeats && !plain && random.Next(6) == 0)
            {
                continue;
            }

            step *= plain || random.Next(3) != 0 ? 1 : random.Next(1, 4);
            nint reach = step * (shape[axis] - 1);
            bool backwards = !plain && random.Next(4) == 0;
            strides[axis] = backwards ? -step : step;
            offset += backwards ? reach : 0;
            last += backwards ? 0 : reach;
            step *= shape[axis];
        }

        length = (int)(offset + last + 1 + random.Next(3));
        return new Layout(shape, strides, offset);
    }

    /// <summary>A tensor in a random layout over an array of its own.</summary>
    public static Tensor<T, Cpu> Tensor<T>(Random random, Shape shape, Func<int, T> element, bool repeats = false)
        where T : unmanaged
    {
        Layout layout = Of(random, shape, repeats, out int length);
        T[] array = [.. Enumerable.Range(0, length).Select(element)];
        return Over(array, layout);
    }

    /// <summary>A tensor in a given layout over an array.</summary>
    public static Tensor<T, Cpu> Over<T>(T[] array, Layout layout)
        where T : unmanaged => new(new ArrayStorage<T>(array), layout, isView: true);
}
