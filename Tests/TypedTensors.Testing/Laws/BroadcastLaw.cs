using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>An operand that broadcasts, or is a scalar, gives what its stretched contiguous clone gives, in every position.</summary>
public static class BroadcastLaw
{
    const int Rows = 7, Columns = 37;

    static readonly nint[][] Shapes = [[Columns], [1, Columns], [Rows, 1], [1, 1], [1], []];

    /// <summary>Checks every shape that broadcasts, and scalars, in each position, where another operand has the whole shape.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        Samples samples = Samples.Draw(typed, Rows * Columns);
        foreach (int position in operation.Operands.Length == 1 ? [] : operation.Operands)
        {
            foreach (nint[] shape in Shapes)
            {
                CheckOne(typed, samples, position, shape);
            }

            foreach (int row in (ReadOnlySpan<int>)[0, 1, 2])
            {
                CheckScalar(typed, samples, position, row);
            }
        }

        CheckOuter(typed, samples);
    }

    static void CheckOne<TDevice>(TypedOperation<TDevice> typed, Samples samples, int position, nint[] shape)
        where TDevice : struct, IDevice
    {
        Samples stretched = Stretch(samples, position, shape);
        Tensor[] results = typed.Run(samples.Operands(typed.Operation, index => Elements<TDevice>.Of(typed.Inputs[index])
            .Tensor(samples.Columns[index], 0, index == position ? shape : [Rows, Columns])));
        Compare(typed, stretched, results, $"operand {position} of shape [{string.Join(", ", shape)}]");
    }

    static void CheckScalar<TDevice>(TypedOperation<TDevice> typed, Samples samples, int position, int row)
        where TDevice : struct, IDevice
    {
        Array column = samples.Columns[position];
        Array one = Array.CreateInstance(column.GetType().GetElementType()!, 1);
        Array.Copy(column, row, one, 0, 1);
        Samples moved = samples with { Columns = samples.Columns.SetItem(position, one) };
        object[] operands = moved.Operands(typed.Operation, index => index == position ? null! : Elements<TDevice>.Of(typed.Inputs[index]).Tensor(moved.Columns[index], 0, Rows, Columns));
        operands[position] = column.GetValue(row)!;
        Compare(typed, Stretch(moved, position, []), typed.Run(operands), $"operand {position} the scalar {Bits.Show(column, row)}");
    }

    // No operand has the result's shape: a row against a column.
    static void CheckOuter<TDevice>(TypedOperation<TDevice> typed, Samples samples)
        where TDevice : struct, IDevice
    {
        if (typed.Operation.Operands.Length == 1)
        {
            return;
        }

        nint[] ShapeOf(int index) => typed.Operation.Operands.IndexOf(index) % 2 == 0 ? [Columns] : [Rows, 1];
        Samples stretched = samples;
        foreach (int index in typed.Operation.Operands)
        {
            stretched = Stretch(stretched, index, ShapeOf(index));
        }

        Tensor[] results = typed.Run(samples.Operands(typed.Operation, index => Elements<TDevice>.Of(typed.Inputs[index]).Tensor(samples.Columns[index], 0, ShapeOf(index))));
        Compare(typed, stretched, results, "a row against a column");
    }

    static void Compare<TDevice>(TypedOperation<TDevice> typed, Samples stretched, Tensor[] results, string detail)
        where TDevice : struct, IDevice
    {
        var verdict = new Verdict(typed, "broadcast = stretched clone");
        if (results[0].Shape != new Shape(Rows, Columns))
        {
            verdict.Broken($"{detail}: the result has shape {results[0].Shape}");
        }

        verdict.Same(typed.Contiguous(stretched, [Rows, Columns]), 0, typed.Read(results), detail, stretched);
    }

    static Samples Stretch(Samples samples, int position, nint[] shape)
    {
        Array column = samples.Columns[position];
        Array stretched = Array.CreateInstance(column.GetType().GetElementType()!, Rows * Columns);
        int columnStep = shape.Length > 0 && shape[^1] == Columns ? 1 : 0, rowStep = shape.Length > 1 && shape[0] == Rows ? 1 : 0;
        for (int row = 0; row < Rows; row++)
        {
            for (int i = 0; i < Columns; i++)
            {
                Array.Copy(column, (row * rowStep) + (i * columnStep), stretched, (row * Columns) + i, 1);
            }
        }

        return samples with { Columns = samples.Columns.SetItem(position, stretched) };
    }
}
