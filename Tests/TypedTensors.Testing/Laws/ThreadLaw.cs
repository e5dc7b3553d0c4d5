using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>The number of threads changes nothing in the results.</summary>
public static class ThreadLaw
{
    // More than a million machine operations, whatever the operation; not a multiple of any vector's length.
    const int Length = 350_003, Drawn = 1009;

    /// <summary>Checks one thread against several, on a size that is shared out.</summary>
    public static void Check(Operation operation, Dtype dtype)
    {
        var typed = new TypedOperation<Cpu>(operation, dtype);
        Samples samples = Repeated(Samples.Draw(typed, Drawn));
        int threads = Cpu.ThreadCount;
        try
        {
            Cpu.ThreadCount = 1;
            Array[] expected = typed.Contiguous(samples, 0, Length);
            Cpu.ThreadCount = 4;
            new Verdict(typed, "threads change nothing").Same(expected, 0, IntoBlank(typed, samples), "4 threads against 1", samples);
        }
        finally
        {
            Cpu.ThreadCount = threads;
        }
    }

    // Fresh memory may be that of the first result, in which what is not written would look right.
    static Array[] IntoBlank(TypedOperation<Cpu> typed, Samples samples)
    {
        object[] operands = samples.Operands(typed.Operation, index => Elements<Cpu>.Of(typed.Inputs[index]).Tensor(samples.Columns[index], 0, Length));
        Tensor[] destinations = [.. typed.Results.Select(dtype => Elements<Cpu>.Of(dtype).Tensor(Array.CreateInstance(DtypeDispatch.TypeOf(dtype), Length), 0, Length))];
        return typed.Read(typed.Run(TensorOperationForm.Method, operands, destinations));
    }

    static Samples Repeated(Samples samples) => new([.. samples.Columns.Select(column => column.Length == 1 ? column : Repeat(column))], Length);

    static Array Repeat(Array column)
    {
        Array repeated = Array.CreateInstance(column.GetType().GetElementType()!, Length);
        for (int start = 0; start < Length; start += Drawn)
        {
            Array.Copy(column, 0, repeated, start, Math.Min(Drawn, Length - start));
        }

        return repeated;
    }
}
