using TypedTensors.Dispatch;

namespace TypedTensors.VulkanRuntime.Tests.Dispatch;

/// <summary>One dispatch of <c>Sum(float, float)</c>, read back by the positions that its program is printed with.</summary>
internal sealed record RecordedDispatch(BindingWindow[] Windows, uint[] Constants, int Groups)
{
    private const int Operands = 3, Bases = 8, Sizes = 11, Strides = 15;

    public int Length => (int)Constants[3];

    public int Rank => (int)Constants[4];

    /// <summary>The index within the whole storage of an operand's element, as the program finds it, with all intermediate results checked.</summary>
    public long Index(int operand, long element, int size)
    {
        long index = Constants[Bases + operand];
        for (int axis = 0; axis < Rank; axis++)
        {
            long extent = axis == Rank - 1 ? long.MaxValue : Constants[Sizes + axis];
            index += element % extent * (int)Constants[Strides + (axis * Operands) + operand];
            element /= extent;
        }

        Assert.InRange(index, 0, int.MaxValue);
        Assert.InRange((index + 1) * size, 1, Windows[operand].ByteLength);
        return index + (Windows[operand].ByteOffset / size);
    }
}

/// <summary>Collects the dispatches of an operation.</summary>
internal readonly struct RecordingSink(List<RecordedDispatch> recorded) : IDispatchSink
{
    public void Dispatch(ReadOnlySpan<BindingWindow> windows, ReadOnlySpan<uint> constants, int groups) =>
        recorded.Add(new RecordedDispatch(windows.ToArray(), constants.ToArray(), groups));
}
