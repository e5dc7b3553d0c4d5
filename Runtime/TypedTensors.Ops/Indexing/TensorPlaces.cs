namespace TypedTensors;

/// <summary>Indexers by tensors, which copy what they get; those of the tensor itself, by positions and ranges, give views.</summary>
public static class TensorPlaces
{
    extension<T, TDevice>(Tensor<T, TDevice> tensor)
        where T : unmanaged
        where TDevice : struct, IDevice, IComputes<T>
    {
        /// <summary>Elements by integer tensors: <c>x.At[rows]</c> copies them, <c>x.At[rows, columns] = values</c> writes them (NumPy's integer-array indexing).</summary>
        public IndexedPlaces<T, TDevice> At
        {
            [SharesMemory]
            get
            {
                ArgumentNullException.ThrowIfNull(tensor);
                return new IndexedPlaces<T, TDevice>(tensor);
            }
        }
    }

    extension<T>(Tensor<T, Cpu> tensor)
        where T : unmanaged
    {
        /// <summary>Elements by a mask: <c>x.Masked[mask]</c> copies them, <c>x.Masked[mask] = values</c> writes them (NumPy's boolean indexing).</summary>
        public MaskedPlaces<T> Masked
        {
            [SharesMemory]
            get
            {
                ArgumentNullException.ThrowIfNull(tensor);
                return new MaskedPlaces<T>(tensor);
            }
        }
    }
}
