using System.Diagnostics.CodeAnalysis;

namespace TypedTensors.Reductions;

/// <summary>Some axes of a reduction: how long they are, and how they step through the source and the result, in bytes.</summary>
internal unsafe struct AxisGroup
{
    private Dimensions sizes;
    private Dimensions strides;
    private Dimensions resultStrides;
    private int rank;

    /// <summary>The number of axes; at least 1, once they are merged.</summary>
    public readonly int Rank => rank;

    /// <summary>The lengths.</summary>
    [UnscopedRef]
    public readonly ref readonly Dimensions Sizes => ref sizes;

    /// <summary>The steps through the source.</summary>
    [UnscopedRef]
    public readonly ref readonly Dimensions Strides => ref strides;

    /// <summary>The steps through the result.</summary>
    [UnscopedRef]
    public readonly ref readonly Dimensions ResultStrides => ref resultStrides;

    /// <summary>The product of the lengths.</summary>
    public readonly nint Length
    {
        get
        {
            nint length = 1;
            for (int axis = 0; axis < rank; axis++)
            {
                length *= sizes[axis];
            }

            return length;
        }
    }

    /// <summary>The step of the last axis through the result.</summary>
    public readonly nint ResultStep => resultStrides[rank - 1];

    /// <summary>Adds an axis inside the others; one of length 1 is nothing to step along.</summary>
    public void Add(nint size, nint stride, nint resultStride)
    {
        if (size != 1)
        {
            Set(rank++, size, stride, resultStride);
        }
    }

    /// <summary>Turns the axes round that are walked backwards.</summary>
    public void TurnForward(ref byte* source, ref byte* result)
    {
        for (int axis = 0; axis < rank; axis++)
        {
            if (strides[axis] < 0)
            {
                source += strides[axis] * (sizes[axis] - 1);
                result += resultStrides[axis] * (sizes[axis] - 1);
                Set(axis, sizes[axis], -strides[axis], -resultStrides[axis]);
            }
        }
    }

    /// <summary>Brings the axes into the order of their steps through the source, the smallest innermost.</summary>
    public void Order()
    {
        for (int end = 1; end < rank; end++)
        {
            for (int axis = end; axis > 0 && strides[axis] > strides[axis - 1]; axis--)
            {
                (nint size, nint stride, nint resultStride) = (sizes[axis], strides[axis], resultStrides[axis]);
                Set(axis, sizes[axis - 1], strides[axis - 1], resultStrides[axis - 1]);
                Set(axis - 1, size, stride, resultStride);
            }
        }
    }

    /// <summary>Makes one axis of neighbours that are stepped through evenly; without axes, one of length 1.</summary>
    public void Merge()
    {
        if (rank == 0)
        {
            Set(rank++, 1, 0, 0);
        }

        int last = 0;
        for (int axis = 1; axis < rank; axis++)
        {
            bool isEven = strides[last] == strides[axis] * sizes[axis] && resultStrides[last] == resultStrides[axis] * sizes[axis];
            nint size = isEven ? sizes[last] * sizes[axis] : sizes[axis];
            last += isEven ? 0 : 1;
            Set(last, size, strides[axis], resultStrides[axis]);
        }

        rank = last + 1;
    }

    /// <summary>How far into the source an index leads, given by its position in C order of the first axes.</summary>
    public readonly nint Offset(nint index, int axes) => Offset(index, axes, strides);

    /// <summary>How far into the result an index leads, given by its position in C order of the first axes.</summary>
    public readonly nint ResultOffset(nint index, int axes) => Offset(index, axes, resultStrides);

    private readonly nint Offset(nint index, int axes, in Dimensions steps)
    {
        nint offset = 0;
        for (int axis = axes - 1; axis > 0; axis--)
        {
            (index, nint position) = Math.DivRem(index, sizes[axis]);
            offset += position * steps[axis];
        }

        return axes == 0 ? 0 : offset + (index * steps[0]);
    }

    private void Set(int axis, nint size, nint stride, nint resultStride)
    {
        sizes[axis] = size;
        strides[axis] = stride;
        resultStrides[axis] = resultStride;
    }
}
