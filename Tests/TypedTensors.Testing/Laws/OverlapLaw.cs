using TypedTensors.Testing.Catalog;
using TypedTensors.Testing.Values;

namespace TypedTensors.Testing.Laws;

/// <summary>Where an operand and the destination share memory in different layouts, the result is as if the operand had been copied first.</summary>
public static class OverlapLaw
{
    const int Side = 17, Length = Side * Side, Shift = 5;

    /// <summary>Checks shifted, flipped and transposed overlaps of the destination with each operand of its dtype.</summary>
    public static void Check<TDevice>(Operation operation, Dtype dtype)
        where TDevice : struct, IDevice
    {
        var typed = new TypedOperation<TDevice>(operation, dtype);
        if (typed.Results.Length > 1)
        {
            return;
        }

        Samples samples = Samples.Draw(typed, Length + Shift);
        foreach (int position in operation.Operands.Where(index => typed.Inputs[index] == typed.Results[0]))
        {
            var elements = Elements<TDevice>.Of(typed.Results[0]);
            Tensor Memory(params nint[] shape) => elements.Tensor(samples.Columns[position], 0, shape);
            CheckOne(typed, samples, position, Memory(Length + Shift), whole => (elements.Slice(whole, new(0, Length)), elements.Slice(whole, new(Shift))), "shifted up");
            CheckOne(typed, samples, position, Memory(Length + Shift), whole => (elements.Slice(whole, new(Shift)), elements.Slice(whole, new(0, Length))), "shifted down");
            CheckOne(typed, samples, position, Memory(Length), whole => (whole, elements.Slice(whole, new(step: -1))), "flipped");
            CheckOne(typed, samples, position, Memory(Side, Side), whole => (whole, elements.Transpose(whole)), "transposed");
        }
    }

    static void CheckOne<TDevice>(
        TypedOperation<TDevice> typed, Samples samples, int position, Tensor memory, Func<Tensor, (Tensor Operand, Tensor Destination)> views, string how)
        where TDevice : struct, IDevice
    {
        (Tensor operand, Tensor destination) = views(memory);
        nint[] shape = destination.Shape.ToArray();
        Array before = Elements<TDevice>.Of(typed.Inputs[position]).ToArray(operand);
        Samples apart = samples with { Columns = samples.Columns.SetItem(position, before) };
        Array[] expected = typed.Contiguous(apart, shape);

        object[] operands = samples.Operands(typed.Operation, index =>
            index == position ? operand : Elements<TDevice>.Of(typed.Inputs[index]).Tensor(samples.Columns[index], 0, shape));
        typed.Run(TensorOperationForm.Method, operands, destination);
        new Verdict(typed, "overlap = copied first").Same(expected, 0, typed.Read([destination]), $"operand {position} against the destination, {how}", apart);
    }
}
