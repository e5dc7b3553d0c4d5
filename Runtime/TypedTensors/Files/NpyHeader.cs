namespace TypedTensors;

/// <summary>What the header of a <c>.npy</c> file says of the array behind it.</summary>
/// <param name="Version">The version of the format: 1.0, 2.0 or 3.0.</param>
/// <param name="Descr">The element type as it is written in the file, for instance <c>&lt;f8</c>.</param>
/// <param name="Dtype">The element type.</param>
/// <param name="IsBigEndian">Whether the most significant byte of an element comes first; false for elements of one byte.</param>
/// <param name="FortranOrder">Whether the first index runs fastest, rather than the last.</param>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="DataOffset">The bytes from the start of the array's file, or entry, to its first element.</param>
public sealed record NpyHeader(Version Version, string Descr, Dtype Dtype, bool IsBigEndian, bool FortranOrder, Shape Shape, long DataOffset)
{
    /// <summary>The bytes that the elements take.</summary>
    public long DataLength => (long)Shape.Length * Dtypes.SizeOf(Dtype);

    /// <summary>Whether the bytes of each element must be reversed for this machine.</summary>
    internal bool IsForeignEndian => Dtypes.SizeOf(Dtype) > 1 && IsBigEndian == BitConverter.IsLittleEndian;

    /// <summary>How the elements lie in the file, from the first one on.</summary>
    internal Layout DataLayout()
    {
        if (!FortranOrder)
        {
            return Layout.Contiguous(Shape);
        }

        int rank = Shape.Rank;
        Span<nint> sizes = stackalloc nint[rank];
        Span<int> axes = stackalloc int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            sizes[axis] = Shape[rank - 1 - axis];
            axes[axis] = rank - 1 - axis;
        }

        return LayoutViews.Permute(nameof(Npy), Layout.Contiguous(new Shape(sizes)), axes);
    }
}
