namespace TypedTensors.Direct3D.Tests;

/// <summary>What checks the barriers of all other tests finds one that is missing, and only that.</summary>
public class DispatchOrderTests
{
    private const string Source = """
        BINDING(0) RWStructuredBuffer<uint> buffer_x : register(u0);
        BINDING(1) RWStructuredBuffer<uint> buffer_y : register(u1);
            buffer_y[at.y] = buffer_x[at.x];
        """;

    private readonly DispatchOrder order = new();
    private readonly uint[] first = [1], second = [2], third = [3];

    [Fact]
    public void DispatchesApart_NeedNoBarrier()
    {
        order.Dispatch(Source, [], [first, second]);
        order.Dispatch(Source, [], [first, third]);
    }

    [Fact]
    public void ReadingWhatWasWritten_NeedsOne() => AssertNeedsBarrier(second, [second, third]);

    [Fact]
    public void WritingWhatWasWritten_NeedsOne() => AssertNeedsBarrier(second, [third, second]);

    [Fact]
    public void WritingWhatWasRead_NeedsOne() => AssertNeedsBarrier(first, [third, first]);

    private void AssertNeedsBarrier(uint[] shared, uint[][] buffers)
    {
        order.Dispatch(Source, [], [first, second]);
        Assert.Contains("no barrier", Assert.Throws<InvalidOperationException>(() => order.Dispatch(Source, [], buffers)).Message, StringComparison.Ordinal);
        order.Order(shared);
        order.Dispatch(Source, [], buffers);
        order.Finish();
        order.Dispatch(Source, [], [first, second]);
    }
}
