using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor of three axes that a kernel reads and writes; of any strides.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct Buffer3D<T>
    where T : unmanaged
{
    private readonly ref T first;
    private readonly nint planeStride;
    private readonly nint rowStride;
    private readonly nint columnStride;
    private readonly string name;

    internal Buffer3D(scoped in BufferView<T> view)
    {
        first = ref view.First;
        Planes = (int)view.Sizes[0];
        Rows = (int)view.Sizes[1];
        Columns = (int)view.Sizes[2];
        planeStride = view.Strides[0];
        rowStride = view.Strides[1];
        columnStride = view.Strides[2];
        name = view.Name;
    }

    /// <summary>The length of axis 0.</summary>
    public int Planes { get; }

    /// <summary>The length of axis 1.</summary>
    public int Rows { get; }

    /// <summary>The length of axis 2.</summary>
    public int Columns { get; }

    /// <summary>An element, to be read or written.</summary>
    /// <param name="plane">The index along axis 0.</param>
    /// <param name="row">The index along axis 1.</param>
    /// <param name="column">The index along axis 2.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside the shape. Devices other than the processor do not look.</exception>
    public ref T this[int plane, int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)plane >= (uint)Planes || (uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
            {
                BufferFaults.ThrowOutside(name, [plane, row, column], [Planes, Rows, Columns]);
            }

            return ref Unsafe.Add(ref first, (plane * planeStride) + (row * rowStride) + (column * columnStride));
        }
    }
}
