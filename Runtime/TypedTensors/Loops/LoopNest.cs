namespace TypedTensors.Loops;

/// <summary>The axes over which a loop runs, brought into the order and number that suit memory.</summary>
/// <remarks>
/// Axes of length 1 are dropped, those that the first output walks backwards are turned round, the rest are ordered by the first output's step (largest
/// outermost), and neighbours that every operand steps through evenly become one. A contiguous operation of any rank ends as one axis.
/// </remarks>
internal unsafe struct LoopNest
{
    private Dimensions sizes;

    /// <summary>The number of axes; at least 2, the last being the innermost.</summary>
    public int Rank { get; private set; }

    /// <summary>The length of the innermost axis.</summary>
    public readonly nint Columns => sizes[Rank - 1];

    /// <summary>The length of the axis around the innermost.</summary>
    public readonly nint Rows => sizes[Rank - 2];

    /// <summary>The length of an axis.</summary>
    public readonly nint this[int axis] => sizes[axis];

    /// <summary>Arranges a non-empty shape for its operands, whose data and strides are changed to match.</summary>
    /// <param name="shape">The common shape.</param>
    /// <param name="operands">The operands, with one stride for each axis of the shape.</param>
    /// <param name="count">The number of operands.</param>
    /// <param name="key">The operand whose order in memory the loop follows: the first output.</param>
    public static LoopNest Arrange(in Shape shape, LoopOperand* operands, int count, int key)
    {
        var nest = default(LoopNest);
        int rank = 0;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (shape[axis] != 1)
            {
                nest.sizes[rank] = shape[axis];
                Move(operands, count, axis, rank++);
            }
        }

        nest.Rank = rank;
        nest.TurnForward(operands, count, key);
        nest.Order(operands, count, key);
        nest.Merge(operands, count);
        nest.PadToTwo(operands, count);
        return nest;
    }

    private static void Move(LoopOperand* operands, int count, int from, int to)
    {
        for (int i = 0; i < count; i++)
        {
            operands[i].Strides[to] = operands[i].Strides[from];
        }
    }

    private readonly void TurnForward(LoopOperand* operands, int count, int key)
    {
        for (int axis = 0; axis < Rank; axis++)
        {
            if (operands[key].Strides[axis] >= 0)
            {
                continue;
            }

            for (int i = 0; i < count; i++)
            {
                operands[i].Data += operands[i].Strides[axis] * (sizes[axis] - 1);
                operands[i].Strides[axis] = -operands[i].Strides[axis];
            }
        }
    }

    private void Order(LoopOperand* operands, int count, int key)
    {
        // Insertion sort: there are at most eight axes, and they are nearly always in order already.
        for (int end = 1; end < Rank; end++)
        {
            for (int axis = end; axis > 0 && operands[key].Strides[axis] > operands[key].Strides[axis - 1]; axis--)
            {
                (sizes[axis], sizes[axis - 1]) = (sizes[axis - 1], sizes[axis]);
                for (int i = 0; i < count; i++)
                {
                    (operands[i].Strides[axis], operands[i].Strides[axis - 1]) = (operands[i].Strides[axis - 1], operands[i].Strides[axis]);
                }
            }
        }
    }

    private void Merge(LoopOperand* operands, int count)
    {
        int last = 0;
        for (int axis = 1; axis < Rank; axis++)
        {
            bool even = true;
            for (int i = 0; i < count && even; i++)
            {
                even = operands[i].Strides[last] == operands[i].Strides[axis] * sizes[axis];
            }

            if (even)
            {
                sizes[last] *= sizes[axis];
            }
            else
            {
                sizes[++last] = sizes[axis];
            }

            Move(operands, count, axis, last);
        }

        Rank = Rank == 0 ? 0 : last + 1;
    }

    private void PadToTwo(LoopOperand* operands, int count)
    {
        for (; Rank < 2; Rank++)
        {
            for (int axis = Rank; axis > 0; axis--)
            {
                sizes[axis] = sizes[axis - 1];
                Move(operands, count, axis - 1, axis);
            }

            sizes[0] = 1;
            for (int i = 0; i < count; i++)
            {
                operands[i].Strides[0] = 0;
            }
        }

        // A single element has no axis to step along; the stride it reports is that of a contiguous operand.
        if (Rows == 1 && Columns == 1)
        {
            for (int i = 0; i < count; i++)
            {
                operands[i].Strides[Rank - 1] = operands[i].StoredSize;
            }
        }
    }
}
