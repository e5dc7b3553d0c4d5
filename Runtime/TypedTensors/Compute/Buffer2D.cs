using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor of two axes that a kernel reads and writes; of any strides.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct Buffer2D<T>
    where T : unmanaged
{
    private readonly ref T first;
    private readonly nint rowStride;
    private readonly nint columnStride;
    private readonly string name;

    internal Buffer2D(scoped in BufferView<T> view)
    {
        first = ref view.First;
        Rows = (int)view.Sizes[0];
        Columns = (int)view.Sizes[1];
        rowStride = view.Strides[0];
        columnStride = view.Strides[1];
        name = view.Name;
    }

    /// <summary>The length of axis 0.</summary>
    public int Rows { get; }

    /// <summary>The length of axis 1.</summary>
    public int Columns { get; }

    /// <summary>An element, to be read or written.</summary>
    /// <param name="row">The index along axis 0.</param>
    /// <param name="column">The index along axis 1.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside the shape. Devices other than the processor do not look.</exception>
    public ref T this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
            {
                BufferFaults.ThrowOutside(name, [row, column], [Rows, Columns]);
            }

            return ref Unsafe.Add(ref first, (row * rowStride) + (column * columnStride));
        }
    }
}
