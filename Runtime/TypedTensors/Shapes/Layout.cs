using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>How a tensor lies in its storage: shape, strides and the offset of its first element, all in elements.</summary>
internal struct Layout
{
    /// <summary>The lengths of the axes.</summary>
    public Shape Shape;

    /// <summary>The index of the first element within the storage.</summary>
    public nint Offset;

    private Dimensions strides;

    /// <summary>A layout with explicit strides.</summary>
    public Layout(in Shape shape, ReadOnlySpan<nint> strides, nint offset)
    {
        Shape = shape;
        Offset = offset;
        strides.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Dimensions, nint>(ref this.strides), Shape.MaxRank));
    }

    /// <summary>The distance in elements from one index of an axis to the next; 0 on a broadcast axis, negative on a reversed one.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<nint> Strides =>
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<Dimensions, nint>(ref Unsafe.AsRef(in strides)), Shape.Rank);

    /// <summary>Whether the elements lie one after the other in C order. Axes of length 1 do not count; an empty layout is contiguous.</summary>
    public readonly bool IsContiguous
    {
        get
        {
            nint expected = 1;
            for (int axis = Shape.Rank - 1; axis >= 0; axis--)
            {
                nint size = Shape[axis];
                if (size == 0)
                {
                    return true;
                }

                if (size != 1 && strides[axis] != expected)
                {
                    return Shape.Length == 0;
                }

                expected *= size;
            }

            return true;
        }
    }

    /// <summary>The C-ordered layout of a shape from the start of a storage.</summary>
    public static Layout Contiguous(in Shape shape, nint offset = 0)
    {
        var layout = new Layout { Shape = shape, Offset = offset };
        nint stride = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            layout.strides[axis] = stride;
            stride *= Math.Max(shape[axis], 1);
        }

        return layout;
    }

    /// <summary>The smallest and largest storage index that an element of a non-empty layout has.</summary>
    public readonly (nint First, nint Last) Extent()
    {
        nint first = Offset, last = Offset;
        for (int axis = 0; axis < Shape.Rank; axis++)
        {
            nint reach = strides[axis] * (Shape[axis] - 1);
            if (reach < 0)
            {
                first += reach;
            }
            else
            {
                last += reach;
            }
        }

        return (first, last);
    }
}
