using System.Runtime.CompilerServices;
using TypedTensors.Kernels;

namespace TypedTensors;

/// <summary>A tensor of one axis that a kernel reads; of any strides.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct ReadOnlyBuffer1D<T>
    where T : unmanaged
{
    private readonly ref T first;
    private readonly nint indexStride;
    private readonly string name;

    internal ReadOnlyBuffer1D(scoped in BufferView<T> view)
    {
        first = ref view.First;
        Length = (int)view.Sizes[0];
        indexStride = view.Strides[0];
        name = view.Name;
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The value of an element.</summary>
    /// <param name="index">The index along axis 0.</param>
    /// <exception cref="IndexOutOfRangeException">An index is outside the shape. Devices other than the processor do not look.</exception>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
            {
                BufferFaults.ThrowOutside(name, [index], [Length]);
            }

            return Unsafe.Add(ref first, index * indexStride);
        }
    }
}
