using System.Numerics;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <content>Products of vectors and of tensors along chosen axes.</content>
public static partial class LinearAlgebra
{
    /// <summary>The inner product of two vectors: the sum of their products.</summary>
    /// <returns>A tensor of rank 0.</returns>
    /// <remarks>As <see cref="MatMul"/> of vectors: in the dtype itself, Half in float; 0 of nothing. For stacked vectors see <see cref="VecDot"/>.</remarks>
    /// <exception cref="ShapeException">An operand is no vector, or their lengths differ.</exception>
    [Copies]
    public static Tensor<T, TDevice> Dot<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        CheckVectors(nameof(Dot), x, y);
        return x.Shape[0] == y.Shape[0]
            ? x.MatMul(y, destination)
            : throw new ShapeException($"Dot: shapes {x.Shape} and {y.Shape}: the lengths are {x.Shape[0]} and {y.Shape[0]}.");
    }

    /// <summary>The inner products of vectors that lie along an axis of both tensors (array API <c>vecdot</c>).</summary>
    /// <param name="x">One tensor of vectors.</param>
    /// <param name="y">The other.</param>
    /// <param name="axis">The vectors' axis, counted from the end: from -1 to minus the smaller rank.</param>
    /// <returns>A tensor of the other axes, which broadcast.</returns>
    /// <remarks>In the dtype itself, so integers wrap; Half in float. 0 along an empty axis.</remarks>
    /// <exception cref="ShapeException">The axis is out of range, the vectors' lengths differ, or the other axes do not broadcast.</exception>
    [Copies]
    public static Tensor<T, TDevice> VecDot<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, int axis = -1)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0)
        {
            throw new ShapeException($"VecDot: shapes {x.Shape} and {y.Shape}: a scalar is no vector; use *.");
        }

        if (axis >= 0 || axis < -Math.Min(x.Rank, y.Rank))
        {
            throw new ShapeException($"VecDot: axis {axis} is not in -{Math.Min(x.Rank, y.Rank)} to -1 for shapes {x.Shape} and {y.Shape}.");
        }

        nint length = x.Shape[x.Rank + axis], other = y.Shape[y.Rank + axis];
        if (length != other)
        {
            throw new ShapeException($"VecDot: shapes {x.Shape} and {y.Shape}: axis {axis} is {length} against {other}.");
        }

        return MoveToEnd(x, axis).Unsqueeze(-2).MatMul(MoveToEnd(y, axis).Unsqueeze(-1)).Squeeze(-1).Squeeze(-1);
    }

    /// <summary>The sums of products along the last axes of two tensors (NumPy <c>inner</c>): <c>result[i, j] = sum of x[i, k] * y[j, k]</c>.</summary>
    /// <returns>A tensor with the other axes of <paramref name="x"/>, then those of <paramref name="y"/>; with a scalar, the product with it.</returns>
    /// <remarks>In the dtype itself, so integers wrap; Half in float. 0 along an empty axis.</remarks>
    /// <exception cref="ShapeException">The last axes differ in length.</exception>
    [Copies]
    public static Tensor<T, TDevice> Inner<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return x.Rank == 0 || y.Rank == 0 ? x.Multiply(y) : Contract(nameof(Inner), x, y, [x.Rank - 1], [y.Rank - 1]);
    }

    /// <summary>The products of every element of one vector with every element of another: <c>result[i, j] = x[i] * y[j]</c>.</summary>
    /// <exception cref="ShapeException">An operand is no vector.</exception>
    [Copies]
    public static Tensor<T, TDevice> Outer<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, [Mutates] Tensor<T, TDevice>? destination = null)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        CheckVectors(nameof(Outer), x, y);
        return x.Unsqueeze(1).Multiply(y, destination);
    }

    /// <summary>Kronecker's product (NumPy <c>kron</c>): every element of <paramref name="x"/> times all of <paramref name="y"/>, block by block.</summary>
    /// <returns>A tensor whose axes are as long as those of both factors multiplied; the factor of lower rank gets leading axes of length 1.</returns>
    /// <exception cref="ShapeException">A factor has more than 4 axes.</exception>
    [Copies]
    public static Tensor<T, TDevice> Kron<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int rank = Math.Max(x.Rank, y.Rank);
        if (2 * rank > Shape.MaxRank)
        {
            throw new ShapeException($"Kron: shapes {x.Shape} and {y.Shape}: factors may have at most {Shape.MaxRank / 2} axes.");
        }

        // Axis i of the result is axis i of x and, within it, axis i of y.
        Tensor<T, TDevice> outer = x, inner = y;
        var lengths = new nint[rank];
        for (int fromEnd = 1; fromEnd <= rank; fromEnd++)
        {
            outer = fromEnd <= x.Rank ? outer.Unsqueeze(outer.Rank - (2 * (fromEnd - 1))) : outer.Unsqueeze(0).Unsqueeze(0);
            inner = fromEnd <= y.Rank ? inner.Unsqueeze(inner.Rank - (2 * (fromEnd - 1)) - 1) : inner.Unsqueeze(0).Unsqueeze(0);
            lengths[rank - fromEnd] = (fromEnd <= x.Rank ? x.Shape[^fromEnd] : 1) * (fromEnd <= y.Rank ? y.Shape[^fromEnd] : 1);
        }

        return outer.Multiply(inner).Reshape(lengths);
    }

    /// <summary>The sums of products along the last axes of one tensor and the first of another (NumPy <c>tensordot</c>).</summary>
    /// <param name="x">One tensor.</param>
    /// <param name="y">The other.</param>
    /// <param name="axes">How many axes; 0 gives every product of two elements.</param>
    /// <returns>A tensor with the other axes of <paramref name="x"/>, then those of <paramref name="y"/>.</returns>
    /// <remarks>In the dtype itself, so integers wrap; Half in float. 0 along an empty axis.</remarks>
    /// <exception cref="ShapeException">An operand has fewer axes, or the axes differ in length.</exception>
    [Copies]
    public static Tensor<T, TDevice> Tensordot<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, int axes = 2)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return axes >= 0 && axes <= Math.Min(x.Rank, y.Rank)
            ? Contract(nameof(Tensordot), x, y, [.. Enumerable.Range(x.Rank - axes, axes)], [.. Enumerable.Range(0, axes)])
            : throw new ShapeException($"Tensordot: {axes} axes of shapes {x.Shape} and {y.Shape} cannot be summed.");
    }

    /// <summary>The sums of products along chosen axes of two tensors (NumPy <c>tensordot</c>).</summary>
    /// <param name="x">One tensor.</param>
    /// <param name="y">The other.</param>
    /// <param name="axesOfX">Axes of <paramref name="x"/>; negative ones count from the end.</param>
    /// <param name="axesOfY">The axes of <paramref name="y"/> that go with them, in the same order.</param>
    /// <returns>A tensor with the other axes of <paramref name="x"/>, then those of <paramref name="y"/>.</returns>
    /// <remarks>In the dtype itself, so integers wrap; Half in float. 0 along an empty axis.</remarks>
    /// <exception cref="ShapeException">The numbers of axes differ, an axis is out of range or given twice, or the axes differ in length.</exception>
    [Copies]
    public static Tensor<T, TDevice> Tensordot<T, TDevice>(this Tensor<T, TDevice> x, Tensor<T, TDevice> y, ReadOnlySpan<int> axesOfX, ReadOnlySpan<int> axesOfY)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return axesOfX.Length == axesOfY.Length
            ? Contract(nameof(Tensordot), x, y, Positions(x, axesOfX), Positions(y, axesOfY))
            : throw new ShapeException($"Tensordot: {axesOfX.Length} axes of one tensor are given and {axesOfY.Length} of the other.");
    }

    private static Tensor<T, TDevice> Contract<T, TDevice>(string operation, Tensor<T, TDevice> x, Tensor<T, TDevice> y, int[] axesOfX, int[] axesOfY)
        where T : unmanaged, INumber<T>
        where TDevice : struct, IDevice, IComputes<T>
    {
        int[] labelsOfX = [.. Enumerable.Range(0, x.Rank)], labelsOfY = [.. Enumerable.Range(x.Rank, y.Rank)];
        for (int pair = 0; pair < axesOfX.Length; pair++)
        {
            nint length = x.Shape[axesOfX[pair]], other = y.Shape[axesOfY[pair]];
            if (length != other)
            {
                throw new ShapeException($"{operation}: shapes {x.Shape} and {y.Shape}: axis {axesOfX[pair]} of the first is {length} against {other} of axis {axesOfY[pair]} of the second.");
            }

            labelsOfY[axesOfY[pair]] = axesOfX[pair];
        }

        int rank = x.Rank + y.Rank - (2 * axesOfX.Length);
        return rank <= Shape.MaxRank
            ? new LabelledTensor<T, TDevice>(x, labelsOfX).Times(new LabelledTensor<T, TDevice>(y, labelsOfY), label => !axesOfX.Contains(label)).Tensor
            : throw new ShapeException($"{operation}: shapes {x.Shape} and {y.Shape}: the result would have {rank} axes, more than {Shape.MaxRank}.");
    }

    private static int[] Positions(Tensor tensor, ReadOnlySpan<int> axes)
    {
        var positions = new int[axes.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            positions[i] = Reduction.Axis(nameof(Tensordot), tensor, axes[i]);
            if (positions.AsSpan(0, i).Contains(positions[i]))
            {
                throw new ShapeException($"Tensordot: axis {axes[i]} of shape {tensor.Shape} is given twice.");
            }
        }

        return positions;
    }

    private static Tensor<T, TDevice> MoveToEnd<T, TDevice>(Tensor<T, TDevice> x, int axis)
        where T : unmanaged
        where TDevice : struct, IDevice
    {
        int moved = x.Rank + axis;
        return x.Permute([.. Enumerable.Range(0, x.Rank).Where(position => position != moved), moved]);
    }

    private static void CheckVectors(string operation, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank != 1 || y.Rank != 1)
        {
            throw new ShapeException($"{operation}: shapes {x.Shape} and {y.Shape}: both operands must be vectors.");
        }
    }
}
