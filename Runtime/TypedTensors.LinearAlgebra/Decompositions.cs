using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace TypedTensors;

/// <summary>Decompositions of matrices along the last two axes. Computed in double and rounded to the dtype once.</summary>
/// <remarks>NaN or infinity among the elements is refused with an <see cref="ArithmeticException"/>. Results never share memory with an operand.</remarks>
public static class Decompositions
{
    /// <summary>The lower triangular matrix L with a = L L^T (NumPy <c>linalg.cholesky</c>). Only the lower triangle of <paramref name="a"/> is read.</summary>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">A matrix is not positive definite.</exception>
    [Copies]
    public static Tensor<T, Cpu> Cholesky<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckSquare(nameof(Cholesky), a);
        nint[] stack = MatrixStack.Of(a);
        return a.Length == 0 ? a.Clone() : MatrixStack.ToTensor<T>([.. MatrixStack.From(nameof(Cholesky), a).Select((matrix, place) => LowerFactor(matrix, stack, place))], stack);
    }

    /// <summary>A matrix Q with orthonormal columns and an upper triangular matrix R with a = Q R (NumPy <c>linalg.qr</c>, reduced): for m by n with k = min(m, n), Q is m by k and R k by n.</summary>
    /// <remarks>Unique for independent columns but for the signs of R's rows, which are those that Householder's reflections give.</remarks>
    /// <exception cref="ShapeException">The rank is below 2.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Q, Tensor<T, Cpu> R) Qr<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckMatrices(nameof(Qr), a);
        nint[] stack = MatrixStack.Of(a);
        nint rows = a.Shape[^2], columns = a.Shape[^1], least = Math.Min(rows, columns);
        if (a.Length == 0)
        {
            return (Tensor<T, Cpu>.Zeros([.. stack, rows, least]), Tensor<T, Cpu>.Zeros([.. stack, least, columns]));
        }

        (Matrix<double> Q, Matrix<double> R)[] factors = [.. MatrixStack.From(nameof(Qr), a).Select(Factor)];
        return (MatrixStack.ToTensor<T>([.. factors.Select(pair => pair.Q)], stack), MatrixStack.ToTensor<T>([.. factors.Select(pair => pair.R)], stack));
    }

    /// <summary>Matrices with orthonormal columns U and rows Vh, and the singular values S from the largest on, with a = U diag(S) Vh (NumPy <c>linalg.svd</c>, reduced).</summary>
    /// <returns>For m by n with k = min(m, n): U of m by k, S of k, Vh of k by n. Columns of U and rows of Vh are unique but for a common sign where the values differ.</returns>
    /// <exception cref="ShapeException">The rank is below 2.</exception>
    /// <exception cref="ArithmeticException">The iteration does not converge.</exception>
    [Copies]
    public static (Tensor<T, Cpu> U, Tensor<T, Cpu> S, Tensor<T, Cpu> Vh) Svd<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckMatrices(nameof(Svd), a);
        nint[] stack = MatrixStack.Of(a);
        nint rows = a.Shape[^2], columns = a.Shape[^1], least = Math.Min(rows, columns);
        if (a.Length == 0)
        {
            return (Tensor<T, Cpu>.Zeros([.. stack, rows, least]), Tensor<T, Cpu>.Zeros([.. stack, least]), Tensor<T, Cpu>.Zeros([.. stack, least, columns]));
        }

        Svd<double>[] factors = [.. MatrixStack.From(nameof(Svd), a).Select((matrix, place) => MatrixStack.Converged(nameof(Svd), stack, place, () => matrix.Svd()))];
        return (
            MatrixStack.ToTensor<T>([.. factors.Select(factor => factor.U.SubMatrix(0, (int)rows, 0, (int)least))], stack),
            MatrixStack.ToTensor<T>([.. factors.Select(factor => factor.S)], stack),
            MatrixStack.ToTensor<T>([.. factors.Select(factor => factor.VT.SubMatrix(0, (int)least, 0, (int)columns))], stack));
    }

    /// <summary>The eigenvalues of symmetric matrices from the smallest on, and their eigenvectors as orthonormal columns (NumPy <c>linalg.eigh</c>). Only the lower triangle is read.</summary>
    /// <returns>The values [..., n] and the vectors [..., n, n], which are unique but for their signs where the values differ.</returns>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <exception cref="ArithmeticException">The iteration does not converge.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Values, Tensor<T, Cpu> Vectors) Eigh<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckSquare(nameof(Eigh), a);
        nint[] stack = MatrixStack.Of(a);
        if (a.Length == 0)
        {
            return (Tensor<T, Cpu>.Zeros([.. stack, a.Shape[^1]]), a.Clone());
        }

        Evd<double>[] factors = [.. MatrixStack.From(nameof(Eigh), a).Select((matrix, place) => MatrixStack.Converged(nameof(Eigh), stack, place, () => FromLower(matrix).Evd(Symmetricity.Symmetric)))];
        return (
            MatrixStack.ToTensor<T>([.. factors.Select(factor => factor.EigenValues.Map(value => value.Real))], stack),
            MatrixStack.ToTensor<T>([.. factors.Select(factor => factor.EigenVectors)], stack));
    }

    // Math.NET factors matrices that have as many rows as columns, or more; of a wide one the first columns give Q.
    private static (Matrix<double> Q, Matrix<double> R) Factor(Matrix<double> matrix)
    {
        int rows = matrix.RowCount, columns = matrix.ColumnCount, least = Math.Min(rows, columns);
        QR<double> factors = matrix.SubMatrix(0, rows, 0, least).QR(QRMethod.Thin);
        return columns <= rows
            ? (factors.Q, factors.R)
            : (factors.Q, factors.R.Append(factors.Q.TransposeThisAndMultiply(matrix.SubMatrix(0, rows, rows, columns - rows))));
    }

    private static Matrix<double> FromLower(Matrix<double> matrix)
    {
        Matrix<double> strict = matrix.StrictlyLowerTriangle();
        return matrix.LowerTriangle() + strict.Transpose();
    }

    private static Matrix<double> LowerFactor(Matrix<double> matrix, nint[] stack, int place)
    {
        try
        {
            return FromLower(matrix).Cholesky().Factor;
        }
        catch (ArgumentException)
        {
            throw new SingularMatrixException($"Cholesky: {MatrixStack.Name(stack, place)}, {matrix.RowCount} by {matrix.ColumnCount}, is not positive definite.");
        }
    }
}
