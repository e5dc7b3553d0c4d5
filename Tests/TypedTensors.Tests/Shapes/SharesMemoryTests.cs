using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Tests.Shapes;

public class SharesMemoryTests
{
    [Fact]
    public void RandomViewsOfOneArray_ShareExactlyWhenTheyHaveAnElementInCommon()
    {
        var random = new Random(2);
        var buffer = new int[64];
        int shared = 0;
        const int Rounds = 10_000;
        for (int round = 0; round < Rounds; round++)
        {
            Tensor<int, Cpu> left = RandomLayouts.Over(buffer, Within(random, buffer.Length)), right = RandomLayouts.Over(buffer, Within(random, buffer.Length));
            bool expected = Naive.Positions(left).Intersect(Naive.Positions(right)).Any();
            Assert.Equal(expected, left.SharesMemoryWith(right));
            Assert.Equal(expected, right.SharesMemoryWith(left));
            shared += expected ? 1 : 0;
        }

        Assert.InRange(shared, Rounds / 10, Rounds - (Rounds / 10));
    }

    [Fact]
    public void DifferentDtypesOverOneBuffer_ShareExactlyWhenTheyHaveAByteInCommon()
    {
        var random = new Random(3);
        var bytes = new byte[96];
        int shared = 0;
        const int Rounds = 5_000;
        for (int round = 0; round < Rounds; round++)
        {
            int skip = 2 * random.Next(8);
            Memory<byte> tail = bytes.AsMemory(skip);
            var left = new Tensor<byte, Cpu>(new ArrayStorage<byte>(bytes), Within(random, bytes.Length), isView: true);
            Memory<short> shorts = new Reinterpreted<short>(tail).Memory;
            Memory<double> doubles = new Reinterpreted<double>(bytes).Memory;
            var middle = new Tensor<short, Cpu>(new MemoryStorage<short>(shorts), Within(random, shorts.Length), isView: true);
            var right = new Tensor<double, Cpu>(new MemoryStorage<double>(doubles), Within(random, doubles.Length), isView: true);
            HashSet<nint> a = Bytes(left, 1, 0), b = Bytes(middle, 2, skip), c = Bytes(right, 8, 0);
            Assert.Equal(a.Overlaps(b), left.SharesMemoryWith(middle));
            Assert.Equal(b.Overlaps(c), middle.SharesMemoryWith(right));
            Assert.Equal(a.Overlaps(c), right.SharesMemoryWith(left));
            shared += b.Overlaps(c) ? 1 : 0;
        }

        Assert.InRange(shared, Rounds / 10, Rounds - (Rounds / 10));
    }

    [Fact]
    public void OneArrayWrappedTwice_Shares()
    {
        var array = new float[6];
        Assert.True(array.AsTensor(2, 3).SharesMemoryWith(array.AsTensor(6)));
        Assert.True(array.AsTensor(2, 3).SharesMemoryWith(array.AsMemory().AsTensor()));
        Assert.True(array.AsTensor().SharesMemoryWith(array.AsMemory(5).AsTensor()));
    }

    [Fact]
    public void DisjointSlicesOfOneArray_DoNotShare()
    {
        var array = new float[6];
        Assert.False(array.AsMemory(0, 3).AsTensor().SharesMemoryWith(array.AsMemory(3).AsTensor()));
        Assert.True(array.AsMemory(0, 4).AsTensor().SharesMemoryWith(array.AsMemory(3).AsTensor()));
    }

    [Fact]
    public void OneArrayUnderTwoSignednesses_Shares()
    {
        int[] array = [1, 2, 3];
        Assert.True(array.AsTensor().SharesMemoryWith(((uint[])(object)array).AsTensor()));
    }

    [Fact]
    public void EvenAndOddColumns_DoNotShare()
    {
        Tensor<float, Cpu> matrix = Tensor<float, Cpu>.Zeros(4, 6);
        Tensor<float, Cpu> even = matrix[.., new Slice(step: 2)], odd = matrix[.., new Slice(1, step: 2)];
        Assert.False(even.SharesMemoryWith(odd));
        Assert.True(even.SharesMemoryWith(matrix));
        Assert.False(matrix[..2].SharesMemoryWith(matrix[2..]));
    }

    [Fact]
    public void SeparateTensors_DoNotShare()
    {
        // Small tensors are cut from one slab, so the memory is the same object and the elements are not.
        Tensor<float, Cpu> left = Tensor<float, Cpu>.Zeros(3), right = Tensor<float, Cpu>.Zeros(3);
        Assert.False(left.SharesMemoryWith(right));
        Assert.False(left.SharesMemoryWith(left.Clone()));
        Assert.True(left.SharesMemoryWith(left));
    }

    [Fact]
    public void Empty_SharesNothing()
    {
        var array = new float[6];
        Tensor<float, Cpu> empty = array.AsTensor()[2..2];
        Assert.False(empty.SharesMemoryWith(array.AsTensor()));
        Assert.False(empty.SharesMemoryWith(empty));
    }

    [Fact]
    public void EightAxesEach_AreDecidedQuickly()
    {
        Tensor<byte, Cpu> cube = Tensor<byte, Cpu>.Zeros(6, 6, 6, 6, 6, 6, 6, 6);
        Tensor<byte, Cpu> even = cube, odd = cube;
        TensorIndex[] evenIndex = [.. Enumerable.Repeat((TensorIndex)new Slice(step: 2), 8)];
        TensorIndex[] oddIndex = [.. Enumerable.Repeat((TensorIndex)new Slice(step: 2), 7), new Slice(1, step: 2)];
        even = even[evenIndex];
        odd = odd[oddIndex].Transpose();
        Assert.False(even.SharesMemoryWith(odd));
        Assert.True(even.SharesMemoryWith(cube.Transpose()));
    }

    private static HashSet<nint> Bytes(Tensor tensor, int size, int skip) =>
        [.. Naive.Positions(tensor).SelectMany(position => Enumerable.Range(0, size).Select(i => skip + (position * size) + i))];

    /// <summary>Any strides at all, overlapping ones included, that stay within a buffer.</summary>
    private static Layout Within(Random random, int length)
    {
        while (true)
        {
            int rank = random.Next(5);
            var sizes = new nint[rank];
            var strides = new nint[rank];
            for (int axis = 0; axis < rank; axis++)
            {
                sizes[axis] = random.Next(1, 5);
                strides[axis] = random.Next(-9, 10);
            }

            var layout = new Layout(new Shape(sizes), strides, random.Next(length));
            (nint first, nint last) = layout.Extent();
            if (first >= 0 && last < length)
            {
                return layout;
            }
        }
    }

    /// <summary>A buffer of bytes seen as another type, as memory that does not tell where it comes from.</summary>
    private sealed class Reinterpreted<T>(Memory<byte> bytes) : MemoryManager<T>
        where T : unmanaged
    {
        public override Span<T> GetSpan() => MemoryMarshal.Cast<byte, T>(bytes.Span);

        public override unsafe MemoryHandle Pin(int elementIndex = 0)
        {
            MemoryHandle handle = bytes.Pin();
            return new MemoryHandle((byte*)handle.Pointer + (elementIndex * Unsafe.SizeOf<T>()), pinnable: new Unpinner(handle));
        }

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }

        private sealed class Unpinner(MemoryHandle handle) : IPinnable
        {
            public MemoryHandle Pin(int elementIndex) => throw new NotSupportedException();

            public void Unpin() => handle.Dispose();
        }
    }
}
