using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>A destination that is read-only or of another shape is refused, and nothing has been written when it is.</summary>
public static class RefusalLaw
{
    const int Rows = 3, Columns = 29;

    /// <summary>Checks destinations, and receivers that would have to grow.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        Samples samples = Samples.Draw(typed, Rows * Columns);
        Refuses<TDevice, InvalidOperationException>(typed, samples, "a read-only destination", (elements, values) =>
            elements.BroadcastTo(elements.Tensor(values, 0, Columns), Rows, Columns));
        Refuses<TDevice, ShapeException>(typed, samples, "a smaller destination", (elements, values) => elements.Tensor(values, 0, Columns));
        Refuses<TDevice, ShapeException>(typed, samples, "a destination of another shape", (elements, values) => elements.Tensor(values, 0, Columns, Rows));
        if (typed.Has(TensorOperationForm.InPlace) && operation.Operands.Length > 1)
        {
            RefusesToGrow(typed, samples);
        }
    }

    static void Refuses<TDevice, TException>(
        TypedOperation<TDevice> typed, Samples samples, string what, Func<Elements<TDevice>, Array, Tensor> destination)
        where TDevice : struct, IDevice
        where TException : Exception
    {
        Array[] results = typed.Contiguous(samples, [Rows, Columns]);
        for (int refused = 0; refused < results.Length; refused++)
        {
            Tensor?[] destinations = [.. results.Select((values, index) =>
                index == refused ? destination(Elements<TDevice>.Of(typed.Results[index]), values.Blank()) : Elements<TDevice>.Of(typed.Results[index]).Tensor(values.Blank(), 0, Rows, Columns))];
            object[] operands = samples.Operands(typed.Operation, index => Elements<TDevice>.Of(typed.Inputs[index]).Tensor(samples.Columns[index], 0, Rows, Columns));
            var verdict = new Verdict(typed, $"refuses {what}");
            Throws<TException>(verdict, () => typed.Run(TensorOperationForm.Method, operands, destinations));
            verdict.Same([.. destinations.Select((_, index) => results[index].Blank())], 0, typed.Read(destinations!), "what the destination holds afterwards");
            Unchanged(typed, verdict, samples, operands);
        }
    }

    static void RefusesToGrow<TDevice>(TypedOperation<TDevice> typed, Samples samples)
        where TDevice : struct, IDevice
    {
        object[] operands = samples.Operands(typed.Operation, index => Elements<TDevice>.Of(typed.Inputs[index])
            .Tensor(samples.Columns[index], 0, index == typed.Operation.Receiver ? [Columns] : [Rows, Columns]));
        var verdict = new Verdict(typed, "in place does not grow the receiver");
        Throws<ShapeException>(verdict, () => typed.Run(TensorOperationForm.InPlace, operands));
        Unchanged(typed, verdict, samples, operands);
    }

    static void Throws<TException>(Verdict verdict, Func<object> call)
        where TException : Exception
    {
        try
        {
            call();
        }
        catch (TException)
        {
            return;
        }
        catch (Exception exception)
        {
            verdict.Broken($"it throws {exception.GetType().Name} ({exception.Message}) and not {typeof(TException).Name}");
        }

        verdict.Broken($"it throws no {typeof(TException).Name}");
    }

    static void Unchanged<TDevice>(TypedOperation<TDevice> typed, Verdict verdict, Samples samples, object[] operands)
        where TDevice : struct, IDevice
    {
        foreach (int index in typed.Operation.Operands)
        {
            verdict.Same([samples.Columns[index]], 0, [Elements<TDevice>.Of(typed.Inputs[index]).ToArray((Tensor)operands[index])], $"operand {index} afterwards");
        }
    }
}
