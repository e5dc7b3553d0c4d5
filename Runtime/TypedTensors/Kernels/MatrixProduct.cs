using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.MatrixProducts;

namespace TypedTensors.Kernels;

/// <summary>The matrix product by the rules of NumPy's <c>matmul</c>: which shape it has, and how the processor computes it.</summary>
public static class MatrixProduct
{
    private const string Operation = "MatMul";

    /// <summary>The shape of a product: leading axes broadcast, and the axis of a vector goes away.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="left">A vector [k], a matrix [m, k], or matrices [..., m, k].</param>
    /// <param name="right">A vector [k], a matrix [k, n], or matrices [..., k, n].</param>
    /// <exception cref="ShapeException">An operand is a scalar, the inner lengths differ, or the leading axes do not broadcast.</exception>
    public static Shape ShapeOf(string operation, Shape left, Shape right)
    {
        if (left.Rank == 0 || right.Rank == 0)
        {
            throw new ShapeException($"{operation}: shapes {left} and {right}: a scalar has no matrix product; use *.");
        }

        nint inner = left[^1], rightInner = right.Rank == 1 ? right[0] : right[^2];
        if (inner != rightInner)
        {
            throw new ShapeException($"{operation}: shapes {left} and {right} do not fit: the inner lengths are {inner} and {rightInner}.");
        }

        Shape stack = StackOf(operation, left, right);
        if (stack.Rank + Math.Min(left.Rank, 2) + Math.Min(right.Rank, 2) - 2 > Shape.MaxRank)
        {
            throw new ShapeException($"{operation}: shapes {left} and {right}: the product would have more than {Shape.MaxRank} axes.");
        }

        Span<nint> sizes = stackalloc nint[Shape.MaxRank];
        stack.AsSpan().CopyTo(sizes);
        int rank = stack.Rank;
        if (left.Rank > 1)
        {
            sizes[rank++] = left[^2];
        }

        if (right.Rank > 1)
        {
            sizes[rank++] = right[^1];
        }

        return new Shape(sizes[..rank]);
    }

    /// <summary>Multiplies in this process, from where the operands lie. Allocates nothing, except for <see cref="Half"/> and for an operand that overlaps the destination.</summary>
    /// <param name="left">The left factor.</param>
    /// <param name="right">The right factor.</param>
    /// <param name="destination">Where to write, of the shape that <see cref="ShapeOf"/> says and of any layout; the result is as if the factors had been copied first.</param>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="InvalidOperationException">The destination is read-only.</exception>
    /// <exception cref="ObjectDisposedException">A tensor has been disposed.</exception>
    public static void Run<T>(Tensor<T, Cpu> left, Tensor<T, Cpu> right, Tensor<T, Cpu> destination)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(destination);
        left.ThrowIfDisposed();
        right.ThrowIfDisposed();
        destination.ThrowIfNotWritable(Operation);
        Shape shape = ShapeOf(Operation, left.Shape, right.Shape);
        if (destination.Shape != shape)
        {
            throw new ShapeException($"{Operation}: the product has shape {shape}, which does not fit the destination's shape {destination.Shape}.");
        }

        if (destination.Length == 0)
        {
            return;
        }

        if (left.Length == 0 || right.Length == 0)
        {
            destination.Fill(T.Zero);
        }
        else if (typeof(T) == typeof(Half))
        {
            RunInSingle(left, right, destination);
        }
        else if (left.SharesMemoryWith(destination) || right.SharesMemoryWith(destination))
        {
            using Tensor<T, Cpu> product = Tensor<T, Cpu>.Empty(shape);
            Multiply(left, right, product);
            destination.CopyFrom(product);
        }
        else
        {
            Multiply(left, right, destination);
        }
    }

    /// <summary>Halves are added up in float and rounded once.</summary>
    private static void RunInSingle<T>(Tensor<T, Cpu> left, Tensor<T, Cpu> right, Tensor<T, Cpu> destination)
        where T : unmanaged, INumber<T>
    {
        using Tensor<float, Cpu> wideLeft = left.Cast<float>(), wideRight = right.Cast<float>(), product = Tensor<float, Cpu>.Empty(destination.Shape);
        Multiply(wideLeft, wideRight, product);
        destination.CopyFrom(product);
    }

    private static void Multiply<T>(Tensor<T, Cpu> left, Tensor<T, Cpu> right, Tensor<T, Cpu> destination)
        where T : unmanaged, INumber<T>
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<ProductLanes512<T>, Vector512<T>>(left, right, destination);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Multiply<ProductLanes256<T>, Vector256<T>>(left, right, destination);
        }
        else
        {
            Multiply<ProductLanes128<T>, Vector128<T>>(left, right, destination);
        }
    }

    private static void Multiply<TLanes, TVector>(Tensor left, Tensor right, Tensor destination)
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
    {
        bool hasRows = left.Rank > 1, hasColumns = right.Rank > 1;
        int stackRank = destination.Rank - (hasRows ? 1 : 0) - (hasColumns ? 1 : 0);
        using var x = new ProductOperand(left, hasRows, hasColumns: true, stackRank);
        using var y = new ProductOperand(right, hasRows: true, hasColumns, stackRank);
        using var result = new ProductOperand(destination, hasRows, hasColumns, stackRank);
        var stack = default(ProductStack<TLanes, TVector>);
        for (int axis = 0; axis < stackRank; axis++)
        {
            stack.Add(destination.Shape[axis], x.Step(axis), y.Step(axis), result.Step(axis));
        }

        var product = new Product
        {
            Rows = hasRows ? left.Shape[^2] : 1,
            Columns = hasColumns ? right.Shape[^1] : 1,
            Inner = left.Shape[^1],
            Left = x.Matrix,
            Right = y.Matrix,
            Result = result.Matrix,
        };
        stack.Run(product, Cpu.ThreadCount);
    }

    private static Shape StackOf(string operation, in Shape left, in Shape right) => left.Rank <= 2 && right.Rank <= 2
        ? default
        : Broadcasting.Combine(operation, new Shape(left.AsSpan()[..^Math.Min(left.Rank, 2)]), new Shape(right.AsSpan()[..^Math.Min(right.Rank, 2)]));
}
