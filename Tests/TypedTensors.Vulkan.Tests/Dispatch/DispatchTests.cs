using TypedTensors.Dispatch;
using TypedTensors.Kernels;
using TypedTensors.VulkanRuntime.Tests.Programs;

namespace TypedTensors.VulkanRuntime.Tests.Dispatch;

public class DispatchTests
{
    private static readonly DispatchLimits Wide = new(int.MaxValue, 16, 65535, StoresWords: false);

    public static TheoryData<int, int> Limits { get; } = new() { { 1 << 27, 16 }, { 1 << 10, 64 }, { 256, 256 }, { 64, 16 }, { int.MaxValue, 0 } };

    [Theory]
    [MemberData(nameof(Limits))]
    public void EveryElement_IsComputedOnce_FromTheRightInputs(int largestBinding, int alignment)
    {
        var limits = new DispatchLimits(largestBinding, alignment, 65535, StoresWords: false);
        Tensor<float, VirtualDevice> block = Tensor<float, VirtualDevice>.Empty(6, 7, 5);
        Tensor<float, VirtualDevice> row = Tensor<float, VirtualDevice>.Empty(5), large = Tensor<float, VirtualDevice>.Empty(2, 3, 2, 2, 2, 3, 2, 2);
        Check(block, Tensor<float, VirtualDevice>.Empty(6, 7, 5), block, limits);
        Check(block, row, Tensor<float, VirtualDevice>.Empty(6, 7, 5), limits);
        Check(block.Flip(), row.Flip(), Tensor<float, VirtualDevice>.Empty(6, 7, 5), limits);
        Check(block.Transpose(), row[..1], Tensor<float, VirtualDevice>.Empty(5, 7, 6), limits);
        Check(block[.., 1..^1, new Slice(0, null, 2)], row[..3], Tensor<float, VirtualDevice>.Empty(6, 5, 3).Flip(), limits);
        Check(large.Transpose(), large[..1].Transpose(), Tensor<float, VirtualDevice>.Empty(2, 2, 3, 2, 2, 2, 3, 2), limits);
    }

    [Fact]
    public void ContiguousOperands_BecomeOneAxisAndOneDispatch()
    {
        Tensor<float, VirtualDevice> x = Tensor<float, VirtualDevice>.Empty(3, 4, 5);
        RecordedDispatch dispatch = Assert.Single(Plan(x, x, x, Wide));
        Assert.Equal((1, 60, 1), (dispatch.Rank, dispatch.Length, dispatch.Groups));
        Assert.Equal(256u, dispatch.Constants[0]);
        Assert.Equal([1u, 1u], dispatch.Constants[1..3]);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1000, 4, 2)]
    [InlineData(1 << 18, 1024, 512)]
    [InlineData(1 << 20, 1024, 512)]
    [InlineData(1 << 24, 16384, 512)]
    [InlineData(1 << 30, 65535, 512)]
    public void Groups_FillACard_AndAreFewOnAProcessor(int length, int onACard, int onAProcessor)
    {
        Assert.Equal((256, onACard), (ElementwiseGroups.Card.Size, ElementwiseGroups.Card.Of(length, 65535)));
        Assert.Equal((8, onAProcessor), (ElementwiseGroups.Processor.Size, ElementwiseGroups.Processor.Of(length, 65535)));
    }

    [Fact]
    public void Scalars_StandInTheConstants_AndBindTheOutput()
    {
        Tensor<float, VirtualDevice> x = Tensor<float, VirtualDevice>.Empty(10);
        RecordedDispatch dispatch = Assert.Single(Plan(KernelOperand.Scalar(2), x, x, Wide));
        Assert.Equal(1u, dispatch.Constants[5]);
        Assert.Equal(BitConverter.SingleToUInt32Bits(2f), dispatch.Constants[6]);
        Assert.Equal(dispatch.Windows[2], dispatch.Windows[0]);
        Assert.Equal(0u, dispatch.Constants[8]);
        Assert.Equal(0u, dispatch.Constants[15]);
    }

    [Fact]
    public void TensorsBeyond32BitIndices_AreReachedByWindows()
    {
        long length = 7_000_000_000;
        Tensor<float, VirtualDevice> x = Tensor<float, VirtualDevice>.Empty((nint)length), reversed = x.Flip();
        var limits = new DispatchLimits(nint.CreateChecked(uint.MaxValue), 64, 65535, StoresWords: false);
        long next = 0;
        foreach (RecordedDispatch dispatch in Plan(reversed, x, x, limits))
        {
            Assert.Equal(next, dispatch.Index(2, 0, sizeof(float)));
            Assert.Equal(length - 1 - next, dispatch.Index(0, 0, sizeof(float)));
            next += dispatch.Length;
            Assert.Equal(next - 1, dispatch.Index(2, dispatch.Length - 1, sizeof(float)));
            Assert.Equal(length - next, dispatch.Index(0, dispatch.Length - 1, sizeof(float)));
            Assert.All(dispatch.Windows, window => Assert.True(window.ByteLength <= limits.LargestBinding && window.ByteOffset % 64 == 0));
        }

        Assert.Equal(length, next);
    }

    [Fact]
    public void StridesBeyond32Bits_AreCutToRows()
    {
        Tensor<float, VirtualDevice> table = Tensor<float, VirtualDevice>.Empty(3, nint.CreateChecked(5_000_000_000));
        List<RecordedDispatch> dispatches = Plan(table[.., ..10], table[.., 10..20], Tensor<float, VirtualDevice>.Empty(3, 10), Wide);
        Assert.Equal([10, 10, 10], dispatches.Select(dispatch => dispatch.Length));
        Assert.Equal([0, 5_000_000_000, 10_000_000_000], dispatches.Select(dispatch => dispatch.Index(0, 0, sizeof(float))));
        Assert.Equal([19, 5_000_000_019, 10_000_000_019], dispatches.Select(dispatch => dispatch.Index(1, 9, sizeof(float))));
    }

    [Fact]
    public void Constants_LeaveRoomForTheAxesThatFit()
    {
        Assert.Equal(5, ConstantLayout<PrintedProgram<Sum>>.MaxRank);
        Assert.Equal(30, ConstantLayout<PrintedProgram<Sum>>.WordCount);

        // double at 6, float, int and bool at 8, 9 and 10; five bases; 32 words hold 16 + (r - 1) + 5r up to r = 2.
        Assert.Equal([8, 9, 6, 10], Enumerable.Range(0, 4).Select(ConstantLayout<PrintedProgram<Blend>>.Scalar));
        Assert.Equal((11, 2), (ConstantLayout<PrintedProgram<Blend>>.Base(0), ConstantLayout<PrintedProgram<Blend>>.MaxRank));
    }

    private static List<RecordedDispatch> Plan(KernelOperand x, KernelOperand y, Tensor<float, VirtualDevice> result, in DispatchLimits limits)
    {
        var recorded = new List<RecordedDispatch>();
        var sink = new RecordingSink(recorded);
        ElementwiseDispatch.Plan<PrintedProgram<Sum>, RecordingSink>(result.Shape, [x, y], [result], limits, ref sink);
        return recorded;
    }

    private static void Check(Tensor<float, VirtualDevice> x, Tensor<float, VirtualDevice> y, Tensor<float, VirtualDevice> result, DispatchLimits limits)
    {
        var expected = Positions(result, result.Shape).Zip(Positions(x, result.Shape), Positions(y, result.Shape)).OrderBy(element => element.First);
        var actual = new List<(long, long, long)>();
        foreach (RecordedDispatch dispatch in Plan(x, y, result, limits))
        {
            Assert.InRange(dispatch.Rank, 1, 5);
            Assert.All(dispatch.Windows, Fits);
            actual.AddRange(Enumerable.Range(0, dispatch.Length).Select(i => (dispatch.Index(2, i, 4), dispatch.Index(0, i, 4), dispatch.Index(1, i, 4))));
        }

        Assert.Equal(expected, actual.Order());

        void Fits(BindingWindow window) => Assert.True(
            window.ByteLength <= limits.LargestBinding
            && (limits.OffsetAlignment == 0 ? window.ByteOffset == 0 : window.ByteOffset % limits.OffsetAlignment == 0));
    }

    /// <summary>The storage index of each element in C order, after broadcasting to a shape.</summary>
    private static List<long> Positions(Tensor tensor, Shape shape)
    {
        List<long> positions = [tensor.Layout.Offset];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            int own = axis - (shape.Rank - tensor.Rank);
            long stride = own < 0 || tensor.Shape[own] == 1 ? 0 : tensor.Strides[own];
            positions = [.. positions.SelectMany(position => Enumerable.Range(0, (int)shape[axis]).Select(index => position + (index * stride)))];
        }

        return positions;
    }
}
