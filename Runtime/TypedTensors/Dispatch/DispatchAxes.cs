using TypedTensors.Reductions;

namespace TypedTensors.Dispatch;

/// <summary>Some axes of a reduction in elements, of which some may have been narrowed to a length of 1.</summary>
internal struct DispatchAxes
{
    /// <summary>Their lengths.</summary>
    public Dimensions Sizes;

    /// <summary>Their steps through the source.</summary>
    public Dimensions Strides;

    /// <summary>Their steps through the results.</summary>
    public Dimensions ResultStrides;

    /// <summary>Takes axes over whose steps count bytes.</summary>
    public DispatchAxes(in AxisGroup group, int size, int resultSize)
    {
        Count = group.Rank;
        for (int axis = 0; axis < Count; axis++)
        {
            Sizes[axis] = group.Sizes[axis];
            Strides[axis] = group.Strides[axis] / size;
            ResultStrides[axis] = group.ResultStrides[axis] / resultSize;
        }
    }

    /// <summary>The number of axes, the first being the outermost.</summary>
    public int Count { get; }

    /// <summary>The product of their lengths.</summary>
    public readonly nint Length
    {
        get
        {
            nint length = 1;
            for (int axis = 0; axis < Count; axis++)
            {
                length *= Sizes[axis];
            }

            return length;
        }
    }

    /// <summary>The number of axes along which there is a step; at least 1.</summary>
    public readonly int Rank
    {
        get
        {
            int rank = 0;
            for (int axis = 0; axis < Count; axis++)
            {
                rank += Sizes[axis] == 1 ? 0 : 1;
            }

            return Math.Max(rank, 1);
        }
    }

    /// <summary>The outermost axis along which there is a step, or the innermost of all.</summary>
    public readonly int Outermost
    {
        get
        {
            int axis = 0;
            while (axis < Count - 1 && Sizes[axis] == 1)
            {
                axis++;
            }

            return axis;
        }
    }

    /// <summary>The step through the source from one index of the innermost axis to the next.</summary>
    public readonly nint InnerStep => nint.Abs(Strides[Count - 1]);

    /// <summary>How far steps lead at the most, backwards and forwards.</summary>
    public readonly (nint Low, nint High) Reach(in Dimensions strides)
    {
        nint low = 0, high = 0;
        for (int axis = 0; axis < Count; axis++)
        {
            nint reach = strides[axis] * (Sizes[axis] - 1);
            low += Math.Min(reach, 0);
            high += Math.Max(reach, 0);
        }

        return (low, high);
    }

    /// <summary>The axis that leads farthest, of those along which there is a step; -1 if there is none.</summary>
    public readonly int Farthest(in Dimensions strides)
    {
        int best = -1;
        for (int axis = 0; axis < Count; axis++)
        {
            nint reach = nint.Abs(strides[axis]) * (Sizes[axis] - 1);
            best = Sizes[axis] > 1 && (best < 0 || reach > nint.Abs(strides[best]) * (Sizes[best] - 1)) ? axis : best;
        }

        return best;
    }

    /// <summary>The longest or the shortest axis of those along which there is a step; -1 if there is none.</summary>
    public readonly int ByLength(bool longest)
    {
        int best = -1;
        for (int axis = 0; axis < Count; axis++)
        {
            best = Sizes[axis] > 1 && (best < 0 || (longest ? Sizes[axis] > Sizes[best] : Sizes[axis] < Sizes[best])) ? axis : best;
        }

        return best;
    }
}
