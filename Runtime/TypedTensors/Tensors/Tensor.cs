using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor without its static element type and device: what messages, files and kernels need to know of it.</summary>
/// <remarks>The only derived type is <see cref="Tensor{TDtype, TDevice}"/>.</remarks>
public abstract class Tensor
{
    private readonly Layout layout;
    private bool isDisposed;

    private protected Tensor(DeviceStorage storage, in Layout layout, bool isView, bool isReadOnly)
    {
        Storage = storage;
        this.layout = layout;
        IsContiguous = layout.IsContiguous;
        IsView = isView;
        IsReadOnly = isReadOnly;
        storage.AddReference();
    }

    /// <summary>In an indexer, stands for as many whole axes as the other indices leave.</summary>
    public static TensorIndex Ellipsis => TensorIndex.Ellipsis;

    /// <summary>In an indexer, puts in an axis of length 1.</summary>
    public static TensorIndex NewAxis => TensorIndex.NewAxis;

    /// <summary>The element type.</summary>
    public abstract Dtype Dtype { get; }

    /// <summary>The name of the device that holds the elements.</summary>
    public abstract string DeviceName { get; }

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape => layout.Shape;

    /// <summary>The number of axes; 0 for a scalar.</summary>
    public int Rank => layout.Shape.Rank;

    /// <summary>The number of elements; 1 for a scalar, 0 if an axis is 0 long.</summary>
    public nint Length => layout.Shape.Length;

    /// <summary>For each axis, the distance in elements from one index to the next; 0 on a broadcast axis, negative on a reversed one.</summary>
    public ReadOnlySpan<nint> Strides => layout.Strides;

    /// <summary>Whether the elements lie one after the other in C order.</summary>
    public bool IsContiguous { get; }

    /// <summary>Whether the memory belongs to something else: another tensor, an array, a file.</summary>
    public bool IsView { get; }

    /// <summary>Whether writing is refused: a broadcast view, or a file mapped read-only.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the tensor has been disposed.</summary>
    public bool IsDisposed => isDisposed;

    internal DeviceStorage Storage { get; }

    internal ref readonly Layout Layout => ref layout;

    /// <summary>Whether two tensors have an element in common, so that a write to one can change the other.</summary>
    /// <remarks>Exact for strided views: the even and the odd columns of a matrix do not share. Empty tensors share nothing.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">One of the two has been disposed.</exception>
    public bool SharesMemoryWith(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ThrowIfDisposed();
        other.ThrowIfDisposed();
        if (!MayShareMemoryWith(other))
        {
            return false;
        }

        nint distance = OriginDistance(other);
        int size = Dtypes.SizeOf(Dtype), otherSize = Dtypes.SizeOf(other.Dtype);
        return MemoryOverlap.Share(layout, size, other.layout, otherSize, distance);
    }

    /// <summary>Gives up this tensor's hold on its memory, once; what <see cref="IDisposable.Dispose"/> does.</summary>
    internal void Release()
    {
        if (!Interlocked.Exchange(ref isDisposed, true))
        {
            Storage.ReleaseReference();
        }
    }

    internal abstract Tensor CloneUntyped();

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(isDisposed, this);

    internal void ThrowIfNotWritable(string operation)
    {
        ThrowIfDisposed();
        if (IsReadOnly)
        {
            throw new InvalidOperationException(
                $"{operation}: the tensor of shape {layout.Shape} is read-only (a broadcast view has several indices for one element, and a file may be mapped read-only). Write to a Clone() of it.");
        }
    }

    /// <summary>Whether both lie in the same memory and neither is empty; decides nothing about single elements.</summary>
    internal bool MayShareMemoryWith(Tensor other)
    {
        if (Length == 0 || other.Length == 0)
        {
            return false;
        }

        return ReferenceEquals(Storage, other.Storage)
            || (Storage is CpuStorage mine && other.Storage is CpuStorage theirs && mine.Overlaps(theirs));
    }

    /// <summary>Whether both tensors' first elements are at the same address.</summary>
    internal bool FirstByteEquals(Tensor other) =>
        OriginDistance(other) + (other.layout.Offset * Dtypes.SizeOf(other.Dtype)) == layout.Offset * Dtypes.SizeOf(Dtype);

    /// <summary>How many bytes the other storage's start lies behind this one's, both being in the same memory.</summary>
    private nint OriginDistance(Tensor other) => ReferenceEquals(Storage, other.Storage)
        ? 0
        : ((CpuStorage)Storage).DistanceTo((CpuStorage)other.Storage);
}
