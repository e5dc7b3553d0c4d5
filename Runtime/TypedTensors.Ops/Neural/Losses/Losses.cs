using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>Losses that compare elements with targets, as PyTorch defines them. Operands broadcast; NaN gives NaN; the mean of nothing is NaN.</summary>
public static class Losses
{
    /// <summary>The squared error <c>(x - target) ^ 2</c> (PyTorch's <c>mse_loss</c>).</summary>
    /// <param name="x">The predictions, of any layout.</param>
    /// <param name="target">The truths.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <returns>A new tensor: of no axes, or of the common shape.</returns>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    [Copies]
    public static Tensor<T, TDevice> Mse<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> target, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce(LossKernels.Squared(x, Given(nameof(Mse), x, target)), reduction);

    /// <summary>The absolute error <c>|x - target|</c> (PyTorch's <c>l1_loss</c>).</summary>
    /// <inheritdoc cref="Mse"/>
    [Copies]
    public static Tensor<T, TDevice> L1<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> target, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce(LossKernels.Absolute(x, Given(nameof(L1), x, target)), reduction);

    /// <summary>The loss of Huber (1964): <c>(x - target) ^ 2 / 2</c> within <paramref name="delta"/>, and beyond it <c>delta * (|x - target| - delta / 2)</c> (PyTorch's <c>huber_loss</c>).</summary>
    /// <param name="x">The predictions, of any layout.</param>
    /// <param name="target">The truths.</param>
    /// <param name="delta">Where the parabola becomes a line.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <inheritdoc cref="Mse"/>
    [Copies]
    public static Tensor<T, TDevice> Huber<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> target, double delta = 1, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce(LossKernels.Huber(x, Given(nameof(Huber), x, target), T.CreateChecked(delta)), reduction);

    /// <summary>The binary cross entropy of probabilities, <c>-(target * log(x) + (1 - target) * log(1 - x))</c> (PyTorch's <c>binary_cross_entropy</c>).</summary>
    /// <remarks>Logarithms are not below -100, as in PyTorch, so that certain errors are finite. Outside of [0, 1] the result is NaN.</remarks>
    /// <inheritdoc cref="Mse"/>
    [Copies]
    public static Tensor<T, TDevice> Bce<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> target, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Reduce(LossKernels.Bce(x, Given(nameof(Bce), x, target)), reduction);

    /// <summary>The binary cross entropy of <c>sigmoid(x)</c>, without overflow or cancellation (PyTorch's <c>binary_cross_entropy_with_logits</c>).</summary>
    /// <param name="x">The log-odds, of any layout.</param>
    /// <param name="target">The truths.</param>
    /// <param name="positiveWeight">The factor of positive targets, which broadcasts; 1 if null.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <inheritdoc cref="Mse"/>
    [Copies]
    public static Tensor<T, TDevice> BceWithLogits<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> target, Tensor<T, TDevice>? positiveWeight = null, LossReduction reduction = LossReduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Given(nameof(BceWithLogits), x, target);

        // (1 - target) * x + (1 + (weight - 1) * target) * log(1 + exp(-x))
        Tensor<T, TDevice> linear = Arithmetic.Subtract<T, TDevice>(T.One, target).Multiply(x), logarithms = x.Negative().SoftplusInPlace();
        if (positiveWeight is not null)
        {
            logarithms = positiveWeight.Subtract(T.One).Multiply(target).AddInPlace(T.One).Multiply(logarithms);
        }

        return Reduce(linear.Add(logarithms), reduction);
    }

    /// <summary>The divergence of Kullback and Leibler, <c>target * (log(target) - x)</c> for logarithms x (PyTorch's <c>kl_div</c>, whose mean is also that of the elements).</summary>
    /// <param name="x">The logarithms of the predicted probabilities, of any layout.</param>
    /// <param name="target">The true probabilities, or their logarithms.</param>
    /// <param name="reduction">What becomes of the losses of elements.</param>
    /// <param name="logTarget">Whether the targets are logarithms.</param>
    /// <inheritdoc cref="Mse"/>
    [Copies]
    public static Tensor<T, TDevice> KlDiv<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> target, LossReduction reduction = LossReduction.Mean, bool logTarget = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        Reduce(logTarget ? LossKernels.KlDivOfLogarithms(x, Given(nameof(KlDiv), x, target)) : LossKernels.KlDiv(x, Given(nameof(KlDiv), x, target)), reduction);

    /// <summary>The cosine of the angle between vectors along an axis, <c>sum(x * y) / (max(|x|, epsilon) * max(|y|, epsilon))</c> (PyTorch's <c>cosine_similarity</c>).</summary>
    /// <param name="x">The vectors, of any layout.</param>
    /// <param name="y">The others; shapes broadcast.</param>
    /// <param name="axis">The axis along which a vector lies; a negative one counts from the end.</param>
    /// <param name="epsilon">The least length that is divided by.</param>
    /// <returns>A new tensor of the common shape without the axis.</returns>
    /// <exception cref="ShapeException">The shapes do not broadcast, or the axis is out of range.</exception>
    [Copies]
    public static Tensor<T, TDevice> CosineSimilarity<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, int axis = 1, double epsilon = 1e-8)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Tensor<T, TDevice> products = x.Multiply(Given(nameof(CosineSimilarity), x, y));
        int position = Reduction.Axis(nameof(CosineSimilarity), products, axis);
        Tensor<T, TDevice> left = x.BroadcastTo(products.Shape).Square().Sum(position), right = y.BroadcastTo(products.Shape).Square().Sum(position);
        return LossKernels.Cosine(products.Sum(position), left, right, T.CreateChecked(epsilon));
    }

    /// <summary>The losses of elements as one, or as they are.</summary>
    internal static Tensor<T, TDevice> Reduce<T, TDevice>(Tensor<T, TDevice> losses, LossReduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => reduction switch
        {
            LossReduction.None => losses,
            LossReduction.Sum => losses.Sum(),
            LossReduction.Mean => losses.Mean(),
            _ => throw new ArgumentOutOfRangeException(nameof(reduction)),
        };

    // The target, which fits: kernels have names that no caller knows.
    private static Tensor<T, TDevice> Given<T, TDevice>(string operation, Tensor<T, TDevice> x, Tensor<T, TDevice> target)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(target);
        _ = Shape.Broadcast(operation, x.Shape, target.Shape);
        return target;
    }
}
