using System.Numerics;

namespace TypedTensors;

/// <summary>What keeps networks from learning by heart.</summary>
public static class Regularization
{
    /// <summary>Sets elements to 0, each with a probability, and divides the others by the probability of staying (Srivastava et al., 2014; PyTorch's <c>dropout</c> in training).</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="generator">Where the draws come from; takes one position.</param>
    /// <param name="probability">How likely an element is dropped, from 0 to 1.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <remarks>
    /// Element i stays where draw i of the call, a float in [0, 1) as <c>Rand</c> makes it, is not below the probability; so the same elements are dropped on every device and of
    /// every dtype. NaN and infinity stay what they are, or become 0.
    /// </remarks>
    /// <exception cref="ShapeException">The destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    /// <exception cref="ArgumentNullException">The generator is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not one.</exception>
    [Copies]
    public static Tensor<T, TDevice> Dropout<T, TDevice>(this Tensor<T, TDevice> x, RandomGenerator generator, double probability = 0.5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(generator);
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), $"Dropout: {probability} is no probability.");
        }

        Destination.Check(nameof(Dropout), x.Shape, destination);
        using Tensor<float, TDevice> draws = Tensor<float, TDevice>.Rand(generator, x.Shape.AsSpan());
        return DropoutKernels.Drop(x, draws, (float)probability, probability == 1 ? T.Zero : T.CreateChecked(1 / (1 - probability)), destination);
    }
}
