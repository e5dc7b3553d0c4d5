using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace TypedTensors;

/// <summary>Normalizations: elements moved and scaled so that some of them have mean 0 and variance 1, then by learned numbers. NaN gives NaN in all that is normalized with it.</summary>
/// <remarks>
/// The variance is the mean of the squares of what elements differ from their mean by, found after the mean itself; sums are pairwise. On the processor what is normalized
/// together, of a contiguous tensor of float or double, goes through memory once, is multiplied by the reciprocal of the root, and allocates nothing with a destination (except
/// <c>BatchNorm</c>); its last product and sum are rounded once where there are a weight and a bias.
/// </remarks>
public static class Normalizations
{
    /// <summary>Layer normalization, <c>(x - mean) / sqrt(variance + epsilon) * weight + bias</c> over the last axes (Ba et al., 2016; PyTorch's <c>layer_norm</c>).</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="weight">The factors, of the shape of the normalized axes; 1 if null.</param>
    /// <param name="bias">What is added, of the shape of the normalized axes; 0 if null.</param>
    /// <param name="axes">How many last axes are normalized together.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <exception cref="ShapeException">There are fewer axes; or the weight, the bias or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> LayerNorm<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, int axes = 1, double epsilon = 1e-5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Shape normalized = LastAxes(nameof(LayerNorm), x, axes);
        CheckShape(nameof(LayerNorm), nameof(weight), weight, normalized);
        CheckShape(nameof(LayerNorm), nameof(bias), bias, normalized);
        Destination.Check(nameof(LayerNorm), x.Shape, destination);
        if (Processor.Holds(x, out Tensor<T, Cpu>? own) && HostRowTransform.Takes<T>(normalized.Length))
        {
            var transform = new LayerNormTransform<T>(T.CreateChecked(epsilon));
            return Processor.As<T, TDevice>(HostRowTransform.Run(nameof(LayerNorm), own, normalized.Length, Own(weight), Own(bias), Own(destination), transform));
        }

        return Standardize(x, Last(x, axes), weight, bias, epsilon, destination);
    }

    /// <summary>Root mean square normalization, <c>x / sqrt(mean(x ^ 2) + epsilon) * weight</c> over the last axes (Zhang and Sennrich, 2019; PyTorch's <c>rms_norm</c>).</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="weight">The factors, of the shape of the normalized axes; 1 if null.</param>
    /// <param name="axes">How many last axes are normalized together.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <exception cref="ShapeException">There are fewer axes, or the weight or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> RmsNorm<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, int axes = 1, double epsilon = 1e-5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Shape normalized = LastAxes(nameof(RmsNorm), x, axes);
        CheckShape(nameof(RmsNorm), nameof(weight), weight, normalized);
        Destination.Check(nameof(RmsNorm), x.Shape, destination);
        if (Processor.Holds(x, out Tensor<T, Cpu>? own) && HostRowTransform.Takes<T>(normalized.Length))
        {
            var transform = new RmsNormTransform<T>(T.CreateChecked(epsilon));
            return Processor.As<T, TDevice>(HostRowTransform.Run(nameof(RmsNorm), own, normalized.Length, Own(weight), null, Own(destination), transform));
        }

        if (x.Length == 0)
        {
            return destination ?? x.Clone();
        }

        using Tensor<T, TDevice> squares = x.Square(), mean = squares.Mean(Last(x, axes), keepDims: true);
        return NormalizationKernels.ScaleToUnit(x, mean, Or(weight, T.One), T.CreateChecked(epsilon), destination);
    }

    /// <summary>Batch normalization with known moments, as in inference: <c>(x - mean) / sqrt(variance + epsilon) * weight + bias</c> for each channel (Ioffe and Szegedy, 2015).</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="variance">The variance of each channel.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <exception cref="ShapeException">There are no channels, or an operand is not as long as they are many, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> BatchNorm<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> mean, Tensor<T, TDevice> variance, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(variance);
        Shape channels = Channels(nameof(BatchNorm), x);
        CheckShape(nameof(BatchNorm), nameof(mean), mean, channels);
        CheckShape(nameof(BatchNorm), nameof(variance), variance, channels);
        CheckShape(nameof(BatchNorm), nameof(weight), weight, channels);
        CheckShape(nameof(BatchNorm), nameof(bias), bias, channels);
        Destination.Check(nameof(BatchNorm), x.Shape, destination);
        return NormalizationKernels.Standardize(
            x, ByChannel(mean, x), ByChannel(variance, x), Or(ByChannel(weight, x), T.One), Or(ByChannel(bias, x), T.Zero), T.CreateChecked(epsilon), destination);
    }

    /// <summary>Batch normalization with the moments of the batch, as in training, and those moments, from which running ones are kept.</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <param name="destination">Where to write the result, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape; the mean of each channel; and its variance, without Bessel's correction.</returns>
    /// <exception cref="ShapeException">There are no channels, or an operand is not as long as they are many, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static (Tensor<T, TDevice> Result, Tensor<T, TDevice> Mean, Tensor<T, TDevice> Variance) BatchNormTraining<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Shape channels = Channels(nameof(BatchNormTraining), x);
        CheckShape(nameof(BatchNormTraining), nameof(weight), weight, channels);
        CheckShape(nameof(BatchNormTraining), nameof(bias), bias, channels);
        Destination.Check(nameof(BatchNormTraining), x.Shape, destination);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(axis => axis != 1)];
        Tensor<T, TDevice> mean = x.Mean(others), variance = LossKernels.Squared(x, ByChannel(mean, x)).Mean(others);
        return (x.BatchNorm(mean, variance, weight, bias, epsilon, destination), mean, variance);
    }

    /// <summary>Group normalization: each image's channels are normalized in groups, with all of their elements (Wu and He, 2018; PyTorch's <c>group_norm</c>).</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <exception cref="ShapeException">The channels do not divide into the groups, or an operand is not as long as they are many, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> GroupNorm<T, TDevice>(
        this Tensor<T, TDevice> x, int groups, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Grouped(nameof(GroupNorm), x, groups, weight, bias, epsilon, destination);

    /// <summary>Instance normalization: each channel of each image is normalized by itself (Ulyanov et al., 2016; PyTorch's <c>instance_norm</c>).</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <param name="destination">Where to write, of any layout; null allocates. It may overlap the operands: the result is as if they had been copied before.</param>
    /// <returns>The tensor written, of the same shape.</returns>
    /// <exception cref="ShapeException">There are no channels, or an operand is not as long as they are many, or the destination has another shape.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    [Copies]
    public static Tensor<T, TDevice> InstanceNorm<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        Grouped(nameof(InstanceNorm), x, checked((int)Channels(nameof(InstanceNorm), x)[0]), weight, bias, epsilon, destination);

    private static Tensor<T, TDevice> Grouped<T, TDevice>(
        string operation, Tensor<T, TDevice> x, int groups, Tensor<T, TDevice>? weight, Tensor<T, TDevice>? bias, double epsilon, Tensor<T, TDevice>? destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Shape channels = Channels(operation, x);
        CheckShape(operation, nameof(weight), weight, channels);
        CheckShape(operation, nameof(bias), bias, channels);
        Destination.Check(operation, x.Shape, destination);
        if (x.Length == 0)
        {
            return destination ?? x.Clone();
        }

        if (groups < 1 || channels[0] % groups != 0)
        {
            throw new ShapeException($"{operation}: axis 1 of shape {x.Shape} does not divide into {groups} groups.");
        }

        nint inner = channels[0] / groups, rest = x.Length / x.Shape[0] / channels[0];
        if (Processor.Holds(x, out Tensor<T, Cpu>? own) && HostRowTransform.Takes<T>(inner * rest))
        {
            var transform = new GroupNormTransform<T>(T.CreateChecked(epsilon), groups, (int)inner);
            return Processor.As<T, TDevice>(HostRowTransform.Run(operation, own, inner * rest, Own(weight), Own(bias), Own(destination), transform));
        }

        using Tensor<T, TDevice>? copy = x.IsContiguous ? null : x.Clone();
        Tensor<T, TDevice> grouped = (copy ?? x).Reshape(x.Shape[0], groups, inner, rest);
        Tensor<T, TDevice> result = Standardize(grouped, [2, 3], weight?.Reshape(groups, inner, 1), bias?.Reshape(groups, inner, 1), epsilon, null);
        if (destination is null)
        {
            return result.Reshape(x.Shape);
        }

        destination.CopyFrom(result.Reshape(x.Shape));
        result.Dispose();
        return destination;
    }

    private static Tensor<T, TDevice> Standardize<T, TDevice>(
        Tensor<T, TDevice> x, int[] axes, Tensor<T, TDevice>? weight, Tensor<T, TDevice>? bias, double epsilon, Tensor<T, TDevice>? destination)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        if (x.Length == 0)
        {
            return destination ?? x.Clone();
        }

        using Tensor<T, TDevice> mean = x.Mean(axes, keepDims: true), squares = LossKernels.Squared(x, mean), variance = squares.Mean(axes, keepDims: true);
        return NormalizationKernels.Standardize(x, mean, variance, Or(weight, T.One), Or(bias, T.Zero), T.CreateChecked(epsilon), destination);
    }

    private static Tensor<T, Cpu>? Own<T, TDevice>(Tensor<T, TDevice>? operand)
        where T : unmanaged
        where TDevice : struct, IDevice => (Tensor<T, Cpu>?)(Tensor?)operand;

    private static Operand<T, TDevice> Or<T, TDevice>(Tensor<T, TDevice>? operand, T absent)
        where T : unmanaged
        where TDevice : struct, IDevice => operand is null ? absent : operand;

    [return: NotNullIfNotNull(nameof(operand))]
    private static Tensor<T, TDevice>? ByChannel<T, TDevice>(Tensor<T, TDevice>? operand, Tensor x)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        for (int axis = 2; axis < x.Rank; axis++)
        {
            operand = operand?.Unsqueeze(-1);
        }

        return operand;
    }

    private static Shape LastAxes(string operation, Tensor x, int axes)
    {
        ArgumentNullException.ThrowIfNull(x);
        return axes >= 1 && axes <= x.Rank
            ? new Shape(x.Shape.AsSpan()[^axes..])
            : throw new ShapeException($"{operation}: shape {x.Shape} has no last {axes} axes to normalize.");
    }

    private static int[] Last(Tensor x, int axes) => [.. Enumerable.Range(x.Rank - axes, axes)];

    private static Shape Channels(string operation, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank >= 2 ? new Shape(x.Shape[1]) : throw new ShapeException($"{operation}: shape {x.Shape} has no axis 1 of channels.");
    }

    private static void CheckShape(string operation, string name, Tensor? operand, Shape shape)
    {
        if (operand is not null && operand.Shape != shape)
        {
            throw new ShapeException($"{operation}: {name} of shape {operand.Shape} does not fit: it needs the shape {shape}.");
        }
    }
}
