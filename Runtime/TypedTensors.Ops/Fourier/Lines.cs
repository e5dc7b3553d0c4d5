using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>What a transform along an axis is asked for, checked.</summary>
internal readonly struct Lines<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Shape source;

    private Lines(string operation, Shape source, int axis, nint length, FourierNorm norm, bool isInverse)
    {
        this.source = source;
        Axis = axis;
        Length = length;
        double divisor = norm switch
        {
            FourierNorm.Backward => isInverse ? length : 1,
            FourierNorm.Ortho => Math.Sqrt(length),
            FourierNorm.Forward => isInverse ? 1 : length,
            _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, $"{operation}: the norm is Backward, Ortho or Forward."),
        };
        Scale = T.CreateTruncating(1 / divisor);
    }

    /// <summary>The axis, not negative.</summary>
    public int Axis { get; }

    /// <summary>The transform's length.</summary>
    public nint Length { get; }

    /// <summary>What results are multiplied by.</summary>
    public T Scale { get; }

    /// <summary>The lines of a transform as long as the axis, unless a length is given.</summary>
    public static Lines<T> Of(string operation, Tensor x, int axis, nint? length, FourierNorm norm, bool isInverse)
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        return new Lines<T>(operation, x.Shape, position, Check(operation, x.Shape, axis, length, x.Shape[position]), norm, isInverse);
    }

    /// <summary>The lines of a transform that is twice as long as the axis, less two, unless a length is given.</summary>
    public static Lines<T> OfSpectrum(string operation, Tensor x, int axis, nint? length, FourierNorm norm)
    {
        ArgumentNullException.ThrowIfNull(x);
        int position = Reduction.Axis(operation, x, axis);
        return new Lines<T>(operation, x.Shape, position, Check(operation, x.Shape, axis, length, 2 * (x.Shape[position] - 1)), norm, isInverse: true);
    }

    /// <summary>The source's shape with another length of the axis.</summary>
    public Shape Shape(nint axisLength)
    {
        Span<nint> sizes = stackalloc nint[source.Rank];
        source.AsSpan().CopyTo(sizes);
        sizes[Axis] = axisLength;
        return new Shape(sizes);
    }

    private static nint Check(string operation, Shape shape, int axis, nint? length, nint natural)
    {
        if (length is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 1, nameof(length));
            return given;
        }

        return natural >= 1
            ? natural
            : throw new ShapeException($"{operation}: axis {axis} of shape {shape} is too short for a transform of length {natural}; give a length to fill it up with zeros.");
    }
}
