using System.Runtime.InteropServices;

namespace TypedTensors.MatrixProducts;

/// <summary>An operand of a product in memory of this process, held in place: a vector counts as a matrix of one row or column.</summary>
internal unsafe ref struct ProductOperand
{
    private readonly Tensor tensor;
    private readonly GCHandle pin;
    private readonly int missing;
    private readonly nint size;

    /// <summary>Holds a tensor in place.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="hasRows">Whether it has an axis of rows.</param>
    /// <param name="hasColumns">Whether it has an axis of columns, the last one.</param>
    /// <param name="stackRank">The leading axes of the whole product.</param>
    public ProductOperand(Tensor tensor, bool hasRows, bool hasColumns, int stackRank)
    {
        this.tensor = tensor;
        size = Dtypes.SizeOf(tensor.Dtype);
        int rank = tensor.Rank, own = (hasRows ? 1 : 0) + (hasColumns ? 1 : 0);
        missing = stackRank - (rank - own);
        ReadOnlySpan<nint> strides = tensor.Strides;
        byte* data = ((CpuStorage)tensor.Storage).Pin(out pin) + (tensor.Layout.Offset * size);
        Matrix = new Matrix(data, hasRows ? strides[rank - own] * size : 0, hasColumns ? strides[rank - 1] * size : 0);
    }

    /// <summary>The matrix at the first place of the stack.</summary>
    public Matrix Matrix { get; }

    /// <summary>The step in bytes along an axis of the product's stack: 0 where the operand is broadcast.</summary>
    public readonly nint Step(int axis)
    {
        int own = axis - missing;
        return own < 0 || tensor.Shape[own] == 1 ? 0 : tensor.Strides[own] * size;
    }

    /// <summary>Lets the tensor move again, and names it once more, so that it is not reclaimed while only its address is in use.</summary>
    public readonly void Dispose()
    {
        if (pin.IsAllocated)
        {
            ((CpuStorage)tensor.Storage).Unpin(pin);
        }

        GC.KeepAlive(tensor);
    }
}
