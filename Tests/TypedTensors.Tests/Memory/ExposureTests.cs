using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TypedTensors.Tests.Memory;

/// <summary>A span outlives its tensor; what it points at must then never become another tensor.</summary>
[Collection(MemoryCollection.Name)]
public class ExposureTests
{
    private const int Large = 250_000;

    [Theory]
    [InlineData(Large)]
    [InlineData(10)]
    public void SpanOfADisposedTensor_NeverReachesANewOne(int size)
    {
        Tensor<int, Cpu> old = Tensor<int, Cpu>.Zeros(size);
        Span<int> span = old.AsSpan();
        old.Dispose();
        CheckThatWritesStayAway(span, size);
    }

    [Theory]
    [InlineData(Large)]
    [InlineData(10)]
    public void SpanOfADroppedTensor_NeverReachesANewOne(int size)
    {
        Span<int> span = Make(size).AsSpan();
        CheckThatWritesStayAway(span, size);
        Assert.Equal(size, span.Length);
    }

    [Fact]
    public void SpanOfAView_NeverReachesANewTensor()
    {
        Span<int> span = Make(Large)[10..].AsSpan();
        CheckThatWritesStayAway(span, Large);
    }

    [Fact]
    public void MemoryOfADroppedTensor_NeverReachesANewOne()
    {
        Memory<int> memory = Make(Large).AsMemory();
        CheckThatWritesStayAway(memory.Span, Large);
        CheckThatWritesStayAway(memory.Span, Large);
    }

    [Fact]
    public void TensorSpanOfADroppedTensor_NeverReachesANewOne()
    {
        TensorSpan<int> span = Make(Large).AsTensorSpan();
        for (int round = 0; round < 10; round++)
        {
            Addresses.Collect();
            Tensor<int, Cpu> fresh = Tensor<int, Cpu>.Full(5, Large);
            span.Fill(-1);
            Assert.DoesNotContain(fresh.ToArray(), element => element != 5);
        }
    }

    [Fact]
    public void ReadOnlySpanOfADroppedTensor_KeepsItsElements()
    {
        ReadOnlySpan<int> span = Make(Large).AsReadOnlySpan();
        for (int round = 0; round < 20; round++)
        {
            Addresses.Collect();
            Tensor<int, Cpu>.Full(5, Large);
            Assert.Equal(-1, span.IndexOfAnyExcept(3));
        }
    }

    [Fact]
    public void PinnedMemory_StaysWhereItIs()
    {
        Memory<int> memory = Make(Large).AsMemory()[5..];
        using System.Buffers.MemoryHandle handle = memory.Pin();
        Addresses.Collect();
        Tensor<int, Cpu>.Full(5, Large);
        unsafe
        {
            Assert.Equal(3, *(int*)handle.Pointer);
            *(int*)handle.Pointer = 9;
        }

        Assert.Equal(9, memory.Span[0]);
    }

    private static void CheckThatWritesStayAway(Span<int> span, int size)
    {
        for (int round = 0; round < 30; round++)
        {
            if (round % 3 == 0)
            {
                Addresses.Collect();
            }

            Tensor<int, Cpu>[] fresh = [.. Enumerable.Range(0, 4).Select(_ => Tensor<int, Cpu>.Full(5, size))];
            span.Fill(-1);
            Assert.All(fresh, tensor => Assert.False(tensor.Clone().AsReadOnlySpan().ContainsAnyExcept(5)));
            fresh[0].Dispose();
        }

        Assert.False(span.ContainsAnyExcept(-1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor<int, Cpu> Make(int size) => Tensor<int, Cpu>.Full(3, size);
}
