using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>Where the result is written changes nothing: into a given tensor of any layout, or over the first operand.</summary>
public static class DestinationLaw
{
    static readonly nint[] Size = [11, 23];

    /// <summary>Checks destinations in every layout, and the method in place on receivers in every layout.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        Samples samples = Samples.Draw(typed, (int)new Shape(Size).Length);
        Array[] expected = typed.Contiguous(samples, Size);
        foreach (LayoutKind layout in Enum.GetValues<LayoutKind>())
        {
            CheckDestination(typed, samples, expected, layout);
            if (typed.Has(TensorOperationForm.InPlace))
            {
                CheckInPlace(typed, samples, expected, layout);
                CheckWithItself(typed, samples, layout);
            }
        }
    }

    static void CheckDestination<TDevice>(TypedOperation<TDevice> typed, Samples samples, Array[] expected, LayoutKind layout)
        where TDevice : struct, IDevice
    {
        Tensor[] destinations = [.. typed.Results.Select((dtype, index) => Elements<TDevice>.Of(dtype).Arranged(layout, expected[index].Blank(), Size))];
        foreach (TensorOperationForm form in (ReadOnlySpan<TensorOperationForm>)[TensorOperationForm.Method, TensorOperationForm.FreeOperands])
        {
            if (!typed.Has(form))
            {
                continue;
            }

            Tensor[] results = typed.Run(form, Operands(typed, samples), destinations);
            var verdict = new Verdict(typed, "destination = allocated result");
            if (!results.SequenceEqual(destinations))
            {
                verdict.Broken($"{form}: the destination is not what is returned");
            }

            verdict.Same(expected, 0, typed.Read(destinations), $"{form}, destination {layout}", samples);
        }
    }

    static void CheckInPlace<TDevice>(TypedOperation<TDevice> typed, Samples samples, Array[] expected, LayoutKind layout)
        where TDevice : struct, IDevice
    {
        int position = typed.Operation.Receiver;
        object[] operands = Operands(typed, samples);
        Tensor receiver = Elements<TDevice>.Of(typed.Inputs[position]).Arranged(layout, samples.Columns[position], Size);
        operands[position] = receiver;
        Tensor[] results = typed.Run(TensorOperationForm.InPlace, operands);
        var verdict = new Verdict(typed, "in place = out of place");
        if (!ReferenceEquals(results[0], receiver))
        {
            verdict.Broken("the receiver is not what is returned");
        }

        verdict.Same(expected, 0, typed.Read([receiver]), $"receiver {layout}", samples);
    }

    // x.AddInPlace(x): the receiver is every operand of its dtype.
    static void CheckWithItself<TDevice>(TypedOperation<TDevice> typed, Samples samples, LayoutKind layout)
        where TDevice : struct, IDevice
    {
        int position = typed.Operation.Receiver;
        Samples same = samples with
        {
            Columns = [.. samples.Columns.Select((column, index) => IsAlike(typed, index) ? samples.Columns[position] : column)],
        };
        Tensor receiver = Elements<TDevice>.Of(typed.Inputs[position]).Arranged(layout, samples.Columns[position], Size);
        object[] operands = same.Operands(typed.Operation, index =>
            IsAlike(typed, index) ? receiver : Elements<TDevice>.Of(typed.Inputs[index]).Tensor(same.Columns[index], 0, Size));
        Array[] expected = typed.Contiguous(same, Size);
        typed.Run(TensorOperationForm.InPlace, operands);
        new Verdict(typed, "in place with itself = out of place").Same(expected, 0, typed.Read([receiver]), $"receiver {layout}", same);
    }

    static bool IsAlike<TDevice>(TypedOperation<TDevice> typed, int index)
        where TDevice : struct, IDevice =>
        !typed.Operation.Parameters[index].IsScalar && typed.Inputs[index] == typed.Inputs[typed.Operation.Receiver];

    static object[] Operands<TDevice>(TypedOperation<TDevice> typed, Samples samples)
        where TDevice : struct, IDevice =>
        samples.Operands(typed.Operation, index => Elements<TDevice>.Of(typed.Inputs[index]).Tensor(samples.Columns[index], 0, Size));
}
