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

    /// <summary>A tensor of ones (<c>true</c> for bool).</summary>
    public static Tensor<TDtype, TDevice> Ones(params ReadOnlySpan<nint> shape) => Ones(new Shape(shape));

    /// <inheritdoc cref="Ones(ReadOnlySpan{nint})"/>
    public static Tensor<TDtype, TDevice> Ones(Shape shape) => Full(One(), shape);

    /// <summary>A matrix of zeros with ones on a diagonal (NumPy <c>eye</c>): the identity if it is square and the diagonal the main one.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns; as many as rows if null.</param>
    /// <param name="diagonal">0 for the main diagonal, above 0 for one above it, below 0 for one beneath it. One outside the matrix leaves all zeros.</param>
    /// <exception cref="ShapeException">A length is negative, or the matrix has more elements than an address can count.</exception>
    public static Tensor<TDtype, TDevice> Eye(nint rows, nint? columns = null, nint diagonal = 0)
    {
        Tensor<TDtype, TDevice> matrix = Zeros(rows, columns ?? rows);
        using Tensor<TDtype, TDevice> ones = matrix.Diagonal(diagonal);
        ones.Fill(One());
        return matrix;
    }

    /// <summary>A tensor of rank 0 that holds one value.</summary>
    public static Tensor<TDtype, TDevice> Scalar(TDtype value) => Full(value, default(Shape));

    private static unsafe TDtype One()
    {
        byte one = 1;
        TDtype converted;
        Conversion.Run(Dtype.Byte, &one, Dtypes.Of<TDtype>(), (byte*)&converted, 1);
        return converted;
    }

    private static Tensor<TDtype, TDevice> Allocate(in Shape shape, bool clear)
    {
        Dtype dtype = Dtypes.Of<TDtype>();
        nint size = Unsafe.SizeOf<TDtype>();
        if (shape.Length > nint.MaxValue / size)
        {
            throw new ShapeException($"Shape: {shape} of {Dtypes.NameOf(dtype)} has more bytes than an address can count.");
        }

        return new Tensor<TDtype, TDevice>(TDevice.Allocate(dtype, shape.Length * size, clear), Layout.Contiguous(shape));
    }
}
