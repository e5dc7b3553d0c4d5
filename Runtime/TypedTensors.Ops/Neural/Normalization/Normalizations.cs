using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace TypedTensors;

/// <summary>Normalizations: elements moved and scaled so that some of them have mean 0 and variance 1, then by learned numbers. NaN gives NaN in all that is normalized with it.</summary>
public static class Normalizations
{
    /// <summary>Layer normalization, <c>(x - mean) / sqrt(variance + epsilon) * weight + bias</c> over the last axes (Ba et al., 2016; PyTorch's <c>layer_norm</c>).</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="weight">The factors, of the shape of the normalized axes; 1 if null.</param>
    /// <param name="bias">What is added, of the shape of the normalized axes; 0 if null.</param>
    /// <param name="axes">How many last axes are normalized together.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">There are fewer axes, or the weight or the bias has another shape.</exception>
    [Copies]
    public static Tensor<T, TDevice> LayerNorm<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, int axes = 1, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        int[] last = LastAxes(nameof(LayerNorm), x, axes);
        Shape normalized = new(x.Shape.AsSpan()[^axes..]);
        CheckShape(nameof(LayerNorm), nameof(weight), weight, normalized);
        CheckShape(nameof(LayerNorm), nameof(bias), bias, normalized);
        return Standardize(x, last, weight, bias, epsilon);
    }

    /// <summary>Root mean square normalization, <c>x / sqrt(mean(x ^ 2) + epsilon) * weight</c> over the last axes (Zhang and Sennrich, 2019; PyTorch's <c>rms_norm</c>).</summary>
    /// <param name="x">The tensor, of any layout.</param>
    /// <param name="weight">The factors, of the shape of the normalized axes; 1 if null.</param>
    /// <param name="axes">How many last axes are normalized together.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">There are fewer axes, or the weight has another shape.</exception>
    [Copies]
    public static Tensor<T, TDevice> RmsNorm<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, int axes = 1, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        int[] last = LastAxes(nameof(RmsNorm), x, axes);
        CheckShape(nameof(RmsNorm), nameof(weight), weight, new Shape(x.Shape.AsSpan()[^axes..]));
        return x.Length == 0 ? x.Clone() : NormalizationKernels.ScaleToUnit(x, x.Square().Mean(last, keepDims: true), Or(weight, T.One), T.CreateChecked(epsilon));
    }

    /// <summary>Batch normalization with known moments, as in inference: <c>(x - mean) / sqrt(variance + epsilon) * weight + bias</c> for each channel (Ioffe and Szegedy, 2015).</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="mean">The mean of each channel.</param>
    /// <param name="variance">The variance of each channel.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">There are no channels, or an operand is not as long as they are many.</exception>
    [Copies]
    public static Tensor<T, TDevice> BatchNorm<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice> mean, Tensor<T, TDevice> variance, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5)
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
        return NormalizationKernels.Standardize(
            x, ByChannel(mean, x), ByChannel(variance, x), Or(ByChannel(weight, x), T.One), Or(ByChannel(bias, x), T.Zero), T.CreateChecked(epsilon));
    }

    /// <summary>Batch normalization with the moments of the batch, as in training, and those moments, from which running ones are kept.</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <returns>A new tensor of the same shape; the mean of each channel; and its variance, without Bessel's correction.</returns>
    /// <exception cref="ShapeException">There are no channels, or an operand is not as long as they are many.</exception>
    [Copies]
    public static (Tensor<T, TDevice> Result, Tensor<T, TDevice> Mean, Tensor<T, TDevice> Variance) BatchNormTraining<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Shape channels = Channels(nameof(BatchNormTraining), x);
        CheckShape(nameof(BatchNormTraining), nameof(weight), weight, channels);
        CheckShape(nameof(BatchNormTraining), nameof(bias), bias, channels);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(axis => axis != 1)];
        Tensor<T, TDevice> mean = x.Mean(others), variance = LossKernels.Squared(x, ByChannel(mean, x)).Mean(others);
        return (x.BatchNorm(mean, variance, weight, bias, epsilon), mean, variance);
    }

    /// <summary>Group normalization: each image's channels are normalized in groups, with all of their elements (Wu and He, 2018; PyTorch's <c>group_norm</c>).</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">The channels do not divide into the groups, or an operand is not as long as they are many.</exception>
    [Copies]
    public static Tensor<T, TDevice> GroupNorm<T, TDevice>(
        this Tensor<T, TDevice> x, int groups, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> => Grouped(nameof(GroupNorm), x, groups, weight, bias, epsilon);

    /// <summary>Instance normalization: each channel of each image is normalized by itself (Ulyanov et al., 2016; PyTorch's <c>instance_norm</c>).</summary>
    /// <param name="x">The tensor, of shape [images, channels, ...] and any layout.</param>
    /// <param name="weight">The factor of each channel; 1 if null.</param>
    /// <param name="bias">What is added to each channel; 0 if null.</param>
    /// <param name="epsilon">What keeps the root above 0.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">There are no channels, or an operand is not as long as they are many.</exception>
    [Copies]
    public static Tensor<T, TDevice> InstanceNorm<T, TDevice>(
        this Tensor<T, TDevice> x, Tensor<T, TDevice>? weight = null, Tensor<T, TDevice>? bias = null, double epsilon = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T> =>
        Grouped(nameof(InstanceNorm), x, checked((int)Channels(nameof(InstanceNorm), x)[0]), weight, bias, epsilon);

    private static Tensor<T, TDevice> Grouped<T, TDevice>(
        string operation, Tensor<T, TDevice> x, int groups, Tensor<T, TDevice>? weight, Tensor<T, TDevice>? bias, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        Shape channels = Channels(operation, x);
        CheckShape(operation, nameof(weight), weight, channels);
        CheckShape(operation, nameof(bias), bias, channels);
        if (x.Length == 0)
        {
            return x.Clone();
        }

        if (groups < 1 || channels[0] % groups != 0)
        {
            throw new ShapeException($"{operation}: axis 1 of shape {x.Shape} does not divide into {groups} groups.");
        }

        nint inner = channels[0] / groups, rest = x.Length / x.Shape[0] / channels[0];
        Tensor<T, TDevice> grouped = (x.IsContiguous ? x : x.Clone()).Reshape(x.Shape[0], groups, inner, rest);
        return Standardize(grouped, [2, 3], weight?.Reshape(groups, inner, 1), bias?.Reshape(groups, inner, 1), epsilon).Reshape(x.Shape);
    }

    private static Tensor<T, TDevice> Standardize<T, TDevice>(Tensor<T, TDevice> x, int[] axes, Tensor<T, TDevice>? weight, Tensor<T, TDevice>? bias, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TDevice : struct, IDevice, IComputesFunctions<T>
    {
        if (x.Length == 0)
        {
            return x.Clone();
        }

        Tensor<T, TDevice> mean = x.Mean(axes, keepDims: true);
        using Tensor<T, TDevice> squares = LossKernels.Squared(x, mean);
        return NormalizationKernels.Standardize(x, mean, squares.Mean(axes, keepDims: true), Or(weight, T.One), Or(bias, T.Zero), T.CreateChecked(epsilon));
    }

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

    private static int[] LastAxes(string operation, Tensor x, int axes)
    {
        ArgumentNullException.ThrowIfNull(x);
        return axes >= 1 && axes <= x.Rank
            ? [.. Enumerable.Range(x.Rank - axes, axes)]
            : throw new ShapeException($"{operation}: shape {x.Shape} has no last {axes} axes to normalize.");
    }

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
