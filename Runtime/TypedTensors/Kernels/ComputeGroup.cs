using System.Runtime.CompilerServices;
using TypedTensors.Dispatch;

namespace TypedTensors.Kernels;

/// <summary>One group of threads as an emitted kernel runs it in this process: where it is, what it was handed, and memory of its own.</summary>
public readonly unsafe ref struct ComputeGroup
{
    private readonly BoundBuffer* buffers;
    private readonly BoundScalar* scalars;
    private readonly ComputeScratch scratch;

    internal ComputeGroup(GridSize grid, GridSize groups, nint group, BoundBuffer* buffers, BoundScalar* scalars, ComputeScratch scratch)
    {
        this.buffers = buffers;
        this.scalars = scalars;
        this.scratch = scratch;
        Grid = grid;
        (nint plane, nint x) = Math.DivRem(group, groups.X);
        (nint z, nint y) = Math.DivRem(plane, groups.Y);
        (X, Y, Z) = ((int)x, (int)y, (int)z);
    }

    /// <summary>Which group this is along X.</summary>
    public int X { get; }

    /// <summary>Which group this is along Y.</summary>
    public int Y { get; }

    /// <summary>Which group this is along Z.</summary>
    public int Z { get; }

    /// <summary>The threads asked for.</summary>
    public GridSize Grid { get; }

    /// <summary>A buffer with one axis.</summary>
    /// <param name="index">Its binding.</param>
    /// <param name="name">What messages call it: the kernel and its parameter.</param>
    public Buffer1D<T> Buffer1D<T>(int index, string name)
        where T : unmanaged => new(View<T>(index, name));

    /// <summary>A buffer with two axes.</summary>
    /// <param name="index">Its binding.</param>
    /// <param name="name">What messages call it: the kernel and its parameter.</param>
    public Buffer2D<T> Buffer2D<T>(int index, string name)
        where T : unmanaged => new(View<T>(index, name));

    /// <summary>A buffer with three axes.</summary>
    /// <param name="index">Its binding.</param>
    /// <param name="name">What messages call it: the kernel and its parameter.</param>
    public Buffer3D<T> Buffer3D<T>(int index, string name)
        where T : unmanaged => new(View<T>(index, name));

    /// <summary>A buffer with four axes.</summary>
    /// <param name="index">Its binding.</param>
    /// <param name="name">What messages call it: the kernel and its parameter.</param>
    public Buffer4D<T> Buffer4D<T>(int index, string name)
        where T : unmanaged => new(View<T>(index, name));

    /// <summary>A scalar, converted where <typeparamref name="T"/> is not the dtype it was handed over in.</summary>
    public T Scalar<T>(int index)
        where T : unmanaged
    {
        ulong bits = scalars[index].Bits, converted = 0;
        Conversion.Run(scalars[index].Dtype, (byte*)&bits, Dtypes.Of<T>(), (byte*)&converted, 1);
        return *(T*)&converted;
    }

    /// <summary>An array for the group, with zeros in it: shared by its threads, or with a part for each of them.</summary>
    public Span<T> Array<T>(int length)
        where T : unmanaged => scratch.Take<T>(length);

    private BufferView<T> View<T>(int index, string name)
        where T : unmanaged
    {
        BoundBuffer* buffer = buffers + index;
        return new BufferView<T> { First = ref *(T*)buffer->Data, Sizes = buffer->Sizes, Strides = buffer->Strides, Name = name };
    }
}
