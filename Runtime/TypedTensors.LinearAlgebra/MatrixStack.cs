using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace TypedTensors;

/// <summary>Stacked matrices as Math.NET takes them, in double and column by column. Only here the two layouts meet.</summary>
internal static class MatrixStack
{
    /// <summary>The matrices of a tensor in the order of their places; a tensor in C order of transposed matrices has them column by column.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="x">A matrix, or matrices along leading axes, of at least one element.</param>
    public static Matrix<double>[] From<T>(string operation, Tensor<T, Cpu> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = checked((int)x.Shape[^2]), columns = checked((int)x.Shape[^1]), length = checked(rows * columns);
        using Tensor<double, Cpu> transposed = x.Transpose(-1, -2).Cast<double>();
        double[] elements = transposed.ToArray();
        if (Array.Exists(elements, element => !double.IsFinite(element)))
        {
            throw new ArithmeticException($"{operation}: the tensor of shape {x.Shape} has elements that are NaN or infinite.");
        }

        return [.. Enumerable.Range(0, elements.Length / length).Select(place => Matrix<double>.Build.Dense(rows, columns, elements[(place * length)..((place + 1) * length)]))];
    }

    /// <summary>A tensor of matrices.</summary>
    /// <param name="matrices">The matrices in the order of their places.</param>
    /// <param name="stack">The leading axes.</param>
    public static Tensor<T, Cpu> ToTensor<T>(IReadOnlyList<Matrix<double>> matrices, ReadOnlySpan<nint> stack)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = matrices[0].RowCount, columns = matrices[0].ColumnCount;
        double[] elements = [.. matrices.SelectMany(matrix => matrix.ToColumnMajorArray())];
        return elements.AsTensor([.. stack, columns, rows]).Transpose(-1, -2).Cast<T>();
    }

    /// <summary>A tensor of vectors.</summary>
    /// <param name="vectors">The vectors in the order of their places.</param>
    /// <param name="stack">The leading axes.</param>
    public static Tensor<T, Cpu> ToTensor<T>(IReadOnlyList<Vector> vectors, ReadOnlySpan<nint> stack)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        vectors.SelectMany(vector => vector.AsEnumerable()).ToArray().AsTensor([.. stack, vectors[0].Count]).Cast<T>();

    /// <summary>A tensor of numbers, one for each matrix.</summary>
    public static Tensor<T, Cpu> ToTensor<T>(IEnumerable<double> numbers, ReadOnlySpan<nint> stack)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => numbers.ToArray().AsTensor().Reshape(stack).Cast<T>();

    /// <summary>The leading axes of a tensor of matrices.</summary>
    public static nint[] Of(Tensor x) => x.Shape.ToArray()[..^2];

    /// <summary>Refuses what has no matrices.</summary>
    public static void CheckMatrices(string operation, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank < 2)
        {
            throw new ShapeException($"{operation}: shape {x.Shape} has rank {x.Rank}; a matrix has two axes.");
        }
    }

    /// <summary>Refuses matrices that are not square.</summary>
    public static void CheckSquare(string operation, Tensor x)
    {
        CheckMatrices(operation, x);
        if (x.Shape[^1] != x.Shape[^2])
        {
            throw new ShapeException($"{operation}: shape {x.Shape}: the matrices are {x.Shape[^2]} by {x.Shape[^1]}, not square.");
        }
    }

    /// <summary>What messages call a matrix of a stack.</summary>
    public static string Name(nint[] stack, int place) => stack.Length == 0 ? "the matrix" : $"matrix {place} of {new Shape(stack).Length}";

    /// <summary>What an iteration gives; an exception that names the matrix if it does not converge.</summary>
    public static TResult Converged<TResult>(string operation, nint[] stack, int place, Func<TResult> compute)
    {
        try
        {
            return compute();
        }
        catch (NonConvergenceException)
        {
            throw new ArithmeticException($"{operation}: the iteration for {Name(stack, place)} does not converge.");
        }
    }
}
