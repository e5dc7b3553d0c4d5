using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

public sealed partial class Tensor<TDtype, TDevice>
{
    /// <summary>One element; on a device other than the CPU, each access is a transfer.</summary>
    /// <param name="indices">One index for each axis, from 0. A scalar takes none.</param>
    /// <exception cref="ShapeException">The number of indices is not the rank.</exception>
    /// <exception cref="IndexOutOfRangeException">An index lies outside its axis.</exception>
    /// <exception cref="InvalidOperationException">Writing to a read-only view.</exception>
    [IndexerName("At")]
    public TDtype this[params ReadOnlySpan<nint> indices]
    {
        get
        {
            ThrowIfDisposed();
            return ReadAt(LayoutIndexing.Element(Layout, indices));
        }

        [Mutates]
        set
        {
            ThrowIfNotWritable("Indexer");
            nint byteOffset = LayoutIndexing.Element(Layout, indices) * Unsafe.SizeOf<TDtype>();
            TDevice.Upload(ref Unsafe.As<TDtype, byte>(ref value), Unsafe.SizeOf<TDtype>(), Storage, byteOffset);
        }
    }

    /// <summary>A view of a part: positions, ranges, <see cref="Slice"/>s with steps, <see cref="Tensor.Ellipsis"/> and <see cref="Tensor.NewAxis"/>, one for each axis; missing ones take the whole axis.</summary>
    /// <remarks>Setting copies the elements of the value, which broadcasts, into that part.</remarks>
    /// <exception cref="ShapeException">There are more indices than axes, or the value does not broadcast to the part.</exception>
    /// <exception cref="IndexOutOfRangeException">A position or range lies outside its axis.</exception>
    /// <exception cref="InvalidOperationException">Writing to a read-only view.</exception>
    [IndexerName("At")]
    public Tensor<TDtype, TDevice> this[params ReadOnlySpan<TensorIndex> indices]
    {
        [SharesMemory(Relaid = true)]
        get => View(LayoutIndexing.Apply(Layout, indices));
        [Mutates]
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            using Tensor<TDtype, TDevice> part = View(LayoutIndexing.Apply(Layout, indices));
            part.CopyFrom(value);
        }
    }

    /// <summary>The only element of a tensor that has exactly one, whatever its rank.</summary>
    /// <exception cref="InvalidOperationException">The tensor does not have exactly one element.</exception>
    public TDtype Item()
    {
        ThrowIfDisposed();
        return Length == 1
            ? ReadAt(Layout.Offset)
            : throw new InvalidOperationException($"Item: the tensor of shape {Shape} has {Length} elements; only one element can be an item.");
    }

    private TDtype ReadAt(nint elementOffset)
    {
        Unsafe.SkipInit(out TDtype value);
        TDevice.Download(Storage, elementOffset * Unsafe.SizeOf<TDtype>(), Unsafe.SizeOf<TDtype>(), ref Unsafe.As<TDtype, byte>(ref value));
        return value;
    }
}
