namespace TypedTensors;

/// <summary>Decides exactly whether two strided layouts have a byte in common.</summary>
/// <remarks>
/// Elements of both meet where a sum of strides times indices, each index within its bounds, equals the distance of the two origins: a bounded
/// linear Diophantine equation. It is solved by depth-first search from the largest coefficient down, cut off by the reach and by the greatest common
/// divisor of the coefficients that are left. That is exponential for contrived strides and a handful of steps for those that views have.
/// </remarks>
internal static class MemoryOverlap
{
    /// <summary>Whether an element of one layout has a byte in common with an element of the other; strides and offsets count elements of the given sizes.</summary>
    /// <param name="left">One layout.</param>
    /// <param name="leftSize">The size of its elements in bytes.</param>
    /// <param name="right">The other layout.</param>
    /// <param name="rightSize">The size of its elements in bytes.</param>
    /// <param name="distance">The bytes from the left storage's start to the right storage's start.</param>
    public static bool Share(in Layout left, int leftSize, in Layout right, int rightSize, nint distance)
    {
        Span<nint> coefficients = stackalloc nint[(2 * Shape.MaxRank) + 2], bounds = stackalloc nint[(2 * Shape.MaxRank) + 2];
        int count = 0;

        // left - right = 0, with every coefficient made positive by counting that index from its other end.
        nint target = distance + (right.Offset * rightSize) - (left.Offset * leftSize);
        for (int axis = 0; axis < left.Shape.Rank; axis++)
        {
            Add(left.Strides[axis] * leftSize, left.Shape[axis] - 1, coefficients, bounds, ref count, ref target);
        }

        for (int axis = 0; axis < right.Shape.Rank; axis++)
        {
            Add(-right.Strides[axis] * rightSize, right.Shape[axis] - 1, coefficients, bounds, ref count, ref target);
        }

        Add(1, leftSize - 1, coefficients, bounds, ref count, ref target);
        Add(-1, rightSize - 1, coefficients, bounds, ref count, ref target);

        coefficients = coefficients[..count];
        bounds = bounds[..count];
        coefficients.Sort(bounds, static (a, b) => b.CompareTo(a));
        Span<nint> reach = stackalloc nint[count + 1], divisors = stackalloc nint[count + 1];
        reach[count] = 0;
        divisors[count] = 0;
        for (int i = count - 1; i >= 0; i--)
        {
            reach[i] = reach[i + 1] + (coefficients[i] * bounds[i]);
            divisors[i] = GreatestCommonDivisor(coefficients[i], divisors[i + 1]);
        }

        return HasSolution(target, 0, coefficients, bounds, reach, divisors);
    }

    private static void Add(nint coefficient, nint bound, Span<nint> coefficients, Span<nint> bounds, ref int count, ref nint target)
    {
        if (coefficient == 0 || bound == 0)
        {
            return;
        }

        if (coefficient < 0)
        {
            target -= coefficient * bound;
            coefficient = -coefficient;
        }

        int same = coefficients[..count].IndexOf(coefficient);
        if (same >= 0)
        {
            bounds[same] += bound;
            return;
        }

        coefficients[count] = coefficient;
        bounds[count++] = bound;
    }

    private static bool HasSolution(
        nint target, int index, ReadOnlySpan<nint> coefficients, ReadOnlySpan<nint> bounds, ReadOnlySpan<nint> reach, ReadOnlySpan<nint> divisors)
    {
        if (target == 0)
        {
            return true;
        }

        if (target < 0 || target > reach[index] || target % divisors[index] != 0)
        {
            return false;
        }

        nint coefficient = coefficients[index];
        nint least = Math.Max(0, target - reach[index + 1] + coefficient - 1) / coefficient;
        nint most = Math.Min(target / coefficient, bounds[index]);
        for (nint value = most; value >= least; value--)
        {
            if (HasSolution(target - (value * coefficient), index + 1, coefficients, bounds, reach, divisors))
            {
                return true;
            }
        }

        return false;
    }

    private static nint GreatestCommonDivisor(nint a, nint b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
