using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor of four axes that a kernel reads and writes; of any strides.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct Buffer4D<T>
    where T : unmanaged
{
    private readonly ref T first;
    private readonly nint blockStride;
    private readonly nint planeStride;
    private readonly nint rowStride;
    private readonly nint columnStride;
    private readonly string name;

    internal Buffer4D(scoped in BufferView<T> view)
    {
        first = ref view.First;
        Blocks = (int)view.Sizes[0];
        Planes = (int)view.Sizes[1];
        Rows = (int)view.Sizes[2];
        Columns = (int)view.Sizes[3];
        blockStride = view.Strides[0];
        planeStride = view.Strides[1];
        rowStride = view.Strides[2];
        columnStride = view.Strides[3];
        name = view.Name;
    }

    /// <summary>The length of axis 0.</summary>
    public int Blocks { get; }

    /// <summary>The length of axis 1.</summary>
    public int Planes { get; }

    /// <summary>The length of axis 2.</summary>
    public int Rows { get; }

    /// <summary>The length of axis 3.</summary>
    public int Columns { get; }

    /// <summary>An element, to be read or written.</summary>
    /// <param name="block">The index along axis 0.</param>
    /// <param name="plane">The index along axis 1.</param>
    /// <param name="row">The index along axis 2.</param>
    /// <param name="column">The index along axis 3.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside the shape. Devices other than the processor do not look.</exception>
    public ref T this[int block, int plane, int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)block >= (uint)Blocks || (uint)plane >= (uint)Planes || (uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
            {
                BufferFaults.ThrowOutside(name, [block, plane, row, column], [Blocks, Planes, Rows, Columns]);
            }

            return ref Unsafe.Add(ref first, (block * blockStride) + (plane * planeStride) + (row * rowStride) + (column * columnStride));
        }
    }
}
