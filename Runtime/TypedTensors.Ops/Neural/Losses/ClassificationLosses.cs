using System.Numerics;

namespace TypedTensors;

/// <summary>Losses of predictions among classes, which lie along axis 1, or along axis 0 of a single prediction.</summary>
public static class ClassificationLosses
{
    /// <summary>The negative log likelihood, <c>-weight[target] * x[target]</c> of logarithms x of probabilities (PyTorch's <c>nll_loss</c>).</summary>
    /// <param name="x">The logarithms, of shape [images, classes, ...] or [classes] and any layout.</param>
    /// <param name="target">The true classes, of that shape without the axis of classes.</param>
    /// <param name="weight">The factor of each class; 1 if null.</param>
    /// <param name="ignoreIndex">A target that counts for nothing.</param>
    /// <param name="reduction">What becomes of the losses; their mean is divided by the weights of the targets that count.</param>
    /// <returns>A new tensor: of no axes, or of the targets' shape.</returns>
    /// <remarks>The mean of no targets is NaN. Ignored targets give 0. A target that is no class is found on the processor; elsewhere it reads the nearest class.</remarks>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="IndexOutOfRangeException">A target is no class; found on the processor only.</exception>
    [Copies]
    public static Tensor<T, TDevice> Nll<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<long, TDevice> target, Tensor<T, TDevice>? weight = null, long ignoreIndex = -100, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long> => Run(nameof(Nll), x, target, weight, ignoreIndex, reduction);

    /// <summary>The cross entropy of <c>softmax(x)</c>: the negative log likelihood of its logarithm (PyTorch's <c>cross_entropy</c>).</summary>
    /// <param name="x">The scores, of shape [images, classes, ...] or [classes] and any layout.</param>
    /// <param name="target">The true classes, of that shape without the axis of classes.</param>
    /// <param name="weight">The factor of each class; 1 if null.</param>
    /// <param name="ignoreIndex">A target that counts for nothing.</param>
    /// <param name="reduction">What becomes of the losses; their mean is divided by the weights of the targets that count.</param>
    /// <inheritdoc cref="Nll"/>
    [Copies]
    public static Tensor<T, TDevice> CrossEntropy<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<long, TDevice> target, Tensor<T, TDevice>? weight = null, long ignoreIndex = -100, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 0)
        {
            throw new ShapeException("CrossEntropy: a scalar has no classes.");
        }

        return Run(nameof(CrossEntropy), x.LogSoftmax(x.Rank == 1 ? 0 : 1), target, weight, ignoreIndex, reduction);
    }

    private static Tensor<T, TDevice> Run<T, TDevice>(
        string operation, Tensor<T, TDevice> x, Tensor<long, TDevice> target, Tensor<T, TDevice>? weight, long ignoreIndex, LossReduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>, IComputes<long>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(target);
        int axis = x.Rank == 1 ? 0 : 1;
        if (x.Rank == 0 || target.Shape != new Shape([.. x.Shape.AsSpan()[..axis], .. x.Shape.AsSpan()[(axis + 1)..]]))
        {
            throw new ShapeException($"{operation}: targets of shape {target.Shape} do not fit predictions of shape {x.Shape}: they have all axes but that of the classes.");
        }

        nint classes = x.Shape[axis];
        if (weight is not null && weight.Shape != new Shape(classes))
        {
            throw new ShapeException($"{operation}: weight of shape {weight.Shape} does not fit {classes} classes.");
        }

        if (classes == 0 && target.Length > 0)
        {
            throw new ShapeException($"{operation}: predictions of shape {x.Shape} have no classes for targets of shape {target.Shape}.");
        }

        // What is ignored may be no class at all; it reads the first one and counts for nothing.
        Tensor<bool, TDevice> counts = target.NotEqual(ignoreIndex);
        Tensor<long, TDevice> indices = counts.Where(target, 0L);
        Tensor<T, TDevice> factors = weight is null ? Selection.Where<T, TDevice>(counts, T.One, T.Zero) : counts.Where(weight.Take(indices, 0), T.Zero);
        Tensor<T, TDevice> picked = x.TakeAlongAxis(indices.Unsqueeze(axis), axis).Squeeze(axis);
        Tensor<T, TDevice> losses = counts.Where(picked.NegativeInPlace().MultiplyInPlace(factors), T.Zero);
        return reduction == LossReduction.Mean ? losses.Sum().DivideInPlace(factors.Sum()) : Losses.Reduce(losses, reduction);
    }
}
