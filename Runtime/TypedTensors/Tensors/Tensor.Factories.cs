using System.Runtime.CompilerServices;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>A tensor whose elements are not initialised; write each before reading it.</summary>
    public static Tensor<TDtype, TDevice> Empty(params ReadOnlySpan<nint> shape) => Empty(new Shape(shape));

    /// <inheritdoc cref="Empty(ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> Empty(Shape shape) => Allocate(shape, clear: false);

    /// <summary>A tensor of zeros (<c>false</c> for bool).</summary>
    public static Tensor<TDtype, TDevice> Zeros(params ReadOnlySpan<nint> shape) => Zeros(new Shape(shape));

    /// <inheritdoc cref="Zeros(ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> Zeros(Shape shape) => Allocate(shape, clear: true);

    /// <summary>A tensor of one value.</summary>
    public static Tensor<TDtype, TDevice> Full(TDtype value, params ReadOnlySpan<nint> shape) => Full(value, new Shape(shape));

    /// <inheritdoc cref="Full(TDtype, ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> Full(TDtype value, Shape shape)
    {
        Tensor<TDtype, TDevice> tensor = Empty(shape);
        tensor.Fill(value);
        return tensor;
    }

    /// <summary>A tensor of rank 0 that holds one value.</summary>
    public static Tensor<TDtype, TDevice> Scalar(TDtype value) => Full(value, default(Shape));

    private static Tensor<TDtype, TDevice> Allocate(in Shape shape, bool clear)
    {
        Dtype dtype = Dtypes.Of<TDtype>();
        nint size = Unsafe.SizeOf<TDtype>();
        if (shape.Length > nint.MaxValue / size)
        {
            throw new ShapeException($"Shape: {shape} of {Dtypes.NameOf(dtype)} has more bytes than an address can count.");
        }

        return new Tensor<TDtype, TDevice>(TDevice.Allocate(shape.Length * size, clear), Layout.Contiguous(shape));
    }
}
