using System.Buffers;
using System.Runtime.InteropServices;

namespace TypedTensors.Tests.Tensors;

public class SharingTests
{
    [Fact]
    public void AsTensor_OfAnArray_SharesBothWays()
    {
        float[] array = [1, 2, 3, 4, 5, 6];
        Tensor<float, Cpu> tensor = array.AsTensor(2, -1);
        array[5] = 60;
        tensor[0, 0] = 10;
        Assert.Equal(60, tensor[1, 2]);
        Assert.Equal(10, array[0]);
        Assert.Equal(new Shape(2, 3), tensor.Shape);
        Assert.True(tensor.IsView);
        Assert.False(tensor.IsReadOnly);
        tensor.Dispose();
        Assert.Equal(60, array[5]);
    }

    [Fact]
    public void ToTensor_OfAnArray_Copies()
    {
        float[] array = [1, 2, 3, 4, 5, 6];
        Tensor<float, Cpu> tensor = array.ToTensor(3, 2);
        array[0] = 10;
        tensor[2, 1] = 60;
        Assert.Equal([1, 2, 3, 4, 5, 60], tensor.ToArray());
        Assert.Equal(6, array[5]);
        Assert.False(tensor.IsView);
        Assert.Equal([1, 2], ((ReadOnlySpan<float>)[1, 2]).ToTensor().ToArray());
    }

    [Fact]
    public void ToTensor_OfMatricesCubesAndRows_Copies()
    {
        var matrix = new int[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        var cube = new short[,,] { { { 1, 2 }, { 3, 4 }, { 5, 6 } } };
        byte[][] rows = [[1, 2], [3, 4], [5, 6]];
        Tensor<int, Cpu> fromMatrix = matrix.ToTensor();
        Tensor<short, Cpu> fromCube = cube.ToTensor();
        Tensor<byte, Cpu> fromRows = rows.ToTensor();
        matrix[0, 0] = 0;
        cube[0, 0, 0] = 0;
        rows[0][0] = 0;
        Assert.Equal(new Shape(2, 3), fromMatrix.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], fromMatrix.ToArray());
        Assert.Equal(new Shape(1, 3, 2), fromCube.Shape);
        Assert.Equal<short>([1, 2, 3, 4, 5, 6], fromCube.ToArray());
        Assert.Equal(new Shape(3, 2), fromRows.Shape);
        Assert.Equal<byte>([1, 2, 3, 4, 5, 6], fromRows.ToArray());
        Assert.Equal(new Shape(0, 3), new int[0, 3].ToTensor().Shape);
        Assert.Equal(new Shape(2, 0, 3), new int[2, 0, 3].ToTensor().Shape);
        Assert.Equal(new Shape(0, 0), Array.Empty<int[]>().ToTensor().Shape);
        Assert.Equal(new Shape(2, 0), new int[][] { [], [] }.ToTensor().Shape);
    }

    [Fact]
    public void ToTensor_OfFaultyRows_NamesTheRow()
    {
        Assert.Equal(
            "ToTensor: row 1 has 1 elements, row 0 has 2; a tensor's rows are of one length.",
            Assert.Throws<ShapeException>(() => new int[][] { [1, 2], [3] }.ToTensor()).Message);
        Assert.StartsWith("ToTensor: row 0 is null.", Assert.Throws<ArgumentNullException>(() => new int[][] { null! }.ToTensor()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new int[][] { [], null! }.ToTensor());
    }

    [Fact]
    public void ShapeOfAnotherLength_IsRefused()
    {
        int[] array = [1, 2, 3, 4];
        Assert.Equal("AsTensor: 4 elements do not fit shape [3], which has 3.", Assert.Throws<ShapeException>(() => array.AsTensor(3)).Message);
        Assert.Equal(
            "ToTensor: 4 elements of shape [4] do not fit [3, -1]: -1 cannot be inferred.", Assert.Throws<ShapeException>(() => array.ToTensor(3, -1)).Message);
        Assert.Throws<ArgumentNullException>(() => ((int[])null!).AsTensor());
        Assert.Throws<ArgumentNullException>(() => ((int[])null!).ToTensor());
    }

    [Fact]
    public void AsTensor_OfAPartOfAnArray_SharesThatPart()
    {
        int[] array = [0, 1, 2, 3, 4, 5];
        Tensor<int, Cpu> tensor = array.AsMemory(1, 4).AsTensor(2, 2);
        tensor[1, 1] = 40;
        tensor.Transpose().CopyFrom(tensor.Clone());
        Assert.Equal([0, 1, 3, 2, 40, 5], array);
        Assert.Equal([1, 3, 2, 40], tensor.AsSpan().ToArray());
        Assert.Equal([1, 3, 2, 40], tensor.AsMemory().ToArray());
    }

    [Fact]
    public void AsTensor_OfNativeMemory_SharesItAndPinsItWhileALoopRuns()
    {
        using var native = new NativeManager<double>(12);
        Tensor<double, Cpu> tensor = native.Memory[2..].AsTensor(2, 5);
        tensor.Fill(3);
        tensor[1, 4] = 5;
        Assert.Equal([0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5], native.GetSpan().ToArray());
        Assert.Equal([3, 5], tensor.Transpose()[^1, ..].Clone().ToArray());
        Assert.Equal(5, tensor.AsSpan()[^1]);
        Assert.Equal(5, tensor.AsMemory().Span[^1]);
        Assert.Equal(0, native.Pins);
        Assert.True(native.PinsEver > 0);
    }

    [Fact]
    public void AsSpan_SharesBothWays()
    {
        Tensor<int, Cpu> tensor = new[] { 1, 2, 3, 4, 5, 6 }.ToTensor(3, 2);
        Span<int> rows = tensor[1.., ..].AsSpan();
        Assert.Equal([3, 4, 5, 6], rows.ToArray());
        rows[0] = 30;
        tensor[2, 1] = 60;
        Assert.Equal([1, 2, 30, 4, 5, 60], tensor.AsReadOnlySpan().ToArray());
        Assert.Equal(60, rows[3]);
        tensor.AsMemory().Span[0] = 10;
        Assert.Equal(10, tensor[0, 0]);
    }

    [Fact]
    public void AsReadOnlySpan_OfAReadOnlyTensor_IsAllowed() => Assert.Equal([4], Tensor<int, Cpu>.Scalar(4).BroadcastTo(1).AsReadOnlySpan().ToArray());

    [Fact]
    public void SpansOfEmptyTensors_AreEmpty()
    {
        Tensor<int, Cpu>[] empties =
            [Tensor<int, Cpu>.Empty(0), Tensor<int, Cpu>.Empty(5, 0)[4, ..], Array.Empty<int>().AsTensor(5, 0)[4, ..], Memory<int>.Empty.AsTensor(5, 0)[4, ..], new int[3].AsTensor()[3..]];
        foreach (Tensor<int, Cpu> empty in empties)
        {
            Assert.True(empty.AsSpan().IsEmpty);
            Assert.True(empty.AsReadOnlySpan().IsEmpty);
            Assert.True(empty.AsMemory().IsEmpty);
            Assert.Equal(0, empty.AsTensorSpan().FlattenedLength);
            Assert.Empty(empty.ToArray());
            empty.Fill(3);
            empty.CopyFrom(Tensor<int, Cpu>.Scalar(1));
        }
    }

    [Fact]
    public void SpanOfAStridedTensor_IsRefused()
    {
        Tensor<int, Cpu> tensor = new int[6].AsTensor(2, 3).Transpose();
        const string Reason = "shape [3, 2] with strides [1, 3] is not contiguous; take it of a Clone(), or use AsTensorSpan.";
        Assert.Equal($"AsSpan: {Reason}", Assert.Throws<InvalidOperationException>(() => { tensor.AsSpan(); }).Message);
        Assert.Equal($"AsReadOnlySpan: {Reason}", Assert.Throws<InvalidOperationException>(() => { tensor.AsReadOnlySpan(); }).Message);
        Assert.Equal($"AsMemory: {Reason}", Assert.Throws<InvalidOperationException>(() => { tensor.AsMemory(); }).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(10_000_000)]
    public void AsTensor_AllocatesTheSameFewBytesAtAnySize(int length)
    {
        var array = new float[length];
        array.AsTensor(1, length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tensor<float, Cpu> tensor = array.AsTensor(1, length);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 1, 320);
        Assert.Equal(length, tensor.Length);
    }

    [Fact]
    public void CopyTo_OfAnotherLength_IsRefused()
    {
        Tensor<int, Cpu> tensor = new[] { 1, 2, 3, 4 }.AsTensor(2, 2);
        Assert.StartsWith(
            "CopyTo: shape [2, 2] has 4 elements, the destination has 3.", Assert.Throws<ArgumentException>(() => tensor.CopyTo(new int[3])).Message, StringComparison.Ordinal);
        var destination = new int[4];
        tensor.Transpose().CopyTo(destination);
        Assert.Equal([1, 3, 2, 4], destination);
    }

    /// <summary>Memory outside the managed heap, which counts its pins.</summary>
    private sealed unsafe class NativeManager<T>(int length) : MemoryManager<T>
        where T : unmanaged
    {
        private readonly T* start = (T*)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(T));

        public int Pins { get; private set; }

        public int PinsEver { get; private set; }

        public override Span<T> GetSpan() => new(start, length);

        public override MemoryHandle Pin(int elementIndex = 0)
        {
            Pins++;
            PinsEver++;
            return new MemoryHandle(start + elementIndex, pinnable: this);
        }

        public override void Unpin() => Pins--;

        protected override void Dispose(bool disposing) => NativeMemory.Free(start);
    }
}
