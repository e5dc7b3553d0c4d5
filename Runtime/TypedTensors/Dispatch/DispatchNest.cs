using TypedTensors.Loops;

namespace TypedTensors.Dispatch;

/// <summary>The axes of an element-wise operation, and where its operands lie along them; can be cut in two.</summary>
/// <remarks>
/// The axes are arranged and merged as loops over memory of this process arrange theirs. Offsets and strides count elements: a <see cref="LoopOperand"/>'s
/// address is the index of its first element within its storage here.
/// </remarks>
internal unsafe ref struct DispatchNest
{
    private readonly LoopOperand* operands;
    private Dimensions sizes;
    private int axes;

    /// <summary>Arranges a non-empty shape for its operands, of which <paramref name="key"/> is the first output.</summary>
    public DispatchNest(in Shape shape, LoopOperand* operands, int count, int key)
    {
        this.operands = operands;
        OperandCount = count;
        LoopNest nest = LoopNest.Arrange(shape, operands, count, key);
        axes = nest.Rank;
        for (int axis = 0; axis < axes; axis++)
        {
            sizes[axis] = nest[axis];
        }
    }

    /// <summary>The number of operands.</summary>
    public int OperandCount { get; }

    /// <summary>The number of axes, the first being the outermost; some may be of length 1.</summary>
    public readonly int Axes => axes;

    /// <summary>The number of axes along which there is a step.</summary>
    public readonly int Rank
    {
        get
        {
            int rank = 0;
            for (int axis = 0; axis < axes; axis++)
            {
                rank += sizes[axis] == 1 ? 0 : 1;
            }

            return rank;
        }
    }

    /// <summary>The number of elements.</summary>
    public readonly nint Length
    {
        get
        {
            nint length = 1;
            for (int axis = 0; axis < axes; axis++)
            {
                length *= sizes[axis];
            }

            return length;
        }
    }

    /// <summary>The length of an axis.</summary>
    public readonly nint Size(int axis) => sizes[axis];

    /// <summary>The elements from one index of an axis to the next.</summary>
    public readonly nint Stride(int operand, int axis) => operands[operand].Strides[axis];

    /// <summary>The index of the first element of the loop within the storage.</summary>
    public readonly nint Offset(int operand) => (nint)operands[operand].Data;

    /// <summary>The smallest and largest index of an operand's elements within its storage.</summary>
    public readonly (nint First, nint Last) Extent(int operand)
    {
        nint first = Offset(operand), last = first;
        for (int axis = 0; axis < axes; axis++)
        {
            nint reach = Stride(operand, axis) * (sizes[axis] - 1);
            first += Math.Min(reach, 0);
            last += Math.Max(reach, 0);
        }

        return (first, last);
    }

    /// <summary>Makes this the part of an axis from an index on, of a length. What it was before is had again by the reverse.</summary>
    public void Narrow(int axis, nint start, nint length)
    {
        for (int i = 0; i < OperandCount; i++)
        {
            operands[i].Data += start * operands[i].Strides[axis];
        }

        sizes[axis] = length;
    }
}
