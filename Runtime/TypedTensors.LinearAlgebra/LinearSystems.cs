using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace TypedTensors;

/// <summary>Systems of linear equations, inverses and determinants, of matrices along the last two axes. Computed in double and rounded to the dtype once.</summary>
/// <remarks>NaN or infinity among the elements is refused with an <see cref="ArithmeticException"/>. Results never share memory with an operand.</remarks>
public static class LinearSystems
{
    /// <summary>The solution x of a x = b, by LU decomposition with row exchanges (NumPy <c>linalg.solve</c>).</summary>
    /// <param name="a">Square matrices [..., n, n].</param>
    /// <param name="b">A vector [n], or matrices [..., n, k] whose columns are the right sides; leading axes broadcast.</param>
    /// <returns>The solutions, of the shape of the right sides.</returns>
    /// <exception cref="ShapeException">The matrices are not square, or the right sides do not fit.</exception>
    /// <exception cref="SingularMatrixException">A matrix is singular: a pivot is exactly 0.</exception>
    [Copies]
    public static Tensor<T, Cpu> Solve<T>(this Tensor<T, Cpu> a, Tensor<T, Cpu> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckSquare(nameof(Solve), a);
        ArgumentNullException.ThrowIfNull(b);
        if (b.Rank == 0 || (b.Rank == 1 ? b.Shape[0] : b.Shape[^2]) != a.Shape[^1])
        {
            throw new ShapeException($"Solve: shapes {a.Shape} and {b.Shape}: the right sides must have {a.Shape[^1]} rows.");
        }

        Tensor<T, Cpu> sides = b.Rank == 1 ? b.Unsqueeze(-1) : b;
        nint[] stack = Shape.Broadcast(nameof(Solve), new Shape(MatrixStack.Of(a)), new Shape(MatrixStack.Of(sides))).ToArray();
        nint[] shape = [.. stack, sides.Shape[^2], sides.Shape[^1]];
        Tensor<T, Cpu> solution = Tensor<T, Cpu>.Zeros(shape);
        if (solution.Length > 0)
        {
            Matrix<double>[] lefts = MatrixStack.From(nameof(Solve), a.BroadcastTo([.. stack, a.Shape[^2], a.Shape[^1]]));
            Matrix<double>[] rights = MatrixStack.From(nameof(Solve), sides.BroadcastTo(shape));
            solution = MatrixStack.ToTensor<T>([.. lefts.Select((left, place) => Regular(nameof(Solve), left, stack, place).Solve(rights[place]))], stack);
        }

        return b.Rank == 1 ? solution.Squeeze(-1) : solution;
    }

    /// <summary>The inverse of each matrix (NumPy <c>linalg.inv</c>). To solve equations, <see cref="Solve"/> is faster and more exact.</summary>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">A matrix is singular: a pivot is exactly 0.</exception>
    [Copies]
    public static Tensor<T, Cpu> Inverse<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckSquare(nameof(Inverse), a);
        nint[] stack = MatrixStack.Of(a);
        return a.Length == 0
            ? a.Clone()
            : MatrixStack.ToTensor<T>([.. MatrixStack.From(nameof(Inverse), a).Select((matrix, place) => Regular(nameof(Inverse), matrix, stack, place).Inverse())], stack);
    }

    /// <summary>The determinant of each matrix (NumPy <c>linalg.det</c>): 0 of a singular one, 1 of one without rows.</summary>
    /// <remarks>The product of the pivots, which overflows for large matrices; <see cref="SlogDet"/> does not.</remarks>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    [Copies]
    public static Tensor<T, Cpu> Det<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckSquare(nameof(Det), a);
        nint[] stack = MatrixStack.Of(a);
        return a.Length == 0 ? Tensor<T, Cpu>.Ones(stack) : MatrixStack.ToTensor<T>(MatrixStack.From(nameof(Det), a).Select(matrix => matrix.LU().Determinant), stack);
    }

    /// <summary>The sign of each determinant and the logarithm of its absolute value (NumPy <c>linalg.slogdet</c>): 0 and minus infinity of a singular matrix.</summary>
    /// <exception cref="ShapeException">The matrices are not square.</exception>
    [Copies]
    public static (Tensor<T, Cpu> Sign, Tensor<T, Cpu> Logarithm) SlogDet<T>(this Tensor<T, Cpu> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixStack.CheckSquare(nameof(SlogDet), a);
        nint[] stack = MatrixStack.Of(a);
        if (a.Length == 0)
        {
            return (Tensor<T, Cpu>.Ones(stack), Tensor<T, Cpu>.Zeros(stack));
        }

        (double Sign, double Logarithm)[] parts = [.. MatrixStack.From(nameof(SlogDet), a).Select(SignAndLogarithm)];
        return (MatrixStack.ToTensor<T>(parts.Select(part => part.Sign), stack), MatrixStack.ToTensor<T>(parts.Select(part => part.Logarithm), stack));
    }

    private static (double Sign, double Logarithm) SignAndLogarithm(Matrix<double> matrix)
    {
        LU<double> factors = matrix.LU();
        double sign = 1, logarithm = 0;
        for (int row = 0; row < matrix.RowCount; row++)
        {
            sign *= Math.Sign(factors.U[row, row]);
            logarithm += Math.Log(Math.Abs(factors.U[row, row]));
        }

        // Each cycle of length c of a permutation is c - 1 exchanges.
        var seen = new bool[matrix.RowCount];
        for (int start = 0; start < seen.Length; start++)
        {
            bool isOdd = false;
            for (int row = factors.P[start]; !seen[start] && row != start; row = factors.P[row])
            {
                seen[row] = true;
                isOdd = !isOdd;
            }

            seen[start] = true;
            sign = isOdd ? -sign : sign;
        }

        return (sign, sign == 0 ? double.NegativeInfinity : logarithm);
    }

    private static LU<double> Regular(string operation, Matrix<double> matrix, nint[] stack, int place)
    {
        LU<double> factors = matrix.LU();
        for (int row = 0; row < matrix.RowCount; row++)
        {
            if (factors.U[row, row] == 0)
            {
                throw new SingularMatrixException($"{operation}: {MatrixStack.Name(stack, place)}, {matrix.RowCount} by {matrix.ColumnCount}, is singular: pivot {row} is 0.");
            }
        }

        return factors;
    }
}
