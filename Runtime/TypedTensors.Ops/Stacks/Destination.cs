using System.Diagnostics.CodeAnalysis;

namespace TypedTensors;

/// <summary>Destinations that callers give.</summary>
internal static class Destination
{
    /// <summary>Checks a destination before anything is computed.</summary>
    /// <exception cref="ShapeException">It has another shape than the result.</exception>
    /// <exception cref="InvalidOperationException">It is read-only.</exception>
    public static void Check(string operation, in Shape shape, Tensor? destination)
    {
        if (destination is null)
        {
            return;
        }

        if (destination.Shape != shape)
        {
            throw new ShapeException($"{operation}: the result has shape {shape}, which does not fit the destination's shape {destination.Shape}.");
        }

        if (destination.IsReadOnly)
        {
            throw new InvalidOperationException($"{operation}: the destination of shape {shape} is read-only.");
        }
    }

    /// <summary>Whether steps cannot write there while operands are still read.</summary>
    public static bool Overlaps([NotNullWhen(true)] Tensor? destination, params ReadOnlySpan<Tensor?> operands)
    {
        foreach (Tensor? operand in operands)
        {
            if (operand is not null && destination is not null && destination.SharesMemoryWith(operand))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A new result where the caller wants it: copied, and given back.</summary>
    /// <returns>The tensor written.</returns>
    public static Tensor<T, TDevice> Write<T, TDevice>(Tensor<T, TDevice> result, Tensor<T, TDevice>? destination)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        if (destination is null)
        {
            return result;
        }

        destination.CopyFrom(result);
        result.Dispose();
        return destination;
    }
}
